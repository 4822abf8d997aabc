import type { MetricDefinition } from '../definition.ts';
import { rate } from '../shapes.ts';
import { duosWithResponses } from '../sources.ts';

/** Of the duos closed, those whose mentor answered the evaluation. */
export const mentorResponseRate: MetricDefinition = rate('MENTOR_RESPONSE_RATE', {
  group: 'QUALITY',
  audience: 'GRANTS',
  source: duosWithResponses,
  counted: () => 'f.mentor_answered',
});
