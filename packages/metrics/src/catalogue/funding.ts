import type { MetricDefinition } from '../definition.ts';
import { always } from '../shapes.ts';
import { grants } from '../sources.ts';

/** Amounts of the grants that begin in the period. */
export const funding: MetricDefinition = {
  id: 'FUNDING',
  version: 1,
  group: 'ECONOMY',
  unit: 'CENTS',
  audience: 'PROGRAMME',
  parameters: [],
  numerator: { source: grants, condition: always, sum: () => 'f.amount_cents' },
  denominator: null,
  subjects: { source: grants, condition: always, distinct: () => 'f.partner_id' },
};
