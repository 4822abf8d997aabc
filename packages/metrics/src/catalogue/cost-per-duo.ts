import type { MetricDefinition } from '../definition.ts';
import { costPer } from '../money.ts';
import { always } from '../shapes.ts';
import { duosByStart } from '../sources.ts';

/** All cost over all duos started in the period. */
export const costPerDuo: MetricDefinition = costPer(
  'COST_PER_DUO',
  { source: duosByStart, condition: always },
  [],
);
