import type { MetricDefinition } from '../definition.ts';
import { agreementRate } from '../shapes.ts';

/** Of the answers given, those of 4 or 5: (mentees) that their network has widened. */
export const networkRate: MetricDefinition = agreementRate('NETWORK_RATE', 'LONG_TERM', 'network');
