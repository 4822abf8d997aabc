import { ErrorState } from '@tandem/ui/ErrorState';
import { FiledTable } from '@tandem/ui/FiledTable';
import { useFormat } from '@tandem/ui/format';
import { Kept } from '@tandem/ui/Kept';
import { Section } from '@tandem/ui/Section';
import { StepChart } from '@tandem/ui/StepChart';
import { withinWords } from '@tandem/ui/sureness';
import { useKeptQuery } from '@tandem/ui/use-kept-query';
import { useViewer } from '@tandem/ui/viewer';
import { getRouteApi } from '@tanstack/react-router';
import { useIntl } from 'react-intl';
import { graphql } from '../../gql/gql.ts';
import type { ExitCurveFragment, FigureRequest } from '../../gql/graphql.ts';
import { periodOf } from './cohort-search.ts';
import { useGroupLabel } from './dimensions.ts';
import { ExitHorizon } from './ExitHorizon.tsx';
import { ExitLinks } from './ExitLinks.tsx';
import { useMonthColumns, type MonthRow } from './exit-month-columns.tsx';
import { COMPETING, EXITS, HORIZONS, LONGEST_HORIZON } from './exit-search.ts';
import { useExitDefinition } from './use-exit-definition.ts';
import classes from './Indicator.module.css';
import { useCohortWords } from './use-cohort-words.ts';

graphql(`
  fragment ExitCurve on TimeToExitCurve {
    key
    label
    duos
    medianMonth
    lookedUntil
    months {
      month
      atRisk
      exits
      ends
      censored
      incidence
      lower
      upper
      unknown
      tooEarly
      bounds {
        worst
        best
        caution
      }
      matureRate
      matureLower
      matureUpper
      matureDuos
      matureUnknown
      matureBounds {
        worst
        best
        caution
      }
    }
  }
`);
const CURVES = graphql(`
  query ExitCurves(
    $asOf: CalendarDay
    $period: PeriodInput
    $filter: FigureFilterInput
    $parameters: FigureParametersInput
    $by: Dimension
    $months: Int!
    $competing: CompetingClosures!
    $exits: Boolean!
    $jobs: Boolean!
    $stableJobs: Boolean!
  ) {
    exits: timeToExit(
      metric: POSITIVE_EXIT_RATE
      asOf: $asOf
      period: $period
      filter: $filter
      parameters: $parameters
      by: $by
      months: $months
      competing: $competing
    ) @include(if: $exits) {
      curves {
        ...ExitCurve
      }
    }
    jobs: timeToExit(
      metric: EMPLOYMENT_RATE
      asOf: $asOf
      period: $period
      filter: $filter
      parameters: $parameters
      by: $by
      months: $months
      competing: $competing
    ) @include(if: $jobs) {
      curves {
        ...ExitCurve
      }
    }
    stableJobs: timeToExit(
      metric: STABLE_EMPLOYMENT_RATE
      asOf: $asOf
      period: $period
      filter: $filter
      parameters: $parameters
      by: $by
      months: $months
      competing: $competing
    ) @include(if: $stableJobs) {
      curves {
        ...ExitCurve
      }
    }
  }
`);
/** Of fewer duos a curve would be a story about each of them. */
const LEAST_DUOS = 10;
/** The most groups whose curves can be told apart on one drawing; the largest are shown. */
const MOST_CURVES = 5;
/** After so many months the sentence says how many. */
const YEAR = 12;

interface NamedCurve extends ExitCurveFragment {
  readonly name: string;
}

const route = getRouteApi('/indicators/time-to-exit');

