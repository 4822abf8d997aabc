import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import type { Column } from '@tandem/ui/column';
import { DataTable } from '@tandem/ui/DataTable';
import { EmptyState } from '@tandem/ui/EmptyState';
import { ErrorState } from '@tandem/ui/ErrorState';
import { useFormat } from '@tandem/ui/format';
import { FormDrawer } from '@tandem/ui/FormDrawer';
import { getRouteApi, Link } from '@tanstack/react-router';
import { FormattedMessage, useIntl } from 'react-intl';
import type { SnapshotsQuery } from '../../gql/graphql.ts';
import { AnalysisPage } from '../indicators/AnalysisPage.tsx';
import { SNAPSHOTS } from './snapshot.queries.ts';
import { TakeSnapshotForm } from './TakeSnapshotForm.tsx';

const route = getRouteApi('/snapshots');

/** Sets of figures as they were sealed, and the way to seal one. */
export function SnapshotsPage() {
  const intl = useIntl();
  const { take = false } = route.useSearch();
  const navigate = route.useNavigate();
  const columns = useColumns();
  const { data, error } = useQuery(SNAPSHOTS, { fetchPolicy: 'cache-and-network' });
  if (error !== undefined && data === undefined) return <ErrorState error={error} />;
  const show = (open: boolean) => void navigate({ search: open ? { take: true } : {} });
  return (
    <AnalysisPage
      title={intl.formatMessage({ id: 'snapshots.title' })}
      scope={intl.formatMessage({ id: 'snapshots.scope' })}
      actions={
        <Button onClick={() => show(true)}>
          <FormattedMessage id="snapshots.take" />
        </Button>
      }
    >
      <DataTable
        caption={intl.formatMessage({ id: 'snapshots.title' })}
        columns={columns}
        rows={data?.snapshots}
        rowKey={({ id }) => id}
        empty={
          <EmptyState title={intl.formatMessage({ id: 'snapshots.none' })}>
            <FormattedMessage id="snapshots.noneAbout" />
          </EmptyState>
        }
      />
      <FormDrawer
        title={intl.formatMessage({ id: 'snapshots.take' })}
        opened={take}
        onClose={() => show(false)}
      >
        <TakeSnapshotForm onTaken={(id) => void navigate({ to: '/snapshots/$id', params: { id } })} />
      </FormDrawer>
    </AnalysisPage>
  );
}

type Row = SnapshotsQuery['snapshots'][number];

function useColumns(): readonly Column<Row>[] {
  const intl = useIntl();
  const format = useFormat();
  const header = (id: string) => intl.formatMessage({ id: `snapshots.column.${id}` });
  return [
    {
      id: 'name',
      header: header('name'),
      wrap: true,
      cell: ({ id, name }) => (
        <Link to="/snapshots/$id" params={{ id }}>
          {name}
        </Link>
      ),
      text: ({ name }) => name,
    },
    {
      id: 'asOf',
      header: header('asOf'),
      cell: ({ asOf }) => format.day(asOf),
      text: ({ asOf }) => asOf,
    },
    {
      id: 'figures',
      header: header('figures'),
      align: 'right',
      cell: ({ figures }) => format.number(figures.length),
      text: ({ figures }) => figures.length,
    },
    {
      id: 'takenAt',
      header: header('takenAt'),
      cell: ({ takenAt }) => format.instant(takenAt),
      text: ({ takenAt }) => takenAt,
    },
    {
      id: 'takenBy',
      header: header('takenBy'),
      cell: ({ takenBy }) => takenBy,
      text: ({ takenBy }) => takenBy,
    },
    {
      id: 'seal',
      header: header('seal'),
      cell: ({ seal }) => <code title={seal}>{seal.slice(0, SEAL_SHOWN)}…</code>,
      text: ({ seal }) => seal,
    },
  ];
}

/** So many digits of a seal tell it from the others. */
const SEAL_SHOWN = 12;
