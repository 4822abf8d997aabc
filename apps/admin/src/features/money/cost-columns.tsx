import { Button, Group } from '@mantine/core';
import type { Column } from '@tandem/ui/column';
import { useFormat } from '@tandem/ui/format';
import { Status } from '@tandem/ui/Status';
import { useCan } from '@tandem/ui/viewer';
import { useWords } from '@tandem/ui/words';
import { getRouteApi, Link } from '@tanstack/react-router';
import { FormattedMessage, useIntl } from 'react-intl';
import type { Cost } from './CorrectCostForm.tsx';
import { lineSearch } from './money.routes.ts';

const route = getRouteApi('/money');

/** The columns of the ledger, each amount with the way to who bears it; for who keeps the books, what can be done to a line. */
export function useCostColumns(
  onDo: (what: 'correct' | 'reverse', cost: Cost) => void,
): readonly Column<Cost>[] {
  const intl = useIntl();
  const format = useFormat();
  const can = useCan();
  const { word } = useWords();
  const search = route.useSearch();
  const header = (id: string) => intl.formatMessage({ id: `money.column.${id}` });
  const said = (
    id: 'reference' | 'enteredBy' | 'reason',
    more: Partial<Column<Cost>> = {},
  ): Column<Cost> => ({
    id,
    header: header(id),
    cell: (cost) => cost[id] ?? '',
    text: (cost) => cost[id] ?? null,
    ...more,
  });
  const correctionWords = ({ correction }: Cost) =>
    correction == null ? null : word('CostCorrection', correction);
  return [
    {
      id: 'bookedOn',
      header: header('bookedOn'),
      sort: 'BOOKED_ON',
      fixed: true,
      cell: ({ bookedOn }) => format.day(bookedOn),
      text: ({ bookedOn }) => bookedOn,
    },
    {
      id: 'aboutOn',
      header: header('aboutOn'),
      filed: true,
      // Said on the page where it is another day.
      cell: ({ documentOn }) => (documentOn == null ? '' : format.day(documentOn)),
      text: ({ documentOn, bookedOn }) => documentOn ?? bookedOn,
    },
    {
      id: 'category',
      header: header('category'),
      sort: 'CATEGORY',
      cell: ({ category }) => word('CostCategory', category),
      text: ({ category }) => word('CostCategory', category),
    },
    {
      id: 'branch',
      header: header('branch'),
      sort: 'BRANCH',
      cell: ({ branch }) => branch.name,
      text: ({ branch }) => branch.name,
    },
    {
      id: 'nature',
      header: header('nature'),
      cell: ({ nature }) => word('CostNature', nature),
      text: ({ nature }) => word('CostNature', nature),
    },
    said('reference'),
    {
      id: 'entry',
      header: header('entry'),
      cell: ({ entry, correction }) => (
        <Group gap={6}>
          {entry === 'BOOKING' ? '' : <Status tone="info">{word('CostEntry', entry)}</Status>}
          {correction != null && <Status tone="warn">{word('CostCorrection', correction)}</Status>}
        </Group>
      ),
      text: ({ entry }) => word('CostEntry', entry),
    },
    {
      id: 'correction',
      header: header('correction'),
      only: 'file',
      cell: correctionWords,
      text: correctionWords,
    },
    said('reason', { hidden: true, filed: true, wrap: true }),
    said('enteredBy', { hidden: true, filed: true }),
    {
      id: 'grant',
      header: header('grant'),
      hidden: true,
      cell: ({ grant }) => grant?.reference ?? '',
      text: ({ grant }) => grant?.reference ?? null,
    },
    {
      id: 'amount',
      header: header('amount'),
      sort: 'AMOUNT',
      align: 'right',
      cell: ({ id, bookedOn, amount }) => {
        const money = format.money(amount.cents, { exact: true });
        if (id === search.line) return <strong>{money}</strong>;
        return (
          <Link
            to="/money"
            search={lineSearch({ id, bookedOn }, search)}
            aria-label={intl.formatMessage({ id: 'ledger.openLine' }, { amount: money })}
          >
            {money}
          </Link>
        );
      },
      text: ({ amount }) => amount.cents / 100,
    },
    ...(can('MANAGE_MONEY') ? [actions()] : []),
  ];

  function actions(): Column<Cost> {
    return {
      id: 'actions',
      header: header('actions'),
      only: 'page',
      cell: (cost) =>
        cost.viewerCanCorrect ? (
          <Group gap={4} wrap="nowrap">
            {(['correct', 'reverse'] as const).map((what) => (
              <Button key={what} variant="subtle" size="compact-sm" onClick={() => onDo(what, cost)}>
                <FormattedMessage id={`ledger.${what}`} />
              </Button>
            ))}
          </Group>
        ) : (
          ''
        ),
      text: () => null,
    };
  }
}
