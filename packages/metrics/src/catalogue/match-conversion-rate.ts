import type { MetricDefinition } from '../definition.ts';
import { rate, recorded } from '../shapes.ts';
import { mentees } from '../sources.ts';

/** Of those with an intake interview, those who started a duo. */
export const matchConversionRate: MetricDefinition = rate('MATCH_CONVERSION_RATE', {
  group: 'QUALITY',
  audience: 'STAFF',
  source: mentees,
  among: recorded('intake_on'),
  counted: recorded('matched_on'),
});
