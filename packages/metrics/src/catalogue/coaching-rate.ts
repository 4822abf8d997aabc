import type { MetricDefinition } from '../definition.ts';
import { agreementRate } from '../shapes.ts';

/** Of the answers given, those of 4 or 5: (mentors) better at coaching. */
export const coachingRate: MetricDefinition = agreementRate('COACHING_RATE', 'LONG_TERM', 'coaching');
