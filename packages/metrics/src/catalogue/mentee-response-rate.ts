import type { MetricDefinition } from '../definition.ts';
import { rate } from '../shapes.ts';
import { duosWithResponses } from '../sources.ts';

/** Of the duos closed, those whose mentee answered the evaluation. */
export const menteeResponseRate: MetricDefinition = rate('MENTEE_RESPONSE_RATE', {
  group: 'QUALITY',
  audience: 'GRANTS',
  source: duosWithResponses,
  counted: () => 'f.mentee_answered',
});
