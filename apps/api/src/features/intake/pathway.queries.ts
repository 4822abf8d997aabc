import type { Journey } from '@tandem/domain/vocabulary';
import {
  compilePathway,
  daysWaiting,
  WAYS,
  type PathwayCount,
  type PathwayQuery,
} from '@tandem/metrics/pathway';
import { quantile, type Counted } from '@tandem/metrics/statistics/quantile';
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
  const { text, values } = compilePathway(journey, query, kept);
  const rows: Row[] = await context.db.query(text, values);
  const counted = new Map(rows.map((row) => [row.dimension, row]));
  const stages = WAYS[journey].stages.map(({ stage }) => {
    const of = (count: PathwayCount) => countedIn(counted.get(`${stage} ${count}`));
    return {
      stage,
      reached: peopleOf(of('REACHED')),
      days: of('DAYS'),
      daysWaiting: of('WAITS').map(({ value, count }) => ({
        value: daysWaiting(value, query.asOf),
        count,
      })),
    };
  });
  return stages.map((stage, index) => stageOf(stage, stages[index - 1]));
}

interface Stage {
  readonly stage: string;
  readonly reached: number;
  readonly days: readonly Counted[];
  readonly daysWaiting: readonly Counted[];
}

function stageOf({ stage, reached, days, daysWaiting }: Stage, before: Stage | undefined): PathwayStageType {
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
    waiting: peopleOf(daysWaiting),
    medianDaysWaiting: quantile(daysWaiting, 0.5),
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
