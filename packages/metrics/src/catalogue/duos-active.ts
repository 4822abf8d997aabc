import type { MetricDefinition } from '../definition.ts';
import { duosByStart } from '../sources.ts';

/** Duos that go on at the end of the as-of day; the period is that of their start. */
export const duosActive: MetricDefinition = {
  id: 'DUOS_ACTIVE',
  version: 1,
  group: 'OPERATIONS',
  unit: 'COUNT',
  audience: 'GRANTS',
  parameters: [],
  numerator: {
    source: duosByStart,
    condition: ({ asOf }) => `(f.closed_on is null or f.closed_on > ${asOf})`,
  },
  denominator: null,
};
