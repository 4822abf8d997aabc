import { useQuery } from '@apollo/client/react';
import { DefinitionFacts } from '@tandem/ui/DefinitionFacts';
import { ErrorState } from '@tandem/ui/ErrorState';
import { Kept } from '@tandem/ui/Kept';
import { Page } from '@tandem/ui/Page';
import { Section } from '@tandem/ui/Section';
import { PageOnItsWay } from '@tandem/ui/PageOnItsWay';
import { useKeptQuery } from '@tandem/ui/use-kept-query';
import { useCan, useViewer } from '@tandem/ui/viewer';
import { getRouteApi, Link } from '@tanstack/react-router';
import { FormattedMessage, useIntl } from 'react-intl';
import type { FigureRequest } from '../../gql/graphql.ts';
import { NotFoundPage } from '../../app/NotFoundPage.tsx';
import { linesSearch } from '../money/money.routes.ts';
import { FIGURE, INDICATOR, type Metric } from './indicator.queries.ts';
import { AnsweredSentence } from './AnsweredSentence.tsx';
import { CostOfExits } from './CostOfExits.tsx';
import { FollowUp } from './FollowUp.tsx';
import { FormerNotice } from './FormerNotice.tsx';
import { FormerVersions } from './FormerVersions.tsx';
import { IndicatorBenchmarks } from './IndicatorBenchmarks.tsx';
import { IndicatorBreakdown } from './IndicatorBreakdown.tsx';
import { IndicatorLinks } from './IndicatorLinks.tsx';
import { IndicatorMissing } from './IndicatorMissing.tsx';
import { IndicatorRecords } from './IndicatorRecords.tsx';
import { IndicatorStatements } from './IndicatorStatements.tsx';
import { IndicatorScope } from './IndicatorScope.tsx';
import { IndicatorTile } from './IndicatorTile.tsx';
import { IndicatorTrend } from './IndicatorTrend.tsx';
import { KnownOf } from './KnownOf.tsx';
import { reversedEnd } from './cohort-search.ts';
import { requestOf } from './request.ts';
import classes from './Indicator.module.css';

const route = getRouteApi('/indicators/$metric');

/** One indicator: its figure, what it means, how it went, among whom it differs, and the records it is made of. */
export function IndicatorPage() {
  const { metric: id } = route.useParams();
  const { data, error } = useQuery(INDICATOR);
  if (data === undefined) return <PageOnItsWay error={error} />;
  const metric = data.metrics.find((candidate) => candidate.id === id);
  return metric === undefined ? <NotFoundPage /> : <LoadedIndicator key={metric.id} metric={metric} />;
}

function LoadedIndicator({ metric }: { readonly metric: Metric }) {
  const { today } = useViewer();
  const search = route.useSearch();
  return (
    <Page
      title={metric.name}
      scope={metric.says}
      parent={
        <Link to="/indicators">
          <FormattedMessage id="nav.indicators" />
        </Link>
      }
    >
      <IndicatorScope metric={metric} />
      <FormerNotice metric={metric} version={search.version} />
      {reversedEnd(search, today) === undefined && (
        <Indicator metric={metric} request={requestOf(metric, search, today)} />
      )}
    </Page>
  );
}

/** Whether there are people of whom it is not known, so that the rate has bounds. */
function asksOfUnknown({ standings, records }: Metric): boolean {
  return standings.includes('UNKNOWN') || records === 'ANSWERS';
}

/** A former version says in its own words of whom it is not known. */
function isInForce({ version }: Metric, request: FigureRequest): boolean {
  return request.version == null || request.version === version;
}

interface IndicatorProps {
  readonly metric: Metric;
  readonly request: FigureRequest;
}

function Indicator({ metric, request }: IndicatorProps) {
  const intl = useIntl();
  const can = useCan();
  const { branch } = route.useSearch();
  const { data, pending, error } = useKeptQuery(
    FIGURE,
    { ...request, withStatements: can('SEE_RECORDS_OF_FIGURES') },
    undefined,
  );
  const result = data?.figure;
  const shown = result?.__typename !== 'Withheld';
  return (
    <>
      {error === undefined ? (
        <Kept pending={pending}>
          <div className={classes.head}>
            <IndicatorTile result={result} size="large" />
            <div>
              {result && <DefinitionFacts results={[result]} besideValue />}
              {metric.dimensions.length > 0 && <IndicatorLinks metric={metric} />}
            </div>
          </div>
        </Kept>
      ) : (
        <ErrorState error={error} />
      )}
      {result && <AnsweredSentence result={result} />}
      {metric.unit === 'RATE' && metric.parameters && isInForce(metric, request) && can('SEE_ANALYSES') && (
        <FollowUp parameters={metric.parameters} request={request} />
      )}
      {metric.ratedBy != null && metric.parameters && (
        <CostOfExits request={request} rate={metric.ratedBy} usual={metric.parameters} />
      )}
      {metric.unit === 'RATE' &&
        !metric.parameters &&
        metric.standings.includes('UNKNOWN') &&
        can('SEE_ANALYSES') && <KnownOf request={request} />}
      {shown && metric.dimensions.length > 0 && (
        <>
          <IndicatorTrend metric={metric} request={request} />
          <IndicatorBreakdown metric={metric} request={request} />
          {metric.unit === 'RATE' && can('SEE_ANALYSES') && result && (
            <>
              {asksOfUnknown(metric) && (
                <IndicatorMissing metric={metric} request={request} result={result} />
              )}
              <IndicatorBenchmarks metric={metric} request={request} />
            </>
          )}
        </>
      )}
      {metric.id.startsWith('SROI') && result && can('SEE_SROI') && (
        <Section title={intl.formatMessage({ id: 'indicators.madeOf' })}>
          <Link
            to="/sroi"
            search={result.__typename === 'Figure' ? { mapVersion: result.sroiVersion?.id } : {}}
          >
            <FormattedMessage id="indicators.toSroi" />
          </Link>
        </Section>
      )}
      {shown && metric.group === 'ECONOMY' && metric.dimensions.length > 0 && can('SEE_MONEY') && (
        <Section title={intl.formatMessage({ id: 'indicators.madeOf' })}>
          <Link
            to="/money"
            search={
              metric.id === 'FUNDING' ? { tab: 'grants' } : linesSearch(request.period ?? undefined, branch)
            }
          >
            <FormattedMessage id={metric.id === 'FUNDING' ? 'indicators.toGrants' : 'indicators.toCosts'} />
          </Link>
        </Section>
      )}
      {result?.__typename === 'Figure' && result.statement && result.factsStatement && (
        <IndicatorStatements ran={result.statement} fromFacts={result.factsStatement} />
      )}
      {metric.formerVersions.length > 0 && <FormerVersions metric={metric} />}
      {metric.records != null && can('SEE_RECORDS_OF_FIGURES') && result && (
        <IndicatorRecords metric={metric} request={request} result={result} />
      )}
    </>
  );
}
