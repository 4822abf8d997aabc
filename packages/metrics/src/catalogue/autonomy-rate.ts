import type { MetricDefinition } from '../definition.ts';
import { agreementRate } from '../shapes.ts';

/** Of the answers given, those of 4 or 5: (mentees) more autonomous in their search. */
export const autonomyRate: MetricDefinition = agreementRate('AUTONOMY_RATE', 'LONG_TERM', 'autonomy');
