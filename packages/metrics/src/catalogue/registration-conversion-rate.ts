import type { MetricDefinition } from '../definition.ts';
import { rate, recorded } from '../shapes.ts';
import { mentees } from '../sources.ts';

/** Of the people at an info session, those who registered. */
export const registrationConversionRate: MetricDefinition = rate('REGISTRATION_CONVERSION_RATE', {
  group: 'QUALITY',
  audience: 'STAFF',
  source: mentees,
  counted: recorded('registered_on'),
});
