import { z } from 'zod';
import { choice, text } from './inputs.ts';
import { calendarDaySchema } from './period.ts';
import { LONGEST_RETENTION_MONTHS, SHORTEST_RETENTION_MONTHS } from './retention.ts';
import {
  CONSENT_STATUSES,
  DATA_CATEGORIES,
  DATA_RECIPIENTS,
  LEGAL_BASES,
  RETENTION_KINDS,
} from './vocabulary.ts';

/** What the operations of privacy accept, as inputs.ts. */
const LONGEST_REASON = 500;
const reason = z
  .string({ error: 'REASON_NEEDED' })
  .trim()
  .min(1, { error: 'REASON_NEEDED' })
  .max(LONGEST_REASON, { error: 'TOO_LONG' });

export const reasonInput = z.object({ reason });

export const consentInput = z.object({
  purpose: text(40),
  answer: choice(CONSENT_STATUSES),
  onDay: calendarDaySchema,
});

const name = text(120);
const description = text(1000);

export const purposeInput = z.object({
  key: z.string({ error: 'REQUIRED' }).regex(/^[A-Z][A-Z0-9_]{2,39}$/, { error: 'CHOICE_INVALID' }),
  nameFr: name,
  nameNl: name,
  nameEn: name,
  descriptionFr: description,
  descriptionNl: description,
  descriptionEn: description,
  legalBasis: choice(LEGAL_BASES),
  dataCategories: z.array(choice(DATA_CATEGORIES)).min(1, { error: 'REQUIRED' }),
  recipients: z.array(choice(DATA_RECIPIENTS)).min(1, { error: 'REQUIRED' }),
  fromDay: calendarDaySchema,
});

export const retentionRuleInput = z.object({
  kind: choice(RETENTION_KINDS),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, { error: 'CHOICE_INVALID' })
    .nullable()
    .default(null),
  keptMonths: z
    .number({ error: 'NUMBER_INVALID' })
    .int({ error: 'NUMBER_INVALID' })
    .min(SHORTEST_RETENTION_MONTHS, { error: 'TOO_SMALL' })
    .max(LONGEST_RETENTION_MONTHS, { error: 'TOO_LARGE' }),
  reason,
});

/** The bounds of the value are those of its threshold (thresholds.ts). */
export const thresholdInput = z.object({
  value: z.number({ error: 'NUMBER_INVALID' }).int({ error: 'NUMBER_INVALID' }),
  reason,
});
