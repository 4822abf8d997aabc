import { useQuery } from '@apollo/client/react';
import type { CostNature } from '@tandem/domain/vocabulary';
import type { Column } from '@tandem/ui/column';
import { EmptyState } from '@tandem/ui/EmptyState';
import { ErrorState } from '@tandem/ui/ErrorState';
import { FiledTable } from '@tandem/ui/FiledTable';
import { useFormat } from '@tandem/ui/format';
import { useWords } from '@tandem/ui/words';
import { Link } from '@tanstack/react-router';
import { useIntl } from 'react-intl';
import type { AllocationTraceQuery } from '../../gql/graphql.ts';
import { usePartColumn } from './bearer-columns.tsx';
import { TRACE } from './allocation.queries.ts';
import type { AllocatedGroup } from './allocation-columns.tsx';
import { lineSearch } from './money.routes.ts';
import { SumRow } from './SumRow.tsx';
import type { LookedAt } from './year.ts';

type Line = NonNullable<AllocationTraceQuery['allocationTrace']>['lines'][number];

interface Props {
  readonly group: Pick<AllocatedGroup, 'branchId' | 'branchName' | 'grantId' | 'grantReference'>;
  readonly period: { readonly from: string; readonly to: string };
  /** Of all natures where it is undefined. */
  readonly nature?: CostNature | undefined;
  /** Whether lines about the period are meant, whenever they were booked, instead of those that are booked in it. */
  readonly about?: boolean;
  /** The period as an address says it, to which lines lead. */
  readonly lookedAt: LookedAt;
}

/** The lines of the ledger that an allocated amount comes from, each with the part of it that is borne. */
export function TraceList({ group, period, nature, about = false, lookedAt }: Props) {
  const intl = useIntl();
  const format = useFormat();
  const { word } = useWords();
  const part = usePartColumn();
  const { branchId, branchName, grantId, grantReference } = group;
  const { data, error } = useQuery(TRACE, {
    variables: { period, branchId, grantId, noGrant: grantId === null, nature: nature ?? null, about },
  });
  if (error !== undefined) return <ErrorState error={error} />;
  const trace = data?.allocationTrace;
  const header = (id: string) => intl.formatMessage({ id: `allocation.column.${id}` });
  const columns: readonly Column<Line>[] = [
    {
      id: 'line',
      header: header('line'),
      cell: ({ id, bookedOn, category, branchName: booked, reference }) => (
        <Link to="/money" search={lineSearch({ id, bookedOn }, lookedAt)}>
          {[format.day(bookedOn), word('CostCategory', category), booked, reference]
            .filter((part) => part != null)
            .join(' · ')}
        </Link>
      ),
      text: ({ bookedOn }) => bookedOn,
    },
    ...[
      { id: 'category', of: ({ category }: Line) => word('CostCategory', category) },
      { id: 'bookedBranch', of: ({ branchName: booked }: Line) => booked ?? '' },
      { id: 'reference', of: ({ reference }: Line) => reference ?? '' },
    ].map(({ id, of }): Column<Line> => ({ id, header: header(id), only: 'file', cell: of, text: of })),
    {
      id: 'whole',
      header: header('whole'),
      align: 'right',
      as: 'money',
      cell: ({ lineCents }) => format.money(lineCents, { exact: true }),
      text: ({ lineCents }) => lineCents / 100,
    },
    part,
  ];
  const sentence =
    trace == null
      ? undefined
      : intl.formatMessage(
          { id: 'allocation.traceSentence' },
          {
            branch: branchName,
            grant: grantReference ?? intl.formatMessage({ id: 'allocation.noGrant' }),
            total: format.money(trace.total.cents, { exact: true }),
            count: trace.lineCount,
            nature: nature === undefined ? 'none' : word('CostNature', nature),
          },
        );
  return (
    <>
      {sentence !== undefined && <p>{sentence}</p>}
      <FiledTable
        caption={intl.formatMessage({ id: 'allocation.trace' })}
        columns={columns}
        rows={trace?.lines}
        total={trace?.lineCount}
        rowKey={({ id }) => id}
        fileName="allocated-lines"
        about={{ definition: sentence }}
        empty={<EmptyState title={intl.formatMessage({ id: 'allocation.nothing' })} />}
        footer={trace && <SumRow exact columns={columns} of="part" cents={trace.total.cents} />}
      />
    </>
  );
}
