import type { MetricDefinition } from '../definition.ts';
import { agreementRate } from '../shapes.ts';

/** Of the answers given, those of 4 or 5: (mentors) more useful. */
export const usefulnessRate: MetricDefinition = agreementRate('USEFULNESS_RATE', 'LONG_TERM', 'usefulness');
