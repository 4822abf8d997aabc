import { z } from 'zod';
import { cohortSearch } from './cohort-search.ts';

/** The exits whose time is followed, by the indicator that counts them. */
export const EXITS = ['POSITIVE_EXIT_RATE', 'EMPLOYMENT_RATE', 'STABLE_EMPLOYMENT_RATE'] as const;
export const EXIT_DIMENSIONS = ['BRANCH', 'GENDER', 'AGE_BAND', 'EDUCATION', 'OUT_OF_WORK'] as const;
export const HORIZONS = [12, 24, 36] as const;
export const LONGEST_HORIZON = Math.max(...HORIZONS);
/** Which closures compete with the exit, as the API names them. */
export const COMPETING = ['EARLY_END', 'ANY_CLOSURE'] as const;

export const exitSearch = cohortSearch.extend({
  /** One of them alone; all three where it is absent. */
  exit: z.enum(EXITS).optional().catch(undefined),
  by: z.enum(EXIT_DIMENSIONS).optional().catch(undefined),
  months: z.number().int().min(1).max(120).optional().catch(undefined),
  competing: z.enum(COMPETING).optional().catch(undefined),
  evidence: z.enum(['DOCUMENTED']).optional().catch(undefined),
});
export type ExitSearch = z.output<typeof exitSearch>;
