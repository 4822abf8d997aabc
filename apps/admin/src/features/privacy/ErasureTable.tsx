import { useQuery } from '@apollo/client/react';
import type { Column } from '@tandem/ui/column';
import { DataTable } from '@tandem/ui/DataTable';
import { EmptyState } from '@tandem/ui/EmptyState';
import { ErrorState } from '@tandem/ui/ErrorState';
import { useFormat } from '@tandem/ui/format';
import { FormattedMessage, useIntl } from 'react-intl';
import type { ErasuresQuery } from '../../gql/graphql.ts';
import { PersonLink } from './PersonLink.tsx';
import { ERASURES } from './privacy.queries.ts';

type Erasure = ErasuresQuery['erasures'][number];

/** That people were erased, when and why; not who. */
export function ErasureTable() {
  const intl = useIntl();
  const format = useFormat();
  const { data, error } = useQuery(ERASURES, { fetchPolicy: 'cache-and-network' });
  if (error !== undefined && data === undefined) return <ErrorState error={error} />;
  const header = (id: string) => intl.formatMessage({ id: `privacy.column.${id}` });
  const columns: readonly Column<Erasure>[] = [
    {
      id: 'at',
      header: header('at'),
      cell: (erasure) => <PersonLink person={erasure}>{format.instant(erasure.at)}</PersonLink>,
      text: ({ at }) => at,
    },
    { id: 'by', header: header('by'), cell: ({ by }) => by, text: ({ by }) => by },
    {
      id: 'reason',
      header: header('reason'),
      wrap: true,
      cell: ({ reason }) => reason,
      text: ({ reason }) => reason,
    },
    {
      id: 'entries',
      header: header('entries'),
      align: 'right',
      cell: ({ entries }) => format.number(entries),
      text: ({ entries }) => entries,
    },
  ];
  return (
    <DataTable
      caption={intl.formatMessage({ id: 'privacy.tab.erasures' })}
      columns={columns}
      rows={data?.erasures}
      rowKey={({ id }) => id}
      empty={
        <EmptyState title={intl.formatMessage({ id: 'privacy.noErasures' })}>
          <FormattedMessage id="privacy.noErasuresAbout" />
        </EmptyState>
      }
    />
  );
}
