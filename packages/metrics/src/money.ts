import type { CostNature } from '@tandem/domain/vocabulary';
import type { Measure, MetricDefinition } from './definition.ts';
import { always } from './shapes.ts';
import { costs, costsWithInKind } from './sources.ts';

export const totalCost: Measure = { source: costs, condition: always, sum: () => 'f.amount_cents' };

/** Cost of some natures. */
export function costOf(...natures: readonly CostNature[]): Measure {
  const condition = () => `f.nature in (${natures.map((nature) => `'${nature}'`).join(', ')})`;
  return { ...totalCost, condition };
}

/** All cost, and hours given in kind at their value. */
export const costWithInKind: Measure = {
  source: costsWithInKind,
  condition: always,
  sum: () => 'f.amount_cents',
};

/** All cost, or `of` it, over what was reached, in cents. Exits are those of closed duos unless asked otherwise: cost is spent on all, results are known of these. */
export function costPer(
  reachedBy: Measure,
  parameters: MetricDefinition['parameters'],
  of = totalCost,
): Omit<MetricDefinition, 'id' | 'rank' | 'version' | 'words'> {
  return {
    group: 'ECONOMY',
    unit: 'CENTS',
    audience: 'PROGRAMME',
    parameters,
    defaults: { population: 'CLOSED' },
    numerator: of,
    denominator: reachedBy,
  };
}
