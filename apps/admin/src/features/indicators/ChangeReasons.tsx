import type { About } from '@tandem/ui/about';
import type { Column } from '@tandem/ui/column';
import { FiledTable } from '@tandem/ui/FiledTable';
import { useFormat } from '@tandem/ui/format';
import { FIRST_PAGE } from '@tandem/ui/list-state';
import { Section } from '@tandem/ui/Section';
import { Link } from '@tanstack/react-router';
import { useIntl } from 'react-intl';
import type { FigureRequest } from '../../gql/graphql.ts';
import { placedBy, useReasonWords, type Reasons } from './change-reason.ts';
import type { Metric } from './indicator.queries.ts';

interface Props {
  readonly metric: Metric;
  readonly request: FigureRequest;
  readonly reasons: Reasons;
  readonly about: About;
}
type Row = Reasons[number];

/** How many records did what, by what happened to them; each leads to those records. */
export function ChangeReasons({ metric, request, reasons, about }: Props) {
  const intl = useIntl();
  const title = intl.formatMessage({ id: 'change.reasons' });
  return (
    <Section
      title={title}
      about={intl.formatMessage({ id: `change.reasonsAbout.${metric.records ?? 'DUOS'}` })}
    >
      <FiledTable
        caption={title}
        columns={useColumns(metric, request)}
        rows={reasons}
        rowKey={({ change, reason }) => `${change} ${reason}`}
        fileName={`${metric.id.toLowerCase()}-change-reasons`}
        about={about}
      />
    </Section>
  );
}

function useColumns(metric: Metric, request: FigureRequest): readonly Column<Row>[] {
  const intl = useIntl();
  const format = useFormat();
  const reasonWords = useReasonWords(placedBy(metric, request));
  const of = metric.records ?? 'DUOS';
  const words = (id: string, values?: Record<string, string | number>) => intl.formatMessage({ id }, values);
  const did = ({ change }: Row) => words(`change.did.${change}.${of}`);
  const why = ({ reason }: Row) => reasonWords(reason);
  const isOfCohort = ({ change }: Row) => change === 'ENTERED' || change === 'LEFT';
  return [
    {
      id: 'change',
      header: words('change.what'),
      cell: (row) => (
        <Link
          from="/indicators/$metric/change"
          search={(before) => ({ ...before, ...FIRST_PAGE, change: row.change, reason: row.reason })}
          hash="records"
          data-row-link=""
        >
          {words('change.didWhy', { did: did(row), why: why(row) })}
        </Link>
      ),
      text: did,
    },
    { id: 'reason', header: words('change.why'), only: 'file', cell: why, text: why },
    {
      id: 'count',
      header: words('change.duos'),
      align: 'right',
      line: true,
      cell: ({ count }) => words(`change.count.${of}`, { count, number: format.number(count) }),
      text: ({ count }) => count,
    },
    {
      id: 'counted',
      header: words(`change.ofWhichCounted.${of}`),
      align: 'right',
      line: true,
      // Of records that were looked at both times the row itself says whether they count.
      cell: (row) =>
        isOfCohort(row)
          ? words(`change.counted.${of}`, { count: row.counted, number: format.number(row.counted) })
          : '',
      text: (row) => (isOfCohort(row) ? row.counted : null),
    },
  ];
}
