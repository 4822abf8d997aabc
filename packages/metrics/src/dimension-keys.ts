import { COST_CATEGORIES, EDUCATION_LEVELS, GENDERS, GRANT_KINDS } from '@tandem/domain/vocabulary';
import type { Dimension, TrendStep } from './definition.ts';

/**
 * Every key that groups of a dimension can have, whether or not the records have it, for the dimensions by which outsiders see
 * figures. They are shown all of them: that one is missing would tell that there is nobody.
 */
export const KEYS_OF_DIMENSION: Readonly<Partial<Record<Dimension | TrendStep, readonly string[]>>> = {
  GENDER: [...GENDERS, 'UNKNOWN'],
  EDUCATION: [...EDUCATION_LEVELS, 'UNKNOWN'],
  GRANT_KIND: GRANT_KINDS,
  COST_CATEGORY: COST_CATEGORIES,
};
