import { z } from 'zod';
import { cohortSearch } from '../indicators/cohort-search.ts';
import { EXITS } from '../indicators/exit-search.ts';

/** By what both sides can be weighed: what is known of participants and of the comparison group from before. */
export const COVARIATES = [
  'GENDER',
  'AGE_BAND',
  'EDUCATION',
  'OUT_OF_WORK',
  'NATIONALITY_GROUP',
  'COUNTRY',
] as const;
export type Covariate = (typeof COVARIATES)[number];
export const USUAL_COVARIATES: readonly Covariate[] = COVARIATES.slice(0, 4);
export const WINDOWS = [6, 12, 18, 24] as const;
export const USUAL_WINDOW = 12;
export const ESTIMANDS = ['TREATED', 'ALL'] as const;
export type Estimand = (typeof ESTIMANDS)[number];

export const outsideSearch = cohortSearch.extend({
  group: z.uuid().optional().catch(undefined),
  exit: z.enum(EXITS).optional().catch(undefined),
  windowMonths: z.number().int().min(1).max(120).optional().catch(undefined),
  covariates: z.array(z.enum(COVARIATES)).min(1).optional().catch(undefined),
  estimand: z.enum(ESTIMANDS).optional().catch(undefined),
});
export type OutsideSearch = z.output<typeof outsideSearch>;
