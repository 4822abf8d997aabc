import { Anchor } from '@mantine/core';
import type { CostNature } from '@tandem/domain/vocabulary';
import type { Column } from '@tandem/ui/column';
import { useFormat } from '@tandem/ui/format';
import { useWords } from '@tandem/ui/words';
import { Link } from '@tanstack/react-router';
import { useIntl } from 'react-intl';
import type { DuoCostQuery } from '../../gql/graphql.ts';
import { lookedAtOf } from './year.ts';

type Part = NonNullable<DuoCostQuery['duoCost']>['parts'][number];

/** What of the cost of a duo is looked at: the part of a span, of one nature of cost or of all. */
export interface TracedPart {
  readonly part: Part;
  readonly nature: CostNature | undefined;
  readonly cents: number;
}

/** The parts of the cost of a duo: each amount opens, and each time leads to all that was allocated of it. */
export function useDuoCostColumns(onTrace: (traced: TracedPart) => void): readonly Column<Part>[] {
  const intl = useIntl();
  const format = useFormat();
  const { word } = useWords();
  const header = (id: string) => intl.formatMessage({ id: `duoCost.column.${id}` });
  const noGrant = intl.formatMessage({ id: 'allocation.noGrant' });
  const timeOf = ({ from, to }: Part) => {
    const { year, month } = lookedAtOf({ from, to });
    return month === undefined ? String(year) : format.day(from, 'month');
  };
  const payerOf = ({ grantReference }: Part) => grantReference ?? noGrant;
  const amount = (
    id: string,
    name: string,
    nature: CostNature | undefined,
    of: (part: Part) => number,
  ): Column<Part> => ({
    id,
    header: name,
    align: 'right',
    as: 'money',
    cell: (part) => {
      const cents = of(part);
      const money = format.money(cents, { exact: true });
      if (cents === 0) return money;
      return (
        <Anchor
          component="button"
          type="button"
          size="sm"
          aria-label={intl.formatMessage(
            { id: 'duoCost.open' },
            { money, name, time: timeOf(part), grant: payerOf(part) },
          )}
          onClick={() => onTrace({ part, nature, cents })}
        >
          {money}
        </Anchor>
      );
    },
    text: (part) => of(part) / 100,
  });
  return [
    {
      id: 'time',
      header: header('time'),
      only: 'page',
      cell: (part) => (
        <Link to="/money" search={{ tab: 'allocation', ...lookedAtOf(part) }}>
          {timeOf(part)}
        </Link>
      ),
      text: () => null,
    },
    { id: 'from', header: header('from'), only: 'file', cell: timeOf, text: ({ from }) => from },
    { id: 'grant', header: header('grant'), cell: payerOf, text: payerOf },
    amount('direct', word('CostNature', 'DIRECT'), 'DIRECT', ({ directCents }) => directCents),
    amount('shared', word('CostNature', 'SHARED'), 'SHARED', ({ sharedCents }) => sharedCents),
    amount('indirect', word('CostNature', 'INDIRECT'), 'INDIRECT', ({ indirectCents }) => indirectCents),
    amount('cost', header('cost'), undefined, ({ cents }) => cents),
    {
      id: 'share',
      header: header('share'),
      only: 'file',
      as: 'rate',
      cell: ({ weight }) => format.percent(weight, 2),
      text: ({ weight }) => weight,
    },
    {
      id: 'group',
      header: header('group'),
      only: 'file',
      as: 'money',
      cell: ({ groupCents }) => format.money(groupCents, { exact: true }),
      text: ({ groupCents }) => groupCents / 100,
    },
  ];
}
