import { Button } from '@mantine/core';
import type { AllocationBasis } from '@tandem/domain/vocabulary';
import type { Column } from '@tandem/ui/column';
import { useFormat } from '@tandem/ui/format';
import { FormattedMessage, useIntl } from 'react-intl';
import type { AllocationQuery } from '../../gql/graphql.ts';
import { useBearerColumns } from './bearer-columns.tsx';

export type AllocatedGroup = NonNullable<AllocationQuery['allocation']>['groups'][number];

/** What branches and grants bear, each amount with the way to its lines, and what it is by what the rule weighs. */
export function useAllocationColumns(
  basis: AllocationBasis | undefined,
  onTrace: (group: AllocatedGroup) => void,
): readonly Column<AllocatedGroup>[] {
  const intl = useIntl();
  const format = useFormat();
  const bearer = useBearerColumns();
  const header = (id: string) => intl.formatMessage({ id: `allocation.column.${id}` });
  const noGrant = intl.formatMessage({ id: 'allocation.noGrant' });
  // Cost by duos started where it goes by these, else by the time for which duos went on: those that bear it are counted, no others.
  const of = basis === 'STARTED_DUOS' ? 'started' : 'months';
  const weightOf = ({ startedDuos, activeDuoMonths }: AllocatedGroup) =>
    of === 'started' ? startedDuos : activeDuoMonths;
  const perWeight = (
    id: 'costPer' | 'marginalPer',
    name: string,
    amount: (group: AllocatedGroup) => number,
  ): Column<AllocatedGroup> => {
    const centsOf = (group: AllocatedGroup) =>
      weightOf(group) === 0 ? undefined : Math.round(amount(group) / weightOf(group));
    return {
      id,
      header: header(name),
      align: 'right',
      as: 'money',
      cell: (group) => {
        const cents = centsOf(group);
        return cents === undefined ? '–' : format.money(cents);
      },
      text: (group) => {
        const cents = centsOf(group);
        return cents === undefined ? null : cents / 100;
      },
    };
  };
  return [
    ...bearer,
    {
      id: 'started',
      header: header('started'),
      align: 'right',
      cell: ({ startedDuos }) => format.number(startedDuos, 1),
      text: ({ startedDuos }) => startedDuos,
    },
    {
      id: 'months',
      header: header('months'),
      align: 'right',
      cell: ({ activeDuoMonths }) => format.number(activeDuoMonths, 1),
      text: ({ activeDuoMonths }) => activeDuoMonths,
    },
    {
      id: 'byRule',
      header: header('byRule'),
      align: 'right',
      cell: ({ byRule }) => format.money(byRule.cents, { exact: true }),
      text: ({ byRule }) => byRule.cents / 100,
    },
    {
      id: 'cost',
      header: header('cost'),
      align: 'right',
      cell: ({ cost }) => format.money(cost.cents, { exact: true }),
      text: ({ cost }) => cost.cents / 100,
    },
    perWeight('costPer', `costPer.${of}`, ({ cost }) => cost.cents),
    perWeight('marginalPer', 'marginalPer', ({ marginal }) => marginal.cents),
    {
      id: 'trace',
      header: header('trace'),
      only: 'page',
      cell: (group) => (
        <Button
          variant="subtle"
          size="compact-sm"
          aria-label={intl.formatMessage(
            { id: 'allocation.traceOf' },
            { branch: group.branchName, grant: group.grantReference ?? noGrant },
          )}
          onClick={() => onTrace(group)}
        >
          <FormattedMessage id="allocation.lines" />
        </Button>
      ),
      text: () => null,
    },
  ];
}
