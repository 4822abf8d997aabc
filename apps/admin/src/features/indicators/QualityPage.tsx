import { useAboutFigure } from '@tandem/ui/about-figure';
import { BarChart } from '@tandem/ui/BarChart';
import { isRateOfFew } from '@tandem/ui/counted';
import { ErrorState } from '@tandem/ui/ErrorState';
import { FigureGrid } from '@tandem/ui/FigureGrid';
import { useFormat } from '@tandem/ui/format';
import { Kept } from '@tandem/ui/Kept';
import { Section } from '@tandem/ui/Section';
import { pointOf } from '@tandem/ui/point';
import { TrendChart } from '@tandem/ui/TrendChart';
import { useKeptQuery } from '@tandem/ui/use-kept-query';
import { useCan, useViewer } from '@tandem/ui/viewer';
import { getRouteApi } from '@tanstack/react-router';
import { useIntl } from 'react-intl';
import { graphql } from '../../gql/gql.ts';
import type { FigureRequest, MetricId } from '../../gql/graphql.ts';
import { AnalysisPage } from './AnalysisPage.tsx';
import { periodOf, reversedEnd } from './cohort-search.ts';
import { CohortScope } from './CohortScope.tsx';
import { FieldCompleteness } from './FieldCompleteness.tsx';
import { useFindings, usePeriodLabel } from './findings.ts';
import { IndicatorTile } from './IndicatorTile.tsx';
import classes from './Indicator.module.css';
import { useCohortWords } from './use-cohort-words.ts';

const QUALITY = graphql(`
  query Quality(
    $requests: [FigureRequest!]!
    $asOf: CalendarDay
    $period: PeriodInput
    $filter: FigureFilterInput
  ) {
    figures(requests: $requests) {
      ...FigureFields
    }
    satisfaction: trend(
      metric: SATISFACTION_RATE
      step: YEAR
      asOf: $asOf
      period: $period
      filter: $filter
    ) {
      key
      label
      result {
        ...FigureFields
      }
    }
  }
`);

const TILES = [
  'MENTEE_RESPONSE_RATE',
  'MENTOR_RESPONSE_RATE',
  'SATISFACTION_RATE',
  'NET_PROMOTER_SCORE',
] as const satisfies readonly MetricId[];
const AGREEING = [
  'SATISFACTION_RATE',
  'AUTONOMY_RATE',
  'NETWORK_RATE',
  'USEFULNESS_RATE',
  'COACHING_RATE',
] as const satisfies readonly MetricId[];
const METRICS: readonly MetricId[] = [...new Set<MetricId>([...TILES, ...AGREEING])];

const route = getRouteApi('/indicators/quality');

/** What mentees and mentors say at the end, and how many of them say anything. */
export function QualityPage() {
  const intl = useIntl();
  const { today } = useViewer();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const asked = Object.values(search).some((value) => value !== undefined);
  return (
    <AnalysisPage
      title={intl.formatMessage({ id: 'quality.title' })}
      scope={intl.formatMessage({ id: 'quality.scope' })}
    >
      <CohortScope
        search={search}
        onChange={(change) =>
          void navigate({ search: (before) => ({ ...before, ...change }), resetScroll: false })
        }
        onReset={asked ? () => void navigate({ search: {} }) : undefined}
      />
      {reversedEnd(search, today) === undefined && <Quality />}
    </AnalysisPage>
  );
}

function Quality() {
  const intl = useIntl();
  const format = useFormat();
  const { today } = useViewer();
  const search = route.useSearch();
  const periodLabel = usePeriodLabel();
  const findings = useFindings();
  const can = useCan();
  const aboutFigure = useAboutFigure();
  const cohortWords = useCohortWords();
  const { asOf, branch } = search;
  const period = periodOf(search, today);
  const scope: Omit<FigureRequest, 'metric'> = {
    ...(asOf && { asOf }),
    ...(period && { period }),
    ...(branch && { filter: { branch } }),
  };
  const { data, pending, error } = useKeptQuery(
    QUALITY,
    { requests: METRICS.map((metric) => ({ metric, ...scope })), ...scope },
    undefined,
  );
  if (error !== undefined) return <ErrorState error={error} />;
  const resultOf = (metric: MetricId) => data?.figures[METRICS.indexOf(metric)];
  /** Out of few a rate is a count, after which the sentence has other words. */
  const rate = (name: string, metric: MetricId): Record<string, string | boolean> => {
    const result = resultOf(metric);
    if (result?.__typename !== 'Figure') return { [name]: '–', [`${name}Few`]: false };
    const { numerator, denominator, value, unit } = result;
    return isRateOfFew(result)
      ? {
          [name]: intl.formatMessage(
            { id: 'figure.ofMany' },
            { count: format.number(numerator), total: format.number(denominator ?? 0) },
          ),
          [`${name}Few`]: true,
        }
      : { [name]: format.value(value, unit), [`${name}Few`]: false };
  };
  const words = (id: string, values?: Record<string, string | boolean>) => intl.formatMessage({ id }, values);
  const results = AGREEING.flatMap((metric) => resultOf(metric) ?? []);
  const bars = results
    .map((result) => pointOf(result.definition.id, result.definition.name, result, intl))
    .toSorted((a, b) => (b.value ?? 0) - (a.value ?? 0));
  const years = (data?.satisfaction ?? []).map(({ key, result }) =>
    pointOf(key, periodLabel(key, 'YEAR'), result, intl),
  );
  return (
    <Kept pending={pending}>
      <p className={classes.sentence}>
        {data === undefined
          ? ' '
          : words('quality.sentence', {
              ...rate('mentees', 'MENTEE_RESPONSE_RATE'),
              ...rate('mentors', 'MENTOR_RESPONSE_RATE'),
              ...rate('satisfied', 'SATISFACTION_RATE'),
            })}
      </p>
      <FigureGrid>
        {TILES.map((metric) => (
          <IndicatorTile key={metric} result={resultOf(metric)} search={search} />
        ))}
      </FigureGrid>
      <Section title={words('quality.agreeing')} about={words('quality.agreeingAbout')}>
        <BarChart
          title={findings.agreeing(bars)}
          bars={bars}
          unit="RATE"
          groupHeader={words('quality.statement')}
          valueHeader={words('quality.share')}
          fileName="agreeing"
          about={{ ...aboutFigure(results, cohortWords(search)), definition: words('quality.definition') }}
        />
      </Section>
      <Section title={words('quality.course')}>
        <TrendChart
          title={findings.trend({ name: words('quality.courseFinding'), unit: 'RATE' }, years)}
          points={years}
          unit="RATE"
          periodHeader={words('indicators.step.YEAR')}
          valueHeader={words('quality.share')}
          fileName="satisfaction-by-year"
          about={aboutFigure(
            (data?.satisfaction ?? []).map(({ result }) => result),
            cohortWords(search),
          )}
        />
      </Section>
      {can('SEE_ANALYSES') && <FieldCompleteness asOf={asOf} />}
    </Kept>
  );
}
