import { NativeSelect } from '@mantine/core';
import { useAboutFigure } from '@tandem/ui/about-figure';
import { DifferenceChart } from '@tandem/ui/DifferenceChart';
import { DotChart } from '@tandem/ui/DotChart';
import { ErrorState } from '@tandem/ui/ErrorState';
import { FiledTable } from '@tandem/ui/FiledTable';
import { Kept } from '@tandem/ui/Kept';
import { Section } from '@tandem/ui/Page';
import { pointOf, type Point } from '@tandem/ui/point';
import { useKeptQuery } from '@tandem/ui/use-kept-query';
import { useViewer } from '@tandem/ui/viewer';
import { useWords } from '@tandem/ui/words';
import { getRouteApi } from '@tanstack/react-router';
import { useIntl } from 'react-intl';
import { graphql } from '../../gql/gql.ts';
import type { ComparedGroupsQuery, Dimension, TrendStep } from '../../gql/graphql.ts';
import { useComparedColumns, type ComparedRow } from './compared-columns.tsx';
import { useGroups } from './dimensions.ts';
import { usePeriodLabel, useFindings } from './findings.ts';
import type { Metric } from './indicator.queries.ts';
import { requestOf } from './request.ts';
import classes from './Indicator.module.css';
import { useCohortWords } from './use-cohort-words.ts';

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
      comparisons
      figures {
        key
        label
        isReference
        wording
        result {
          ...FigureFields
        }
        difference {
          difference
          interval {
            lower
            upper
          }
          simultaneous {
            lower
            upper
          }
          probability
          adjustedProbability
          verdict
        }
      }
    }
  }
`);
type Compared = ComparedGroupsQuery['compareGroups']['figures'][number];

const route = getRouteApi('/indicators/comparison');

interface Props {
  readonly metric: Metric;
  readonly by: Dimension | TrendStep;
}

/** The groups' rates, their differences to one of them, and what may be said of those. */
export function ComparedGroups({ metric, by }: Props) {
  const intl = useIntl();
  const { today } = useViewer();
  const { word } = useWords();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { labelOf, inOrder } = useGroups();
  const periodLabel = usePeriodLabel();
  const findings = useFindings();
  const aboutFigure = useAboutFigure();
  const cohortWords = useCohortWords();
  const columns = useComparedColumns();
  const grouping = isStep(by) ? { by: null, step: by } : { by, step: null };
  const { data, shownFor, pending, error } = useKeptQuery(
    COMPARED,
    { ...requestOf(metric, search, today), ...grouping, reference: search.reference ?? null },
    by,
  );
  if (error !== undefined) return <ErrorState error={error} />;
  if (data === undefined) return <Kept pending>{null}</Kept>;
  const words = (id: string, values?: Record<string, string | number>) => intl.formatMessage({ id }, values);
  const named = data.compareGroups.figures.map((figure) => ({
    ...figure,
    label: isStep(shownFor) ? periodLabel(figure.key, shownFor) : labelOf(shownFor, figure),
  }));
  const figures = isStep(shownFor) ? named : inOrder(shownFor, named);
  const { comparisons } = data.compareGroups;
  const reference = figures.find(({ isReference }) => isReference);
  const clear = figures.filter(
    ({ difference }) => difference?.verdict === 'HIGHER' || difference?.verdict === 'LOWER',
  );
  const dots = figures.map(({ key, label, result, wording }): Point =>
    result.__typename === 'Figure' && wording === 'COUNT'
      ? {
          key,
          label,
          value: undefined,
          absent: 'noData',
          why: words('comparison.few', {
            count: result.numerator,
            total: result.denominator ?? 0,
          }),
        }
      : pointOf(key, label, result, intl),
  );
  const about = aboutFigure(
    figures.map(({ result }) => result),
    cohortWords(search),
  );
  const sentence =
    reference === undefined || comparisons === 0
      ? words('comparison.nothing')
      : clear.length === 0
        ? words('comparison.noneClear', { name: metric.name, count: comparisons, reference: reference.label })
        : words('comparison.clear', {
            name: metric.name,
            count: comparisons,
            reference: reference.label,
            groups: intl.formatList(
              clear.map(({ label, difference }) =>
                words(`comparison.is.${difference?.verdict}`, { group: label }),
              ),
            ),
          });
  return (
    <Kept pending={pending}>
      <p className={classes.sentence}>{sentence}</p>
      <Section title={words('comparison.rates')}>
        <DotChart
          title={findings.breakdown(metric, dots)}
          dots={dots}
          unit="RATE"
          groupHeader={isStep(shownFor) ? words(`indicators.step.${shownFor}`) : word('Dimension', shownFor)}
          valueHeader={metric.name}
          fileName={`${metric.id.toLowerCase()}-compared`}
          about={about}
        />
      </Section>
      {reference && comparisons > 0 && (
        <Section
          title={words('comparison.differences')}
          about={words('comparison.plainWords', { count: comparisons })}
          action={
            <NativeSelect
              size="xs"
              aria-label={words('comparison.reference')}
              value={reference.key}
              data={figures.map(({ key, label }) => ({
                value: key,
                label: words('comparison.against', { group: label }),
              }))}
              onChange={(event) => {
                const { value } = event.currentTarget;
                void navigate({ search: (before) => ({ ...before, reference: value }), resetScroll: false });
              }}
            />
          }
        >
          <DifferenceChart
            title={sentence}
            differences={figures
              .filter(({ isReference }) => !isReference)
              .map((figure) => differenceOf(figure, words))}
            unit="RATE"
            lowerLabel={words('comparison.lower', { group: reference.label })}
            higherLabel={words('comparison.higher', { group: reference.label })}
            groupHeader={words('comparison.group')}
            valueHeader={words('comparison.difference')}
            fileName={`${metric.id.toLowerCase()}-differences`}
            about={about}
          />
          <FiledTable
            caption={words('comparison.table')}
            columns={columns}
            rows={figures.map((figure): ComparedRow => figure)}
            rowKey={({ key }) => key}
            fileName={`${metric.id.toLowerCase()}-comparison`}
            about={about}
          />
        </Section>
      )}
    </Kept>
  );
}

function isStep(by: Dimension | TrendStep): by is TrendStep {
  return by === 'YEAR' || by === 'QUARTER' || by === 'MONTH';
}

/** The difference with the interval that holds all of them at once, and what can be said. */
function differenceOf({ key, label, difference, result }: Compared, words: (id: string) => string): Point {
  if (difference == null)
    return {
      key,
      label,
      value: undefined,
      absent: result.__typename === 'Withheld' ? 'withheld' : 'noData',
      why: words(result.__typename === 'Withheld' ? `figure.withheld.${result.reason}` : 'figure.noData'),
    };
  return {
    key,
    label,
    value: difference.difference,
    interval: difference.simultaneous,
    note: words(`comparison.verdict.${difference.verdict}`),
  };
}
