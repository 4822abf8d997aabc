import { boundsColumns } from '@tandem/ui/bounds-columns';
import type { Column } from '@tandem/ui/column';
import { ErrorState } from '@tandem/ui/ErrorState';
import { FiledTable } from '@tandem/ui/FiledTable';
import { useFormat } from '@tandem/ui/format';
import { Kept } from '@tandem/ui/Kept';
import { Section } from '@tandem/ui/Section';
import { StepChart } from '@tandem/ui/StepChart';
import { useKeptQuery } from '@tandem/ui/use-kept-query';
import { useViewer } from '@tandem/ui/viewer';
import { getRouteApi } from '@tanstack/react-router';
import { useIntl } from 'react-intl';
import { graphql } from '../../gql/gql.ts';
import type { ExitCurveFragment, FigureRequest } from '../../gql/graphql.ts';
import { periodOf } from './cohort-search.ts';
import { useGroupLabel } from './dimensions.ts';
import { COMPETING, EXITS, HORIZONS } from './exit-search.ts';
import classes from './Indicator.module.css';
import { useCohortWords } from './use-cohort-words.ts';

graphql(`
  fragment ExitCurve on TimeToExitCurve {
    key
    label
    duos
    medianMonth
    exitsAfterEnd
    lookedUntil
    months {
      month
      atRisk
      incidence
      lower
      upper
      matureRate
      matureLower
      matureUpper
      matureDuos
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
type MonthRow = ExitCurveFragment['months'][number] & { readonly name: string };

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
      months,
      competing,
      exits: wants('POSITIVE_EXIT_RATE'),
      jobs: wants('EMPLOYMENT_RATE'),
      stableJobs: wants('STABLE_EMPLOYMENT_RATE'),
    },
    { by, exit, months },
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
    (answers[metric]?.curves ?? []).map(asLongAsLooked).map((curve) => ({
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
  const shown = shownFor.by === undefined ? found : found.filter((curve) => largest.has(curve));
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
  const about = { definition: words('exit.definition'), scope: cohortWords(search), asOf: asOf ?? today };
  const left = found.length - shown.length;
  const lookedFor = Math.max(0, ...shown.map(({ months: steps }) => steps.length - 1));
  const subtitles = [
    ...(left > 0
      ? [intl.formatMessage({ id: 'exit.largest' }, { count: MOST_CURVES, least: LEAST_DUOS })]
      : []),
    ...(lookedFor < shownFor.months
      ? [intl.formatMessage({ id: 'exit.lookedUntil' }, { months: lookedFor })]
      : []),
  ];
  return (
    <Kept pending={pending}>
      <p className={classes.sentence}>{sentence}</p>
      <Section title={words('exit.curves')} about={words('exit.about')}>
        <StepChart
          title={sentence}
          subtitle={subtitles.length === 0 ? undefined : subtitles.join(' ')}
          curves={shown.map(({ key, name, months: steps }) => ({
            key,
            label: name,
            steps: steps.map(({ month, incidence, lower, upper }) => ({
              at: month,
              value: incidence,
              lower,
              upper,
            })),
            atRisk: steps.map(({ month, atRisk }) => ({ at: month, count: atRisk })),
          }))}
          end={Math.max(1, lookedFor)}
          timeHeader={words('exit.months')}
          valueHeader={words('exit.share')}
          fileName="time-to-exit"
          about={about}
        />
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

/** A curve no further than somebody looked: what is beyond would read as if nothing had happened. */
function asLongAsLooked(curve: ExitCurveFragment): ExitCurveFragment {
  const { lookedUntil, medianMonth, months } = curve;
  const last = lookedUntil ?? 0;
  return {
    ...curve,
    medianMonth: medianMonth == null || medianMonth > last ? null : medianMonth,
    months: months.filter(({ month }) => month <= last),
  };
}

/** Months of curves as rows: the curve's share, and that of those for whom so many months are over. */
function useMonthColumns(): Column<MonthRow>[] {
  const intl = useIntl();
  const format = useFormat();
  const header = (id: string) => intl.formatMessage({ id: `exit.${id}` });
  const rate = (id: string, value: (row: MonthRow) => number | null | undefined): Column<MonthRow> => ({
    id,
    header: header(`column.${id}`),
    fileHeader: header(`file.${id}`),
    align: 'right',
    as: 'rate',
    cell: (row) => {
      const share = value(row);
      return share == null ? '–' : format.value(share, 'RATE');
    },
    text: (row) => value(row) ?? null,
  });
  const figure = (id: string) => intl.formatMessage({ id: `figure.${id}` });
  const interval = (
    id: string,
    of: string,
    bounds: (row: MonthRow) => readonly [lower: number | null | undefined, upper: number | null | undefined],
  ) =>
    boundsColumns<MonthRow>({
      id,
      header: figure('interval'),
      lowerHeader: `${header(`file.${of}`)}, ${figure('lower')}`,
      upperHeader: `${header(`file.${of}`)}, ${figure('upper')}`,
      unit: 'RATE',
      bounds: (row) => {
        const [lower, upper] = bounds(row);
        return lower == null || upper == null ? undefined : { lower, upper };
      },
      words: ({ lower, upper }) => format.interval(lower, upper, 'RATE'),
    });
  return [
    {
      id: 'name',
      header: header('column.name'),
      fixed: true,
      cell: ({ name }) => name,
      text: ({ name }) => name,
    },
    {
      id: 'month',
      header: header('months'),
      align: 'right',
      cell: ({ month }) => month,
      text: ({ month }) => month,
    },
    rate('curve', ({ incidence }) => incidence),
    ...interval('curveInterval', 'curve', ({ lower, upper }) => [lower, upper]),
    rate('mature', ({ matureRate }) => matureRate),
    ...interval('matureInterval', 'mature', ({ matureLower, matureUpper }) => [matureLower, matureUpper]),
    {
      id: 'matureDuos',
      header: header('column.matureDuos'),
      fileHeader: header('file.matureDuos'),
      align: 'right',
      cell: ({ matureDuos }) => format.number(matureDuos),
      text: ({ matureDuos }) => matureDuos,
    },
  ];
}
