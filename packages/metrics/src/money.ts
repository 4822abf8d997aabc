import type { Measure, MetricDefinition } from './definition.ts';
import { always } from './shapes.ts';
import { costs } from './sources.ts';

export const totalCost: Measure = { source: costs, condition: always, sum: () => 'f.amount_cents' };

/** All cost over what was reached, in cents. Exits are those of closed duos unless asked otherwise: cost is spent on all, results are known of these. */
export function costPer(
  id: string,
  reachedBy: Measure,
  parameters: MetricDefinition['parameters'],
): MetricDefinition {
  return {
    id,
    version: 1,
    group: 'ECONOMY',
    unit: 'CENTS',
    audience: 'PROGRAMME',
    parameters,
    defaults: { population: 'CLOSED' },
    numerator: totalCost,
    denominator: reachedBy,
  };
}
