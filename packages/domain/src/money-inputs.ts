import { z } from 'zod';
import { SMALLEST_SHARE, tenThousandths, WHOLE_SHARE } from './funding.ts';
import { choice, text } from './inputs.ts';
import { calendarDaySchema } from './period.ts';
import {
  ALLOCATION_BASES,
  ALLOCATION_SPANS,
  CONDITION_MEASURES,
  COST_CATEGORIES,
  COST_NATURES,
  GRANT_KINDS,
  GRANT_STATUSES,
} from './vocabulary.ts';

/** What is accepted about money: by forms, by the API and by what is pasted. */
const id = z.uuid({ error: 'REFERENCE_UNKNOWN' });
/** An emptied field of a form is no day. */
const optionalDay = z
  .literal('')
  .transform(() => null)
  .or(calendarDaySchema)
  .nullable()
  .default(null);
const whole = (least: number, most: number) =>
  z
    .number({ error: 'NUMBER_INVALID' })
    .int({ error: 'NUMBER_INVALID' })
    .min(least, { error: 'TOO_SMALL' })
    .max(most, { error: 'TOO_LARGE' });
const optionalText = (max: number) =>
  z
    .string()
    .trim()
    .max(max, { error: 'TOO_LONG' })
    .transform((value) => (value === '' ? null : value))
    .nullable()
    .default(null);
/** A share above 0 and at most 1, kept to ten-thousandths. */
const share = z
  .number({ error: 'NUMBER_INVALID' })
  .min(SMALLEST_SHARE, { error: 'TOO_SMALL' })
  .max(1, { error: 'TOO_LARGE' });

/** A thousand million euros: more than any amount of a programme. */
const MOST_CENTS = 100_000_000_000;
export const MAXIMUM_REASON_LENGTH = 300;
const reason = z
  .string({ error: 'REASON_NEEDED' })
  .trim()
  .min(1, { error: 'REASON_NEEDED' })
  .max(MAXIMUM_REASON_LENGTH, { error: 'TOO_LONG' });
export const reasonInput = z.object({ reason });

const line = {
  bookedOn: calendarDaySchema,
  category: choice(COST_CATEGORIES),
  branchId: id,
  amountCents: whole(-MOST_CENTS, MOST_CENTS),
  nature: choice(COST_NATURES).nullable().default(null),
  grantId: id.nullable().default(null),
};
/** A line of the ledger; without a nature it has the usual one of its category. */
export const costInput = z.object({ ...line, reference: optionalText(80) });
/** What a line of the ledger is put right to. */
export const costCorrectionInput = z.object({ ...line, reason });

const MOST_TERMS = 60;
const termId = id.nullable().default(null);
export const conditionInput = z.object({
  id: termId,
  text: text(500),
  measure: choice(CONDITION_MEASURES).nullable().default(null),
  target: z
    .number({ error: 'NUMBER_INVALID' })
    .min(0.0001, { error: 'TOO_SMALL' })
    .max(100_000, { error: 'TOO_LARGE' })
    .nullable()
    .default(null),
  dueOn: optionalDay,
  metOn: optionalDay,
});
export const instalmentInput = z.object({
  id: termId,
  dueOn: calendarDaySchema,
  amountCents: whole(1, MOST_CENTS),
  receivedOn: optionalDay,
});
export const deadlineInput = z.object({
  id: termId,
  dueOn: calendarDaySchema,
  text: text(300),
  sentOn: optionalDay,
});
export const grantFields = z.object({
  reference: text(80),
  funderId: id,
  kind: choice(GRANT_KINDS),
  status: choice(GRANT_STATUSES),
  purpose: optionalText(500),
  startsOn: calendarDaySchema,
  /** The last day. */
  endsOn: calendarDaySchema,
  amountCents: whole(0, MOST_CENTS),
  branchId: id.nullable().default(null),
});
/** A grant with all that was agreed. */
export const grantInput = grantFields.extend({
  conditions: z.array(conditionInput).max(MOST_TERMS, { error: 'TOO_LARGE' }),
  instalments: z.array(instalmentInput).max(MOST_TERMS, { error: 'TOO_LARGE' }),
  deadlines: z.array(deadlineInput).max(MOST_TERMS, { error: 'TOO_LARGE' }),
});

/** How many duos are earmarked at once. */
export const MAXIMUM_EARMARKS = 500;
export const earmarksInput = z
  .array(z.object({ duoId: id, share }))
  .min(1, { error: 'REQUIRED' })
  .max(MAXIMUM_EARMARKS, { error: 'TOO_LARGE' });
export const duoIdsInput = z
  .array(id)
  .min(1, { error: 'REQUIRED' })
  .max(MAXIMUM_EARMARKS, { error: 'TOO_LARGE' });

const MOST_BRANCHES = 200;
/** A version of the allocation rule; shares of branches, where it has them, come to 1. */
export const allocationRuleInput = z
  .object({
    basis: choice(ALLOCATION_BASES),
    span: choice(ALLOCATION_SPANS),
    spread: z.array(choice(COST_NATURES)).max(COST_NATURES.length, { error: 'TOO_LARGE' }),
    branchShares: z
      .array(z.object({ branchId: id, share }))
      .max(MOST_BRANCHES, { error: 'TOO_LARGE' })
      .nullable()
      .default(null),
    reason,
  })
  .refine(
    ({ basis, branchShares }) =>
      basis !== 'BRANCH_SHARES' ||
      (branchShares ?? []).reduce((sum, { share: part }) => sum + tenThousandths(part), 0) === WHOLE_SHARE,
    { error: 'SHARES_NOT_WHOLE', path: ['branchShares'] },
  );

/** Months, categories and branches of a year. */
const MOST_BUDGET_LINES = 12 * COST_CATEGORIES.length * MOST_BRANCHES;
export const budgetInput = z.object({
  year: whole(1990, 2100),
  note: optionalText(300),
  lines: z
    .array(
      z.object({
        month: calendarDaySchema,
        category: choice(COST_CATEGORIES),
        branchId: id,
        amountCents: whole(0, MOST_CENTS),
      }),
    )
    .min(1, { error: 'REQUIRED' })
    .max(MOST_BUDGET_LINES, { error: 'TOO_LARGE' }),
});

/** At how much an hour that is given in kind is valued, from a day on, and where that was taken from. */
export const inKindRateInput = z.object({
  fromDay: calendarDaySchema,
  centsPerHour: whole(1, 1_000_00),
  source: text(300),
  sourceYear: whole(1990, 2100),
});

export type CostInput = z.output<typeof costInput>;
export type CostCorrectionInput = z.output<typeof costCorrectionInput>;
export type GrantInput = z.output<typeof grantInput>;
export type AllocationRuleInput = z.output<typeof allocationRuleInput>;
export type BudgetInput = z.output<typeof budgetInput>;
