import { LISTED } from './catalogue.gen.ts';
import type { MetricDefinition } from './definition.ts';

export type MetricId = keyof typeof LISTED;

/** Every indicator that is counted from facts, by id. A new one is a file in the folder of this name, and nothing else. */
export const CATALOGUE: Readonly<Record<MetricId, MetricDefinition>> = LISTED;

/** The same in the order in which they are shown. */
export const METRICS: readonly MetricDefinition[] = Object.values<MetricDefinition>(CATALOGUE).toSorted(
  (one, other) => one.rank - other.rank,
);
export const METRIC_IDS: readonly MetricId[] = METRICS.map(({ id }) => id as MetricId);
