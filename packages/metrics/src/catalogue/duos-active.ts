import type { MetricDefinition } from '../definition.ts';
import { always } from '../shapes.ts';
import { duosByDay } from '../sources.ts';

/** Duos that go on at the end of the as-of day, or of the period's last day where that is earlier. */
export const duosActive: MetricDefinition = {
  id: 'DUOS_ACTIVE',
  version: 1,
  group: 'OPERATIONS',
  unit: 'COUNT',
  audience: 'GRANTS',
  parameters: [],
  numerator: { source: duosByDay, condition: always },
  denominator: null,
};
