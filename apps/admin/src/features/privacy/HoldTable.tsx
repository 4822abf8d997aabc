import { useQuery } from '@apollo/client/react';
import type { Column } from '@tandem/ui/column';
import { DataTable } from '@tandem/ui/DataTable';
import { EmptyState } from '@tandem/ui/EmptyState';
import { ErrorState } from '@tandem/ui/ErrorState';
import { useFormat } from '@tandem/ui/format';
import { Status } from '@tandem/ui/Status';
import { FormattedMessage, useIntl } from 'react-intl';
import type { LegalHoldsQuery } from '../../gql/graphql.ts';
import { PersonLink } from './PersonLink.tsx';
import { HOLDS } from './privacy.queries.ts';

type Hold = LegalHoldsQuery['legalHolds'][number];

/** Who is kept for legal reasons, and was. */
export function HoldTable() {
  const intl = useIntl();
  const format = useFormat();
  const { data, error } = useQuery(HOLDS, { fetchPolicy: 'cache-and-network' });
  if (error !== undefined && data === undefined) return <ErrorState error={error} />;
  const header = (id: string) => intl.formatMessage({ id: `privacy.column.${id}` });
  const columns: readonly Column<Hold>[] = [
    {
      id: 'who',
      header: header('who'),
      cell: (hold) => <PersonLink person={hold}>{hold.name}</PersonLink>,
      text: ({ name }) => name,
    },
    {
      id: 'reason',
      header: header('reason'),
      wrap: true,
      cell: ({ reason }) => reason,
      text: ({ reason }) => reason,
    },
    {
      id: 'placed',
      header: header('placed'),
      cell: ({ placedAt, placedBy }) => `${format.instant(placedAt)} · ${placedBy}`,
      text: ({ placedAt }) => placedAt,
    },
    {
      id: 'lifted',
      header: header('lifted'),
      cell: ({ liftedAt, liftedBy }) =>
        liftedAt == null ? (
          <Status tone="warn">
            <FormattedMessage id="privacy.stands" />
          </Status>
        ) : (
          `${format.instant(liftedAt)} · ${liftedBy}`
        ),
      text: ({ liftedAt }) => liftedAt ?? null,
    },
  ];
  return (
    <DataTable
      caption={intl.formatMessage({ id: 'privacy.tab.holds' })}
      columns={columns}
      rows={data?.legalHolds}
      rowKey={({ id }) => id}
      empty={
        <EmptyState title={intl.formatMessage({ id: 'privacy.noHolds' })}>
          <FormattedMessage id="privacy.noHoldsAbout" />
        </EmptyState>
      }
    />
  );
}
