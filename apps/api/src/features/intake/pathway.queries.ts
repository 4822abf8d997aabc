import type { Journey } from '@tandem/domain/vocabulary';
import {
  compilePathway,
  daysWaiting,
  monthOfDay,
  WAYS,
  type PathwayCount,
  type PathwayPart,
  type PathwayQuery,
} from '@tandem/metrics/pathway';
import { aroundQuantile, quantile, type Counted } from '@tandem/metrics/statistics/quantile';
import { wilsonInterval } from '@tandem/metrics/statistics/wilson';
import type { Context } from '../../graphql/context.ts';
import { rolledUpFor } from '../metrics/roll-ups.loader.ts';
import type { PathwayStageType } from './pathway.type.ts';

interface Row {
  readonly dimension: `${string} ${PathwayCount}`;
  readonly valued: string;
  readonly people: string;
}

/** The stages of a journey, each with who reached it out of those at an info session in the period. */
export async function pathwayOf(
  context: Context,
  journey: Journey,
  query: PathwayQuery,
): Promise<PathwayStageType[]> {
  const rolledUp = await rolledUpFor(context);
  // What is kept is of all branches together.
  const kept = rolledUp?.branchIds === undefined ? rolledUp?.sources.get(WAYS[journey].name) : undefined;
  const read = async (part: PathwayPart) => {
    const { text, values } = compilePathway(journey, query, part, kept);
    const rows: Row[] = await context.db.query(text, values);
    const counted = new Map(rows.map((row) => [row.dimension, row]));
    return (stage: string, count: PathwayCount) => countedIn(counted.get(`${stage} ${count}`));
  };
  const of = await read({ counts: ['REACHED', 'DAYS', 'WAITS'] });
  const stages = WAYS[journey].stages.map(({ stage }) => {
    const waits = of(stage, 'WAITS');
    return { stage, reached: peopleOf(of(stage, 'REACHED')), days: of(stage, 'DAYS'), waits };
  });
  const ofMonths = [...new Set(stages.flatMap(({ waits }) => monthsOfMedian(waits)))];
  const since = ofMonths.length === 0 ? undefined : await read({ counts: ['WAITS_SINCE'], ofMonths });
  return stages.map((stage, index) =>
    stageOf(
      {
        ...stage,
        medianDaysWaiting: since ? medianOf(stage.waits, since(stage.stage, 'WAITS_SINCE'), query) : null,
      },
      stages[index - 1],
    ),
  );
}

/** The months in which the values lie between which the median of those who wait is. */
function monthsOfMedian(waits: readonly Counted[]): number[] {
  const around = aroundQuantile(waits, 0.5);
  return around === null ? [] : [around.lower, around.upper];
}

/** From those who wait by month, and by day in the months of the median: whichever day the others wait since, it is the same. */
function medianOf(
  waits: readonly Counted[],
  since: readonly Counted[],
  { asOf }: PathwayQuery,
): number | null {
  const byDay = new Set(since.map(({ value }) => monthOfDay(value)));
  const known = [...waits.filter(({ value }) => !byDay.has(value)), ...since];
  return quantile(
    known.map(({ value, count }) => ({ value: daysWaiting(value, asOf), count })),
    0.5,
  );
}

interface Stage {
  readonly stage: string;
  readonly reached: number;
  readonly days: readonly Counted[];
  readonly waits: readonly Counted[];
}

function stageOf(
  { stage, reached, days, waits, medianDaysWaiting }: Stage & Pick<PathwayStageType, 'medianDaysWaiting'>,
  before: Stage | undefined,
): PathwayStageType {
  const came = peopleOf(days);
  const followed = before !== undefined && before.reached > 0;
  return {
    stage,
    reached,
    came: before === undefined ? null : came,
    conversion: followed ? came / before.reached : null,
    interval: followed ? wilsonInterval(came, before.reached) : null,
    medianDays: quantile(days, 0.5),
    lowerQuartileDays: quantile(days, 0.25),
    upperQuartileDays: quantile(days, 0.75),
    waiting: peopleOf(waits),
    medianDaysWaiting,
  };
}

function countedIn(row: Row | undefined): Counted[] {
  if (row === undefined) return [];
  const people = row.people.split(',');
  return row.valued
    .split(',')
    .map((value, index) => ({ value: Number(value), count: Number(people[index]) }));
}

function peopleOf(counted: readonly Counted[]): number {
  return counted.reduce((sum, { count }) => sum + count, 0);
}
