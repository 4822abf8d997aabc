import { isCounted } from '@tandem/metrics/any-metric';
import { haveSameValue } from '@tandem/metrics/definition';
import { definedAs } from './compute-figures.ts';
import { inEachVersion, keyOf, type Question } from './menu.ts';
import type { Told } from './release-ledger.ts';

/** What was told last of a figure, and by which version of its indicator. */
export interface ToldBefore {
  readonly question: Question;
  readonly told: Told;
}

/**
 * What an outsider was told last of a figure. Where nothing was told by this version of the indicator, it is what was told by a
 * former one of the same value: who knows that knows who came since, whatever else the new version says.
 */
export function toldBefore(
  told: ReadonlyMap<string, Told>,
  question: Question,
  group: readonly string[],
): ToldBefore | undefined {
  for (const one of inEachVersion(question)) {
    const last = told.get(keyOf(one, group));
    if (last !== undefined && isOfSameValue(one, question)) return { question: one, told: last };
  }
  return undefined;
}

function isOfSameValue({ metric, version }: Question, other: Question): boolean {
  if (version === other.version) return true;
  return isCounted(metric) && haveSameValue(definedAs(metric, version), definedAs(metric, other.version));
}
