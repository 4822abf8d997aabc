import { SegmentedControl } from '@mantine/core';
import { JOURNEYS } from '@tandem/domain/vocabulary';
import type { Column } from '@tandem/ui/column';
import { ErrorState } from '@tandem/ui/ErrorState';
import { FiledTable } from '@tandem/ui/FiledTable';
import { useFormat } from '@tandem/ui/format';
import { FunnelChart } from '@tandem/ui/FunnelChart';
import { Kept } from '@tandem/ui/Kept';
import { Section } from '@tandem/ui/Section';
import { useKeptQuery } from '@tandem/ui/use-kept-query';
import { useViewer } from '@tandem/ui/viewer';
import { useWords } from '@tandem/ui/words';
import { getRouteApi } from '@tanstack/react-router';
import { useIntl } from 'react-intl';
import { graphql } from '../../gql/gql.ts';
import type { PathwayQuery } from '../../gql/graphql.ts';
import { AnalysisPage } from './AnalysisPage.tsx';
import { periodOf, reversedEnd } from './cohort-search.ts';
import { CohortScope } from './CohortScope.tsx';
import classes from './Indicator.module.css';
import { useCohortWords } from './use-cohort-words.ts';

const PATHWAY = graphql(`
  query Pathway($journey: Journey!, $asOf: CalendarDay, $period: PeriodInput, $branch: [ID!]) {
    pathway(journey: $journey, asOf: $asOf, period: $period, branch: $branch) {
      stage
      reached
      came
      conversion
      interval {
        lower
        upper
      }
      medianDays
      lowerQuartileDays
      upperQuartileDays
      waiting
      medianDaysWaiting
    }
  }
`);
type Stage = PathwayQuery['pathway'][number];

const route = getRouteApi('/indicators/pathway');

/** The way from an info session into a duo: how many go on, and how long they take. */
export function PathwayPage() {
  const intl = useIntl();
  const { today } = useViewer();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { journey = 'MENTEE', ...cohort } = search;
  const asked = Object.values(cohort).some((value) => value !== undefined);
  return (
    <AnalysisPage
      title={intl.formatMessage({ id: 'pathway.title' })}
      scope={intl.formatMessage({ id: 'pathway.scope' })}
    >
      <CohortScope
        search={search}
        onChange={(change) =>
          void navigate({ search: (before) => ({ ...before, ...change }), resetScroll: false })
        }
        onReset={asked ? () => void navigate({ search: { journey: search.journey } }) : undefined}
      />
      <SegmentedControl
        value={journey}
        aria-label={intl.formatMessage({ id: 'pathway.whose' })}
        mb="md"
        onChange={(value) =>
          void navigate({
            search: (before) => ({ ...before, journey: JOURNEYS.find((each) => each === value) }),
            resetScroll: false,
          })
        }
        data={JOURNEYS.map((value) => ({ value, label: intl.formatMessage({ id: `pathway.${value}` }) }))}
      />
      {reversedEnd(search, today) === undefined && <Pathway />}
    </AnalysisPage>
  );
}

function Pathway() {
  const intl = useIntl();
  const format = useFormat();
  const { today } = useViewer();
  const { word } = useWords();
  const search = route.useSearch();
  const cohortWords = useCohortWords();
  const { journey = 'MENTEE', asOf, branch } = search;
  const period = periodOf(search, today);
  const { data, shownFor, pending, error } = useKeptQuery(
    PATHWAY,
    { journey, asOf: asOf ?? null, period: period ?? null, branch: branch ?? null },
    journey,
  );
  const label = ({ stage }: Stage) => word(shownFor === 'MENTEE' ? 'MenteeStage' : 'MentorStage', stage);
  const timeColumns = useTimeColumns(label);
  if (error !== undefined) return <ErrorState error={error} />;
  const stages = data?.pathway ?? [];
  const words = (id: string, values?: Record<string, string>) => intl.formatMessage({ id }, values);
  const first = stages.at(0)?.reached ?? 0;
  const last = stages.at(-1)?.reached ?? 0;
  const sentence =
    first === 0
      ? words('pathway.nobody')
      : words(`pathway.sentence.${shownFor}`, {
          first: format.number(first),
          last: format.number(last),
          share: format.percent(last / first),
        });
  const longest = longestWay(stages);
  const about = {
    definition: words('pathway.definition'),
    scope: `${words(`pathway.${shownFor}`)}; ${cohortWords(search)}`,
    asOf: asOf ?? today,
  };
  return (
    <Kept pending={pending}>
      <p className={classes.sentence}>{data === undefined ? ' ' : sentence}</p>
      <Section title={words('pathway.stages')}>
        <FunnelChart
          title={
            longest === undefined
              ? words('pathway.chartNone')
              : words('pathway.chart', {
                  from: label(longest.from),
                  to: label(longest.to),
                  days: format.number(longest.days),
                })
          }
          subtitle={words('pathway.chartAbout')}
          stages={stages.map((stage) => ({
            key: stage.stage,
            label: label(stage),
            count: stage.reached,
            conversion: stage.conversion ?? undefined,
            interval: stage.interval ?? undefined,
            medianDays: stage.medianDays ?? undefined,
          }))}
          stageHeader={words('pathway.stage')}
          countHeader={words('pathway.reached')}
          fileName={`pathway-${shownFor.toLowerCase()}`}
          about={about}
        />
      </Section>
      <Section title={words('pathway.time')} about={words('pathway.timeAbout')}>
        <FiledTable
          caption={words('pathway.time')}
          columns={timeColumns}
          rows={stages}
          rowKey={({ stage }) => stage}
          fileName={`time-in-stage-${shownFor.toLowerCase()}`}
          about={about}
        />
      </Section>
    </Kept>
  );
}

interface Way {
  readonly from: Stage;
  readonly to: Stage;
  readonly days: number;
}

/** Between which two stages half of those who went on waited longest, for the finding; undefined where nobody went on. */
function longestWay(stages: readonly Stage[]): Way | undefined {
  const [longest] = stages
    .flatMap((to, place): Way[] => {
      const from = stages[place - 1];
      return from === undefined || to.medianDays == null ? [] : [{ from, to, days: to.medianDays }];
    })
    .toSorted((a, b) => b.days - a.days);
  return longest;
}

function useTimeColumns(label: (stage: Stage) => string): Column<Stage>[] {
  const intl = useIntl();
  const format = useFormat();
  const column = (id: string, value: (stage: Stage) => number | null | undefined): Column<Stage> => ({
    id,
    header: intl.formatMessage({ id: `pathway.column.${id}` }),
    align: 'right',
    cell: (stage) => {
      const amount = value(stage);
      return amount == null ? '–' : format.number(amount);
    },
    text: (stage) => value(stage) ?? null,
  });
  return [
    { id: 'stage', header: intl.formatMessage({ id: 'pathway.stage' }), cell: label, text: label },
    column('lower', ({ lowerQuartileDays }) => lowerQuartileDays),
    column('median', ({ medianDays }) => medianDays),
    column('upper', ({ upperQuartileDays }) => upperQuartileDays),
    column('waiting', ({ waiting }) => waiting),
    column('daysWaiting', ({ medianDaysWaiting }) => medianDaysWaiting),
  ];
}
