import { Anchor, Button } from '@mantine/core';
import { useQuery } from '@apollo/client/react';
import type { Column } from '@tandem/ui/column';
import { ErrorState } from '@tandem/ui/ErrorState';
import { FiledTable } from '@tandem/ui/FiledTable';
import { useFormat } from '@tandem/ui/format';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { AllocatedDuosQuery } from '../../gql/graphql.ts';
import { ALLOCATED_DUOS } from './allocation.queries.ts';
import type { AllocatedGroup } from './allocation-columns.tsx';
import { DuoCost } from './DuoCost.tsx';

type Duo = NonNullable<AllocatedDuosQuery['allocatedDuos']>['duos'][number];
interface Props {
  readonly group: AllocatedGroup;
  readonly period: { readonly from: string; readonly to: string };
}

/** The duos that bear an allocated amount, each with its part: they add up to it. Each opens to what it cost in all. */
export function DuoList({ group, period }: Props) {
  const intl = useIntl();
  const format = useFormat();
  const [opened, setOpened] = useState<Duo>();
  const { branchId, branchName, grantId, grantReference } = group;
  const { data, error } = useQuery(ALLOCATED_DUOS, {
    variables: { period, branchId, grantId, noGrant: grantId === null },
  });
  if (error !== undefined) return <ErrorState error={error} />;
  const split = data?.allocatedDuos;
  if (split == null) return null;
  if (opened !== undefined)
    return (
      <>
        <Button variant="default" size="compact-sm" my="sm" onClick={() => setOpened(undefined)}>
          <FormattedMessage id="duoCost.toAll" />
        </Button>
        <DuoCost duoId={opened.id} reference={opened.reference} />
      </>
    );
  const header = (id: string) => intl.formatMessage({ id: `allocation.column.${id}` });
  const money = (id: string, of: (duo: Duo) => number): Column<Duo> => ({
    id,
    header: header(id),
    align: 'right',
    as: 'money',
    cell: (duo) => format.money(of(duo), { exact: true }),
    text: (duo) => of(duo) / 100,
  });
  const columns: readonly Column<Duo>[] = [
    {
      id: 'duo',
      header: header('duo'),
      cell: (duo) => (
        <Anchor component="button" type="button" size="sm" onClick={() => setOpened(duo)}>
          {duo.reference}
        </Anchor>
      ),
      text: ({ reference }) => reference,
    },
    money('direct', ({ directCents }) => directCents),
    money('shared', ({ sharedCents }) => sharedCents),
    money('indirect', ({ indirectCents }) => indirectCents),
    money('cost', ({ cents }) => cents),
  ];
  return (
    <>
      <p>
        <FormattedMessage
          id="allocation.duosSentence"
          values={{
            branch: branchName,
            grant: grantReference ?? intl.formatMessage({ id: 'allocation.noGrant' }),
            total: format.money(split.total.cents, { exact: true }),
            count: split.duoCount,
          }}
        />{' '}
        {split.withoutDuo.cents !== 0 && (
          <FormattedMessage
            id="allocation.withoutDuo"
            values={{ cents: format.money(split.withoutDuo.cents, { exact: true }) }}
          />
        )}
      </p>
      <FiledTable
        caption={intl.formatMessage({ id: 'allocation.duos' })}
        columns={columns}
        rows={split.duos}
        total={split.duoCount}
        rowKey={({ id }) => id}
        fileName="cost-by-duo"
      />
    </>
  );
}
