import type { MetricDefinition } from '../definition.ts';
import { totalCost as cost } from '../money.ts';

/** All lines of the accounts booked in the period. */
export const totalCost: MetricDefinition = {
  id: 'TOTAL_COST',
  version: 1,
  group: 'ECONOMY',
  unit: 'CENTS',
  audience: 'PROGRAMME',
  parameters: [],
  numerator: cost,
  denominator: null,
};
