import { useQuery } from '@apollo/client/react';
import type { Column } from '@tandem/ui/column';
import { DataTable } from '@tandem/ui/DataTable';
import { ErrorState } from '@tandem/ui/ErrorState';
import { FiledTable } from '@tandem/ui/FiledTable';
import { useFormat } from '@tandem/ui/format';
import { Section } from '@tandem/ui/Section';
import { useCan } from '@tandem/ui/viewer';
import { useIntl } from 'react-intl';
import type { SnapshotRecordsQuery } from '../../gql/graphql.ts';
import { SNAPSHOT_RECORDS } from './snapshot.queries.ts';
import type { Check } from './Verdict.tsx';

interface Props {
  readonly id: string;
  readonly check: Check;
}
type Month = Check['months'][number];
type Changed = NonNullable<SnapshotRecordsQuery['snapshotRecords']>['edges'][number]['node'];

const SHOWN = 50;

/** Which data are other ones than in a snapshot: months, and of duos which. */
export function ChangedData({ id, check }: Props) {
  const intl = useIntl();
  const can = useCan();
  const months = useMonthColumns();
  return (
    <>
      <Section
        title={intl.formatMessage({ id: 'snapshots.changedMonths' })}
        about={intl.formatMessage({ id: 'snapshots.changedMonthsAbout' })}
      >
        <FiledTable
          caption={intl.formatMessage({ id: 'snapshots.changedMonths' })}
          columns={months}
          rows={check.months}
          rowKey={({ fact, month }) => `${fact} ${month}`}
          fileName="changed-months"
        />
      </Section>
      {check.changedDuos > 0 && can('SEE_RECORDS_OF_FIGURES') && (
        <ChangedDuos id={id} count={check.changedDuos} />
      )}
    </>
  );
}

function ChangedDuos({ id, count }: { readonly id: string; readonly count: number }) {
  const intl = useIntl();
  const { data, error } = useQuery(SNAPSHOT_RECORDS, { variables: { id, first: SHOWN } });
  const columns = useDuoColumns();
  if (error !== undefined) return <ErrorState error={error} />;
  const records = data?.snapshotRecords;
  return (
    <Section
      title={intl.formatMessage({ id: 'snapshots.changedDuos' }, { count })}
      about={count > SHOWN ? intl.formatMessage({ id: 'snapshots.firstOnes' }, { count: SHOWN }) : undefined}
    >
      <DataTable
        caption={intl.formatMessage({ id: 'snapshots.changedDuos' }, { count })}
        columns={columns}
        rows={records?.edges.map(({ node }) => node)}
        rowKey={({ record }) => record.pseudonym}
      />
    </Section>
  );
}

function useMonthColumns(): readonly Column<Month>[] {
  const intl = useIntl();
  const format = useFormat();
  const header = (name: string) => intl.formatMessage({ id: `snapshots.column.${name}` });
  return [
    {
      id: 'data',
      header: header('data'),
      cell: ({ fact }) => intl.formatMessage({ id: `snapshots.fact.${fact}` }),
      text: ({ fact }) => intl.formatMessage({ id: `snapshots.fact.${fact}` }),
    },
    {
      id: 'month',
      header: header('month'),
      cell: ({ month }) => (month == null ? '–' : format.day(month, 'month')),
      text: ({ month }) => month ?? null,
    },
    {
      id: 'rowsThen',
      header: header('rowsThen'),
      align: 'right',
      cell: ({ rowsThen }) => format.number(rowsThen),
      text: ({ rowsThen }) => rowsThen,
    },
    {
      id: 'rowsNow',
      header: header('rowsNow'),
      align: 'right',
      cell: ({ rowsNow }) => format.number(rowsNow),
      text: ({ rowsNow }) => rowsNow,
    },
  ];
}

function useDuoColumns(): readonly Column<Changed>[] {
  const intl = useIntl();
  const format = useFormat();
  const header = (name: string) => intl.formatMessage({ id: `snapshots.column.${name}` });
  return [
    {
      id: 'duo',
      header: header('duo'),
      cell: ({ record }) => record.pseudonym,
      text: ({ record }) => record.pseudonym,
    },
    {
      id: 'change',
      header: header('change'),
      cell: ({ change }) => intl.formatMessage({ id: `snapshots.change.${change}` }),
      text: ({ change }) => intl.formatMessage({ id: `snapshots.change.${change}` }),
    },
    {
      id: 'branch',
      header: header('branch'),
      cell: ({ record }) => record.branch.name,
      text: ({ record }) => record.branch.name,
    },
    {
      id: 'startedOn',
      header: header('startedOn'),
      cell: ({ record }) => format.day(record.startedOn),
      text: ({ record }) => record.startedOn,
    },
    {
      id: 'closedOn',
      header: header('closedOn'),
      cell: ({ record }) => (record.closedOn == null ? '–' : format.day(record.closedOn)),
      text: ({ record }) => record.closedOn ?? null,
    },
  ];
}
