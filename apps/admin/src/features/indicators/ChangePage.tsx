import { useQuery } from '@apollo/client/react';
import { Text } from '@mantine/core';
import { addDays, addMonths } from '@tandem/domain/calendar-day';
import { useAboutFigure, useCountingWords } from '@tandem/ui/about-figure';
import { DayInput } from '@tandem/ui/DayInput';
import { ErrorState } from '@tandem/ui/ErrorState';
import { Kept } from '@tandem/ui/Kept';
import { FIRST_PAGE } from '@tandem/ui/list-state';
import { Page } from '@tandem/ui/Page';
import { PageOnItsWay } from '@tandem/ui/PageOnItsWay';
import { useKeptQuery } from '@tandem/ui/use-kept-query';
import { useViewer } from '@tandem/ui/viewer';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useIntl } from 'react-intl';
import { NotFoundPage } from '../../app/NotFoundPage.tsx';
import { graphql } from '../../gql/gql.ts';
import type { FigureMomentInput } from '../../gql/graphql.ts';
import { ChangeFigures } from './ChangeFigures.tsx';
import { ChangedRecords } from './ChangedRecords.tsx';
import { ChangeGroups } from './ChangeGroups.tsx';
import { ChangeReasons } from './ChangeReasons.tsx';
import { ChangeSentence } from './ChangeSentence.tsx';
import { useChangeScope, useSideWords, wholeAddress } from './change-scope.ts';
import { FormerNotice } from './FormerNotice.tsx';
import { VersionChoice } from './VersionChoice.tsx';
import { ChangeSteps } from './ChangeSteps.tsx';
import { periodOf, reversedEnd, type CohortSearch } from './cohort-search.ts';
import { INDICATOR, type Metric } from './indicator.queries.ts';
import type { ChangeSearch } from './indicators.routes.ts';
import { requestOf } from './request.ts';
import { SightNotice } from './SightNotice.tsx';
import classes from './Indicator.module.css';

const CHANGE = graphql(`
  query FigureChange(
    $metric: MetricId!
    $asOf: CalendarDay
    $period: PeriodInput
    $parameters: FigureParametersInput
    $filter: FigureFilterInput
    $version: Int
    $since: FigureMomentInput!
  ) {
    figureChange(
      metric: $metric
      asOf: $asOf
      period: $period
      parameters: $parameters
      filter: $filter
      version: $version
      since: $since
    ) {
      before {
        ...FigureFields
      }
      after {
        ...FigureFields
      }
      difference {
        value
        interval {
          lower
          upper
        }
        bounds {
          lower
          upper
        }
        shared
      }
      changes {
        change
        count
        counted
      }
      reasons {
        change
        reason
        count
        counted
      }
    }
  }
`);

const route = getRouteApi('/indicators/$metric/change');
/** How long before the figure the other moment is, if nothing is said. */
const MONTHS_BEFORE = 12;

/** Why a figure is another one than it was: the two, what its duos did in between, and which duos those are. */
export function ChangePage() {
  const { metric: id } = route.useParams();
  const { data, error } = useQuery(INDICATOR);
  if (data === undefined) return <PageOnItsWay error={error} />;
  const metric = data.metrics.find((candidate) => candidate.id === id);
  return metric === undefined ? <NotFoundPage /> : <LoadedChange key={metric.id} metric={metric} />;
}

/** The other moment, as its address would say it. */
function cohortThen({ thenAsOf, thenFrom, thenTo, asOf, branch }: ChangeSearch): CohortSearch {
  return { from: thenFrom, to: thenTo, asOf: thenAsOf ?? asOf, branch };
}

/** The other moment: a period of its own, or an earlier as-of day. */
function momentOf(search: ChangeSearch, today: string): FigureMomentInput {
  const { thenAsOf, asOf } = search;
  const period = periodOf(cohortThen(search), today);
  if (thenAsOf === undefined && period === undefined)
    return { asOf: addMonths(asOf ?? today, -MONTHS_BEFORE) };
  return { ...(thenAsOf && { asOf: thenAsOf }), ...(period && { period }) };
}

/** The last two years of which, on the as-of day, everybody's usual window is over: as the address has them, and in words. */
function lastYears({ parameters }: Metric, { asOf }: ChangeSearch, today: string) {
  const over = addMonths(addDays(asOf ?? today, 1), 0 - (parameters?.windowMonths ?? 0));
  const year = Number(over.slice(0, 4)) - 1;
  return {
    search: {
      from: `${year}-01-01`,
      to: `${year}-12-31`,
      thenFrom: `${year - 1}-01-01`,
      thenTo: `${year - 1}-12-31`,
    },
    words: { year: String(year), before: String(year - 1) },
  };
}

