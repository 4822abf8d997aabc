import { useQuery } from '@apollo/client/react';
import type { Column } from '@tandem/ui/column';
import { DataTable } from '@tandem/ui/DataTable';
import { EmptyState } from '@tandem/ui/EmptyState';
import { ErrorState } from '@tandem/ui/ErrorState';
import { useFormat } from '@tandem/ui/format';
import { useWords } from '@tandem/ui/words';
import { FormattedMessage, useIntl } from 'react-intl';
import type { AllocationTraceQuery } from '../../gql/graphql.ts';
import { TRACE } from './allocation.queries.ts';
import type { AllocatedGroup } from './allocation-columns.tsx';

type Line = NonNullable<AllocationTraceQuery['allocationTrace']>['lines'][number];
interface Props {
  readonly group: AllocatedGroup;
  readonly period: { readonly from: string; readonly to: string };
}

/** The lines of the ledger that an allocated amount comes from, each with the part of it that is borne. */
export function TraceList({ group, period }: Props) {
  const intl = useIntl();
  const format = useFormat();
  const { word } = useWords();
  const { branchId, branchName, grantId, grantReference } = group;
  const { data, error } = useQuery(TRACE, {
    variables: { period, branchId, grantId, noGrant: grantId === null },
  });
  if (error !== undefined) return <ErrorState error={error} />;
  const trace = data?.allocationTrace;
  const header = (id: string) => intl.formatMessage({ id: `allocation.column.${id}` });
  const columns: readonly Column<Line>[] = [
    {
      id: 'line',
      header: header('line'),
      cell: ({ bookedOn, category, branchName: booked, reference }) => (
        <>
          {[format.day(bookedOn), word('CostCategory', category), booked, reference]
            .filter((part) => part != null)
            .join(' · ')}
        </>
      ),
      text: ({ bookedOn }) => bookedOn,
    },
    {
      id: 'whole',
      header: header('whole'),
      align: 'right',
      cell: ({ lineCents }) => format.money(lineCents, { exact: true }),
      text: ({ lineCents }) => lineCents / 100,
    },
    {
      id: 'part',
      header: header('part'),
      align: 'right',
      cell: ({ cents }) => format.money(cents, { exact: true }),
      text: ({ cents }) => cents / 100,
    },
  ];
  return (
    <>
      {trace && (
        <p>
          <FormattedMessage
            id="allocation.traceSentence"
            values={{
              branch: branchName,
              grant: grantReference ?? intl.formatMessage({ id: 'allocation.noGrant' }),
              total: format.money(trace.total.cents, { exact: true }),
              count: trace.lineCount,
            }}
          />
        </p>
      )}
      <DataTable
        caption={intl.formatMessage({ id: 'allocation.trace' })}
        columns={columns}
        rows={trace?.lines}
        rowKey={({ id }) => id}
        empty={<EmptyState title={intl.formatMessage({ id: 'allocation.nothing' })} />}
      />
    </>
  );
}
