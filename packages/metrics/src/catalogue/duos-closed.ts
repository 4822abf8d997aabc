import type { MetricDefinition } from '../definition.ts';
import { always } from '../shapes.ts';
import { duosByClosure } from '../sources.ts';

/** Duos whose last day lies in the period. */
export const duosClosed: MetricDefinition = {
  id: 'DUOS_CLOSED',
  version: 1,
  group: 'OPERATIONS',
  unit: 'COUNT',
  audience: 'GRANTS',
  parameters: [],
  numerator: { source: duosByClosure, condition: always },
  denominator: null,
};