function LoadedChange({ metric }: { readonly metric: Metric }) {
  const intl = useIntl();
  const { today } = useViewer();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const since = momentOf(search, today);
  const years = lastYears(metric, search, today);
  const label = (id: string) => intl.formatMessage({ id });
  const reversed = reversedEnd(search, today);
  const reversedThen = reversedEnd(cohortThen(search), today);
  const set = (change: Partial<ChangeSearch>) =>
    void navigate({ search: (before) => ({ ...before, ...FIRST_PAGE, ...change }), resetScroll: false });
  const field = (
    name: 'asOf' | 'from' | 'to' | 'thenAsOf' | 'thenFrom' | 'thenTo',
    { shown = '', fault }: { readonly shown?: string; readonly fault?: string | false } = {},
  ) => (
    <DayInput
      label={label(`change.${name}`)}
      value={search[name] ?? shown}
      max={today}
      error={fault}
      onDay={(day) => set({ [name]: day === '' ? undefined : day })}
    />
  );
  return (
    <Page
      title={intl.formatMessage({ id: 'change.title' }, { name: metric.name })}
      scope={label('change.scope')}
      parent={
        <Link
          from="/indicators/$metric/change"
          to="/indicators/$metric"
          params={{ metric: metric.id }}
          search={(before) => before}
        >
          {metric.name}
        </Link>
      }
    >
      <div className={classes.scope} role="group" aria-label={label('change.now')}>
        {field('asOf', { shown: today })}
        {field('from', { fault: reversed === 'from' && label('indicators.beginsTooLate') })}
        {field('to', { fault: reversed === 'to' && label('indicators.periodReversed') })}
        <VersionChoice metric={metric} value={search.version} onChange={(version) => set({ version })} />
      </div>
      <div className={classes.scope} role="group" aria-label={label('change.then')}>
        {field('thenAsOf', { shown: since.asOf ?? '' })}
        {field('thenFrom', { fault: reversedThen === 'from' && label('indicators.beginsTooLate') })}
        {field('thenTo', { fault: reversedThen === 'to' && label('indicators.periodReversed') })}
      </div>
      <p className={classes.links}>
        <Link
          from="/indicators/$metric/change"
          search={(before) => ({ ...before, ...FIRST_PAGE, thenAsOf: undefined, ...years.search })}
        >
          {intl.formatMessage({ id: 'change.years' }, years.words)}
        </Link>
      </p>
      <SightNotice asked={search.branch} />
      <FormerNotice metric={metric} version={search.version} />
      {reversed === undefined && reversedThen === undefined && (
        <Change metric={metric} request={requestOf(metric, search, today)} since={since} />
      )}
    </Page>
  );
}

interface ChangeProps {
  readonly metric: Metric;
  readonly request: ReturnType<typeof requestOf>;
  readonly since: FigureMomentInput;
}

function Change({ metric, request, since }: ChangeProps) {
  const intl = useIntl();
  const counting = useCountingWords();
  const aboutFigure = useAboutFigure();
  const search = route.useSearch();
  const sides = useSideWords()(search, since);
  const scope = useChangeScope(metric)(search, since);
  const { data, pending, error } = useKeptQuery(CHANGE, { ...request, since }, undefined);
  if (error !== undefined) return <ErrorState error={error} />;
  if (data === undefined) return <Kept pending>{null}</Kept>;
  const { before, after, difference, changes, reasons } = data.figureChange;
  const about = (results: Parameters<typeof aboutFigure>[0]) => ({
    ...aboutFigure(results, scope),
    link: wholeAddress(),
  });
  const both = before.__typename === 'Figure' && after.__typename === 'Figure' && { before, after };
  return (
    <>
      <Kept pending={pending}>
        {both ? (
          <ChangeSentence metric={metric} {...both} difference={difference} sides={sides} />
        ) : (
          <p className={classes.sentence}>{intl.formatMessage({ id: 'change.oneSided' })}</p>
        )}
        <Text size="sm" c="dimmed">
          {both && both.after.parameters && `${counting(both.after.parameters)} `}
          {scope}.
        </Text>
        <ChangeFigures
          metric={metric}
          request={request}
          since={since}
          before={before}
          after={after}
          difference={difference}
          reasons={reasons}
          sides={sides}
          about={about([before, after])}
        />
        {difference?.shared === 0 && metric.dimensions.includes('BRANCH') && (
          <ChangeGroups
            metric={metric}
            request={request}
            since={since}
            sides={sides}
            about={about([before, after])}
          />
        )}
        {changes && both && (
          <ChangeSteps
            metric={metric}
            {...both}
            changes={changes}
            sides={sides}
            about={about([before, after])}
          />
        )}
        {reasons && reasons.length > 0 && (
          <ChangeReasons metric={metric} request={request} reasons={reasons} about={about([before, after])} />
        )}
      </Kept>
      {reasons && (
        <ChangedRecords
          metric={metric}
          request={request}
          since={since}
          reasons={reasons}
          sides={sides}
          about={aboutFigure([before, after], scope)}
        />
      )}
    </>
  );
}
