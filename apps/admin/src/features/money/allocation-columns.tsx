import { Button } from '@mantine/core';
import type { Column } from '@tandem/ui/column';
import { useFormat } from '@tandem/ui/format';
import { FormattedMessage, useIntl } from 'react-intl';
import type { AllocationQuery } from '../../gql/graphql.ts';
import { useBearerColumns } from './bearer-columns.tsx';

export type AllocatedGroup = NonNullable<AllocationQuery['allocation']>['groups'][number];

/** What branches and grants bear, each amount with the way to its lines. */
export function useAllocationColumns(
  onTrace: (group: AllocatedGroup) => void,
): readonly Column<AllocatedGroup>[] {
  const intl = useIntl();
  const format = useFormat();
  const bearer = useBearerColumns();
  const header = (id: string) => intl.formatMessage({ id: `allocation.column.${id}` });
  const noGrant = intl.formatMessage({ id: 'allocation.noGrant' });
  const perDuo = ({ cost, startedDuos }: AllocatedGroup) =>
    startedDuos === 0 ? undefined : Math.round(cost.cents / startedDuos);
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
    {
      id: 'perDuo',
      header: header('perDuo'),
      align: 'right',
      cell: (group) => {
        const cents = perDuo(group);
        return cents === undefined ? '–' : format.money(cents);
      },
      text: (group) => {
        const cents = perDuo(group);
        return cents === undefined ? null : cents / 100;
      },
    },
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
