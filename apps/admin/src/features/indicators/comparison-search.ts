import { DIMENSIONS, TREND_STEPS } from '@tandem/metrics/definition';
import { z } from 'zod';
import { cohortSearch } from './cohort-search.ts';
import { filterSearch } from './dimensions.ts';

/** By what groups are made: a dimension, or time. */
export const GROUPINGS = [...DIMENSIONS, ...TREND_STEPS] as const;

export const comparisonSearch = cohortSearch.extend({
  ...filterSearch.shape,
  /** The indicator that is compared. */
  of: z.string().optional().catch(undefined),
  by: z.enum(GROUPINGS).optional().catch(undefined),
  /** The key of the group that the others are held against. */
  reference: z.string().optional().catch(undefined),
  /** What is adjusted for. */
  adjusted: z.array(z.enum(DIMENSIONS)).max(4).optional().catch(undefined),
});
export type ComparisonSearch = z.output<typeof comparisonSearch>;
