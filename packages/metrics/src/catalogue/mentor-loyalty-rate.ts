import type { MetricDefinition } from '../definition.ts';
import { rate, reached } from '../shapes.ts';
import { mentors } from '../sources.ts';

/** Of the mentors with a closed duo, those with a duo that started after their first closure. */
export const mentorLoyaltyRate: MetricDefinition = rate('MENTOR_LOYALTY_RATE', {
  group: 'OUTCOMES',
  audience: 'STAFF',
  source: mentors,
  counted: reached('next_duo_on'),
});
