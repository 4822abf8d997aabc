import type { SroiNumber } from '@tandem/domain/vocabulary';
import { resultOf, type SroiResult } from './result.ts';
import { withRow, type ValueMap } from './value-map.ts';

/** One value that a scenario sets in the place of the map's own. */
export interface ScenarioChange {
  readonly row: string;
  readonly parameter: SroiNumber;
  readonly value: number;
}

/** The map as a scenario sees it. Refuses (RangeError) a change of a row that there is not. */
export function underScenario(map: ValueMap, changes: readonly ScenarioChange[]): ValueMap {
  return changes.reduce(
    (changed, { row, parameter, value }) => withRow(changed, row, { [parameter]: value }),
    map,
  );
}

/** What a map comes to under each of several scenarios, in their order. */
export function scenarioResults<Scenario extends { readonly changes: readonly ScenarioChange[] }>(
  map: ValueMap,
  scenarios: readonly Scenario[],
): { readonly scenario: Scenario; readonly result: SroiResult }[] {
  return scenarios.map((scenario) => ({
    scenario,
    result: resultOf(underScenario(map, scenario.changes)),
  }));
}

/** Scenarios as far as they are about rows that the map has: what they set of a row that was taken out is nothing any more. */
export function scenariosOf<Scenario extends { readonly changes: readonly ScenarioChange[] }>(
  map: ValueMap,
  scenarios: readonly Scenario[],
): Scenario[] {
  return scenarios.map((scenario) => ({
    ...scenario,
    changes: scenario.changes.filter(({ row }) => map.rows.some(({ key }) => key === row)),
  }));
}