/** The curves, what they say in a sentence, and the mature-cohort rates beside them. */
export function ExitCurves() {
  const intl = useIntl();
  const format = useFormat();
  const { today } = useViewer();
  const search = route.useSearch();
  const cohortWords = useCohortWords();
  const labelOf = useGroupLabel();
  const columns = useMonthColumns();
  const definition = useExitDefinition();
  const { asOf, branch, exit, by, months = HORIZONS[1], competing = COMPETING[0], evidence } = search;
  const scope: Omit<FigureRequest, 'metric'> = {
    asOf: asOf ?? null,
    period: periodOf(search, today) ?? null,
    filter: branch === undefined ? null : { branch },
    parameters: evidence === undefined ? null : { evidence },
  };
  const wants = (metric: (typeof EXITS)[number]) => exit === undefined || exit === metric;
  const { data, shownFor, pending, error } = useKeptQuery(
    CURVES,
    {
      ...scope,
      by: by ?? null,
      // As far as any choice reaches, so that it is known which of them change anything.
      months: Math.max(LONGEST_HORIZON, months),
      competing,
      exits: wants('POSITIVE_EXIT_RATE'),
      jobs: wants('EMPLOYMENT_RATE'),
      stableJobs: wants('STABLE_EMPLOYMENT_RATE'),
    },
    { by, exit },
  );
  if (error !== undefined) return <ErrorState error={error} />;
  if (data === undefined) return <Kept pending>{null}</Kept>;
  const words = (id: string, values?: Record<string, string>) => intl.formatMessage({ id }, values);
  const answers = {
    POSITIVE_EXIT_RATE: data.exits,
    EMPLOYMENT_RATE: data.jobs,
    STABLE_EMPLOYMENT_RATE: data.stableJobs,
  };
  const found = EXITS.flatMap((metric): NamedCurve[] =>
    (answers[metric]?.curves ?? []).map((curve) => ({
      ...curve,
      // Of groups the name is the group's, of the three exits the exit's.
      key: shownFor.by === undefined ? metric : curve.key,
      name: shownFor.by === undefined ? words(`exit.${metric}`) : labelOf(shownFor.by, curve),
    })),
  );
  const largest = new Set(
    found
      .filter(({ duos }) => duos >= LEAST_DUOS)
      .toSorted((a, b) => b.duos - a.duos)
      .slice(0, MOST_CURVES),
  );
  const whole = shownFor.by === undefined ? found : found.filter((curve) => largest.has(curve));
  const shown = whole.map((curve) => upTo(curve, months));
  const first = shown[0];
  const year = first?.months.findLast(({ month }) => month <= YEAR);
  const sentence =
    first === undefined || year === undefined || first.duos === 0
      ? words('exit.nobody')
      : words(first.medianMonth == null ? 'exit.sentence' : 'exit.sentenceMedian', {
          name:
            shownFor.by === undefined
              ? first.name
              : `${words(`exit.${shownFor.exit ?? EXITS[0]}`)} (${first.name})`,
          months: format.number(year.month),
          share: format.value(year.incidence, 'RATE'),
          interval: format.interval(year.lower, year.upper, 'RATE'),
          median: format.number(first.medianMonth ?? 0),
        });
  const sure =
    year?.bounds &&
    words('exit.sure', {
      words: withinWords({ bounds: year.bounds, unknown: year.unknown, early: year.tooEarly }, intl),
    });
  const about = { definition: definition(search), scope: cohortWords(search), asOf: asOf ?? today };
  const left = found.length - shown.length;
  const lookedFor = Math.max(0, ...shown.map(({ months: steps }) => steps.length - 1));
  const subtitles = [
    ...(sure ? [sure] : []),
    ...(left > 0
      ? [intl.formatMessage({ id: 'exit.largest' }, { count: MOST_CURVES, least: LEAST_DUOS })]
      : []),
    ...(lookedFor < months ? [intl.formatMessage({ id: 'exit.lookedUntil' }, { months: lookedFor })] : []),
  ];
  return (
    <Kept pending={pending}>
      <p className={classes.sentence}>{sentence}</p>
      {sure && <p>{sure}</p>}
      <Section
        title={words('exit.curves')}
        action={
          <ExitHorizon
            months={months}
            lookedUntil={Math.max(0, ...whole.map((curve) => curve.lookedUntil ?? 0))}
          />
        }
      >
        <StepChart
          title={sentence}
          subtitle={subtitles.length === 0 ? undefined : subtitles.join(' ')}
          curves={shown.map(({ key, name, months: steps }) => ({
            key,
            label: name,
            steps: steps.map((step) => ({
              at: step.month,
              value: step.incidence,
              lower: step.lower,
              upper: step.upper,
              atRisk: step.atRisk,
              events: step.exits,
              competing: step.ends,
              censored: step.censored,
              counted: {
                unit: 'RATE',
                unknown: step.unknown,
                notYet: step.tooEarly,
                bounds: step.bounds ?? undefined,
              },
            })),
          }))}
          end={Math.max(1, lookedFor)}
          timeHeader={words('exit.months')}
          valueHeader={words('exit.share')}
          fileName="time-to-exit"
          about={about}
        />
        <p className={classes.note}>{words('exit.about')}</p>
        <ExitLinks search={search} months={lookedFor} />
      </Section>
      <Section title={words('exit.mature')} about={words('exit.matureAbout')}>
        <FiledTable
          caption={words('exit.mature')}
          columns={columns}
          rows={shown.flatMap(({ name, months: all }) =>
            all
              .filter(({ month }) => month > 0 && (month % 6 === 0 || month === all.length - 1))
              .map((month): MonthRow => ({ ...month, name })),
          )}
          rowKey={({ name, month }) => `${name} ${month}`}
          fileName="mature-cohort-rates"
          about={about}
        />
      </Section>
    </Kept>
  );
}

/** A curve no further than it is asked for and somebody looked: what is beyond would read as if nothing had happened. */
function upTo(curve: NamedCurve, most: number): NamedCurve {
  const { lookedUntil, medianMonth, months } = curve;
  const last = Math.min(lookedUntil ?? 0, most);
  return {
    ...curve,
    medianMonth: medianMonth == null || medianMonth > last ? null : medianMonth,
    months: months.filter(({ month }) => month <= last),
  };
}
