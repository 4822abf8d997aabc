import type { Column } from '@tandem/ui/column';
import { DataTable } from '@tandem/ui/DataTable';
import { EmptyState } from '@tandem/ui/EmptyState';
import { useFormat } from '@tandem/ui/format';
import { Status } from '@tandem/ui/Status';
import { FormattedMessage, useIntl } from 'react-intl';
import type { PublicationRow } from './publication.queries.ts';

/** What was published when and by whom, and until when it stood. */
export function PublicationHistory({ rows }: { readonly rows: readonly PublicationRow[] | undefined }) {
  const intl = useIntl();
  const format = useFormat();
  const header = (id: string) => intl.formatMessage({ id: `publication.column.${id}` });
  const columns: readonly Column<PublicationRow>[] = [
    {
      id: 'asOf',
      header: header('asOf'),
      cell: ({ asOf }) => format.day(asOf),
      text: ({ asOf }) => asOf,
    },
    {
      id: 'published',
      header: header('published'),
      cell: ({ publishedAt, publishedBy }) => `${format.instant(publishedAt)} · ${publishedBy}`,
      text: ({ publishedAt }) => publishedAt,
    },
    {
      id: 'withdrawn',
      header: header('withdrawn'),
      cell: ({ withdrawnAt, withdrawnBy }) =>
        withdrawnAt == null ? (
          <Status tone="good">
            <FormattedMessage id="publication.standing" />
          </Status>
        ) : (
          `${format.instant(withdrawnAt)} · ${withdrawnBy}`
        ),
      text: ({ withdrawnAt }) => withdrawnAt ?? null,
    },
  ];
  return (
    <DataTable
      caption={intl.formatMessage({ id: 'publication.history' })}
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
      empty={<EmptyState title={intl.formatMessage({ id: 'publication.none' })} />}
    />
  );
}
