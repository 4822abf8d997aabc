import * as vocabulary from '@tandem/domain/vocabulary';
import type { Dimension, TrendStep } from './definition.ts';

/** Whose group says it of nobody: what the records do not say. */
const UNKNOWN = 'UNKNOWN';

/** The closed lists of which the keys of dimensions are, each in the order in which it is read: levels and bands from the lowest on. */
const LISTS: Readonly<Partial<Record<Dimension | TrendStep, readonly string[]>>> = {
  GENDER: vocabulary.GENDERS,
  AGE_BAND: vocabulary.AGE_BANDS,
  EDUCATION: vocabulary.EDUCATION_LEVELS,
  NATIONALITY_GROUP: vocabulary.NATIONALITY_GROUPS,
  RESIDENCE_GROUND: vocabulary.RESIDENCE_GROUNDS,
  OUT_OF_WORK: vocabulary.OUT_OF_WORK_BANDS,
  SECTOR: vocabulary.SECTORS,
  REFERRAL: vocabulary.REFERRALS,
  GRANT_KIND: vocabulary.GRANT_KINDS,
  COST_CATEGORY: vocabulary.COST_CATEGORIES,
  COST_NATURE: vocabulary.COST_NATURES,
  EVENT_KIND: vocabulary.EVENT_KINDS,
};

/**
 * Every key that groups of a dimension can have, whether or not the records have it, for the dimensions by which outsiders see
 * figures. They are shown all of them: that one is missing would tell that there is nobody.
 */
export const KEYS_OF_DIMENSION: Readonly<Partial<Record<Dimension | TrendStep, readonly string[]>>> = {
  GENDER: [...vocabulary.GENDERS, UNKNOWN],
  EDUCATION: [...vocabulary.EDUCATION_LEVELS, UNKNOWN],
  GRANT_KIND: vocabulary.GRANT_KINDS,
  COST_CATEGORY: vocabulary.COST_CATEGORIES,
};

/**
 * Groups of a dimension, or periods of a trend, in the order in which they are read: as the closed list of their keys has them,
 * others as they come, and what the records do not say last.
 */
export function inNaturalOrder<G extends { readonly key: string }>(
  by: Dimension | TrendStep,
  groups: readonly G[],
): G[] {
  const list = LISTS[by] ?? [];
  const placeOf = ({ key }: G): number => {
    if (key === UNKNOWN) return list.length + 1;
    const place = list.indexOf(key);
    return place < 0 ? list.length : place;
  };
  return groups.toSorted((one, other) => placeOf(one) - placeOf(other));
}
