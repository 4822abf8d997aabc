import type { MetricDefinition } from '../definition.ts';
import { rate, recorded } from '../shapes.ts';
import { mentees } from '../sources.ts';

/** Of those registered, those who had an intake interview. */
export const intakeConversionRate: MetricDefinition = rate('INTAKE_CONVERSION_RATE', {
  group: 'QUALITY',
  audience: 'STAFF',
  source: mentees,
  among: recorded('registered_on'),
  counted: recorded('intake_on'),
});
