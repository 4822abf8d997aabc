import type { MetricDefinition } from '../definition.ts';
import { rate } from '../shapes.ts';
import { duosByClosure } from '../sources.ts';

/** Of the duos closed in the period, those that went their whole way. */
export const completionRate: MetricDefinition = rate('COMPLETION_RATE', {
  group: 'OPERATIONS',
  audience: 'GRANTS',
  source: duosByClosure,
  counted: () => `f.closure_reason = 'COMPLETED'`,
});
