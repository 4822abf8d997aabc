import { ErrorState } from '@tandem/ui/ErrorState';
import { Kept } from '@tandem/ui/Kept';
import { useKeptQuery } from '@tandem/ui/use-kept-query';
import { useViewer } from '@tandem/ui/viewer';
import { useWords } from '@tandem/ui/words';
import { getRouteApi } from '@tanstack/react-router';
import { useIntl } from 'react-intl';
import { graphql } from '../../gql/gql.ts';
import type { Dimension, TrendStep } from '../../gql/graphql.ts';
import { ComparedFigures } from './ComparedFigures.tsx';
import { useGroupLabel } from './dimensions.ts';
import { usePeriodLabel } from './findings.ts';
import type { Metric } from './indicator.queries.ts';
import { requestOf } from './request.ts';
import { useCohortWords } from './use-cohort-words.ts';
import { usePlacedWords } from './use-placed-words.ts';

const COMPARED = graphql(`
  query ComparedGroups(
    $metric: MetricId!
    $asOf: CalendarDay
    $period: PeriodInput
    $filter: FigureFilterInput
    $by: Dimension
    $step: TrendStep
    $reference: String
  ) {
    compareGroups(
      metric: $metric
      asOf: $asOf
      period: $period
      filter: $filter
      by: $by
      step: $step
      reference: $reference
    ) {
      ...ComparisonFields
    }
  }
`);

const route = getRouteApi('/indicators/comparison');

interface Props {
  readonly metric: Metric;
  readonly by: Dimension | TrendStep;
}

/** The groups of a dimension, or the periods, each held against one of them. */
export function ComparedGroups({ metric, by }: Props) {
  const intl = useIntl();
  const { today } = useViewer();
  const { word } = useWords();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const labelOf = useGroupLabel();
  const periodLabel = usePeriodLabel();
  const cohortWords = useCohortWords();
  const placed = usePlacedWords(metric);
  const grouping = isStep(by) ? { by: null, step: by } : { by, step: null };
  const { data, shownFor, pending, error } = useKeptQuery(
    COMPARED,
    { ...requestOf(metric, search, today), ...grouping, reference: search.reference ?? null },
    by,
  );
  if (error !== undefined) return <ErrorState error={error} />;
  if (data === undefined) return <Kept pending>{null}</Kept>;
  const figures = data.compareGroups.figures.map((figure) => ({
    ...figure,
    label: isStep(shownFor) ? periodLabel(figure.key, shownFor) : labelOf(shownFor, figure),
  }));
  return (
    <Kept pending={pending}>
      <ComparedFigures
        metric={metric}
        comparison={{ ...data.compareGroups, figures }}
        groupHeader={
          isStep(shownFor)
            ? intl.formatMessage({ id: `indicators.step.${shownFor}` })
            : word('Dimension', shownFor)
        }
        scope={`${cohortWords(search)}. ${placed}`}
        fileName={metric.id.toLowerCase()}
        onReference={(reference) =>
          void navigate({ search: (before) => ({ ...before, reference }), resetScroll: false })
        }
      />
    </Kept>
  );
}

function isStep(by: Dimension | TrendStep): by is TrendStep {
  return by === 'YEAR' || by === 'QUARTER' || by === 'MONTH';
}
