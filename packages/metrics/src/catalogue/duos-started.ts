import type { MetricDefinition } from '../definition.ts';
import { always } from '../shapes.ts';
import { duosByStart } from '../sources.ts';

/** Duos whose first day lies in the period. */
export const duosStarted: MetricDefinition = {
  id: 'DUOS_STARTED',
  version: 1,
  group: 'OPERATIONS',
  unit: 'COUNT',
  audience: 'GRANTS',
  parameters: [],
  numerator: { source: duosByStart, condition: always },
  denominator: null,
};
