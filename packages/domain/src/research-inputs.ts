import { z } from 'zod';
import { text } from './inputs.ts';
import { calendarDaySchema } from './period.ts';

/** How few mentees, and how few mentors, of a data set for research may share a combination of what identifies: 1 lets everything through. */
export const SMALLEST_GROUPS = { least: 1, usual: 5, most: 20 } as const;

const smallestGroup = z
  .number({ error: 'NUMBER_INVALID' })
  .int({ error: 'NUMBER_INVALID' })
  .min(SMALLEST_GROUPS.least, { error: 'TOO_SMALL' })
  .max(SMALLEST_GROUPS.most, { error: 'TOO_LARGE' })
  .default(SMALLEST_GROUPS.usual);

/** Which data set for research is meant: of which duos, with which columns, and how protected. */
export const researchChoiceInput = z.object({
  /** Names of variables. */
  columns: z.array(z.string()).min(1, { error: 'REQUIRED' }),
  asOf: calendarDaySchema.nullish(),
  period: z.object({ from: calendarDaySchema, to: calendarDaySchema }).nullish(),
  branch: z.array(z.uuid({ error: 'REFERENCE_UNKNOWN' })).nullish(),
  smallestGroup,
});

/** For what it is taken out, who is given it, and what they do with it. */
export const researchUseInput = z.object({
  purpose: text(40),
  recipient: text(200),
  use: text(1000),
});

export const researchDataInput = z.object({ ...researchChoiceInput.shape, ...researchUseInput.shape });
