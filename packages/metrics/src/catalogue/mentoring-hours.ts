import type { MetricDefinition } from '../definition.ts';
import { always } from '../shapes.ts';
import { meetings } from '../sources.ts';

/** Hours of all meetings held in the period. */
export const mentoringHours: MetricDefinition = {
  id: 'MENTORING_HOURS',
  version: 1,
  group: 'OPERATIONS',
  unit: 'HOURS',
  audience: 'GRANTS',
  parameters: [],
  numerator: { source: meetings, condition: always, sum: () => 'f.minutes / 60.0' },
  denominator: null,
  subjects: { source: meetings, condition: always, distinct: () => 'f.duo_id' },
};
