import { SegmentedControl } from '@mantine/core';
import { useAboutFigure } from '@tandem/ui/about-figure';
import { EmptyState } from '@tandem/ui/EmptyState';
import type { FigureResult } from '@tandem/ui/figure';
import { FIRST_PAGE } from '@tandem/ui/list-state';
import { Section } from '@tandem/ui/Section';
import { RecordList } from '@tandem/ui/RecordList';
import { useConnection } from '@tandem/ui/use-connection';
import { useCan } from '@tandem/ui/viewer';
import { getRouteApi } from '@tanstack/react-router';
import { useIntl } from 'react-intl';
import { graphql } from '../../gql/gql.ts';
import type { FigureRequest } from '../../gql/graphql.ts';
import type { Metric } from './indicator.queries.ts';
import { criterionOf } from './criterion.ts';
import { useRecordColumns } from './record-columns.tsx';
import { useCohortWords } from './use-cohort-words.ts';

const RECORDS = graphql(`
  query FigureRecords(
    $metric: MetricId!
    $asOf: CalendarDay
    $period: PeriodInput
    $parameters: FigureParametersInput
    $filter: FigureFilterInput
    $version: Int
    $standing: FigureStanding
    $first: Int
    $after: String
    $last: Int
    $before: String
    $identified: Boolean!
  ) {
    figureRecords(
      metric: $metric
      asOf: $asOf
      period: $period
      parameters: $parameters
      filter: $filter
      version: $version
      standing: $standing
      first: $first
      after: $after
      last: $last
      before: $before
    ) {
      totalCount
      hasMoreThanTotal
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
      edges {
        node {
          ...RecordRow
        }
      }
    }
  }
`);
const route = getRouteApi('/indicators/$metric');

/** Of all that the figure looks at. */
const ALL = 'ALL';

interface Props {
  readonly metric: Metric;
  readonly request: FigureRequest;
  /** The figure that they are the records of. */
  readonly result: FigureResult;
}

/** The duos or answers that the figure is made of, each with whether it counts and on what that rests. */
export function IndicatorRecords({ metric, request, result }: Props) {
  const aboutFigure = useAboutFigure();
  const cohortWords = useCohortWords(metric);
  const intl = useIntl();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const identified = useCan()('SEE_DUOS');
  const columns = useRecordColumns(criterionOf(metric, search.version));
  const standing = search.standing ?? null;
  const list = useConnection(RECORDS, {
    place: search,
    variables: { ...request, standing, identified },
    pick: ({ figureRecords }) => figureRecords,
  });
  const words = (id: string) => intl.formatMessage({ id });
  const of = metric.records ?? 'DUOS';
  const title = words(`indicators.records.${of}`);
  const narrowed =
    standing !== null &&
    intl.formatMessage({ id: 'records.narrowed' }, { what: words(`indicators.standing.${standing}.${of}`) });
  const scope = [cohortWords(search), narrowed].filter(Boolean).join('; ');
  return (
    <Section
      folds
      title={title}
      about={words(identified ? 'indicators.recordsAbout' : 'indicators.recordsPseudonymous')}
      action={
        metric.standings.length > 1 && (
          <SegmentedControl
            size="xs"
            value={standing ?? ALL}
            aria-label={words('indicators.counted')}
            onChange={(value) =>
              void navigate({
                search: (before) => ({
                  ...before,
                  ...FIRST_PAGE,
                  standing: metric.standings.find((one) => one === value),
                }),
                resetScroll: false,
              })
            }
            data={[ALL, ...metric.standings].map((value) => ({
              value,
              label: words(`indicators.standing.${value}.${of}`),
            }))}
          />
        )
      }
    >
      <RecordList
        caption={title}
        fileName={`${metric.id.toLowerCase()}-records`}
        about={aboutFigure([result], scope)}
        columns={columns}
        rowKey={({ key }) => key}
        state={search}
        onState={(patch) =>
          void navigate({ search: (before) => ({ ...before, ...patch }), resetScroll: false })
        }
        list={list}
        empty={<EmptyState title={words('indicators.noRecords')} />}
      />
    </Section>
  );
}
