import type { MetricDefinition } from '../definition.ts';
import { agreementRate } from '../shapes.ts';

/** Of the answers given, those of 4 or 5: satisfied overall. */
export const satisfactionRate: MetricDefinition = agreementRate(
  'SATISFACTION_RATE',
  'QUALITY',
  'satisfaction',
);
