import type { Measure, MetricDefinition } from './definition.ts';
import { always } from './shapes.ts';
import { costs } from './sources.ts';

export const totalCost: Measure = { source: costs, condition: always, sum: () => 'f.amount_cents' };

/** All cost over what was reached, in cents. Exits are those of closed duos unless asked otherwise: cost is spent on all, results are known of these. */
export function costPer(
  reachedBy: Measure,
  parameters: MetricDefinition['parameters'],
): Omit<MetricDefinition, 'id' | 'rank' | 'version' | 'words'> {
  return {
    group: 'ECONOMY',
    unit: 'CENTS',
    audience: 'PROGRAMME',
    parameters,
    defaults: { population: 'CLOSED' },
    numerator: totalCost,
    denominator: reachedBy,
  };
}
