import type { About } from '@tandem/ui/about';
import type { FigureResult } from '@tandem/ui/figure';
import { FiledTable } from '@tandem/ui/FiledTable';
import { Section } from '@tandem/ui/Section';
import { useViewer } from '@tandem/ui/viewer';
import { useIntl } from 'react-intl';
import type { FigureChangeQuery, FigureMomentInput, FigureRequest } from '../../gql/graphql.ts';
import { isTold, useChangeColumns, type ChangeRow } from './change-columns.ts';
import type { Reasons } from './change-reason.ts';
import type { SideWords } from './change-scope.ts';
import type { Metric } from './indicator.queries.ts';

interface Props {
  readonly metric: Metric;
  readonly request: FigureRequest;
  readonly since: FigureMomentInput;
  readonly before: FigureResult;
  readonly after: FigureResult;
  readonly difference: FigureChangeQuery['figureChange']['difference'];
  readonly reasons: Reasons | null | undefined;
  readonly sides: SideWords;
  readonly about: About;
}

/** Both figures and their difference beside each other; the file has also how many records did what, and why. */
export function ChangeFigures({
  metric,
  request,
  since,
  before,
  after,
  difference,
  reasons,
  sides,
  about,
}: Props) {
  const intl = useIntl();
  const { today } = useViewer();
  const asOf = request.asOf ?? today;
  const figures: readonly ChangeRow[] = [
    { kind: 'before', result: before, asOf: since.asOf ?? asOf, period: since.period ?? request.period },
    { kind: 'after', result: after, asOf, period: request.period },
    // Of few people nothing is told of a difference but that they are few.
    ...(isTold(before) && isTold(after) ? [{ kind: 'difference' as const, difference }] : []),
  ];
  const rows = [...figures, ...(reasons ?? []).map((reason): ChangeRow => ({ kind: 'reason', reason }))];
  const title = intl.formatMessage({ id: 'change.figures' });
  return (
    <Section title={title}>
      <FiledTable
        caption={title}
        columns={useChangeColumns(metric, { request, sides }, rows)}
        rows={rows}
        shown={figures}
        rowKey={(row) => (row.kind === 'reason' ? `${row.reason.change} ${row.reason.reason}` : row.kind)}
        fileName={`${metric.id.toLowerCase()}-what-changed`}
        about={about}
      />
    </Section>
  );
}
