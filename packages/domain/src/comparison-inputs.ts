import { z } from 'zod';
import { optionalText, text } from './inputs.ts';

/** What the operations about published rates and comparison groups accept, as inputs.ts. */
const EARLIEST_YEAR = 1950;
const LATEST_YEAR = 2100;
const LONGEST_LABEL = 120;
const LONGEST_TEXT = 1000;
const LONGEST_LINK = 500;
const LONGEST_WINDOW_MONTHS = 120;

/** Only pages: another scheme could do something where somebody follows it. */
const LINK = /^https?:\/\/[^\s/?#]+(?:[/?#]\S*)?$/;

const link = z
  .string()
  .trim()
  .max(LONGEST_LINK, { error: 'TOO_LONG' })
  .refine((value) => value === '' || LINK.test(value), { error: 'LINK_INVALID' })
  .transform((value) => (value === '' ? null : value))
  .nullable()
  .default(null);

const label = optionalText(LONGEST_LABEL);
const sentences = optionalText(LONGEST_TEXT);

/** What is typed of a published rate, field by field. */
export const publishedRateFields = z.object({
  metric: z.string({ error: 'REQUIRED' }).regex(/^[A-Z][A-Z0-9_]{2,60}$/, { error: 'CHOICE_INVALID' }),
  labelFr: label,
  labelNl: label,
  labelEn: label,
  /** 0 to 1. */
  rate: z.number({ error: 'NUMBER_INVALID' }).min(0, { error: 'TOO_SMALL' }).max(1, { error: 'TOO_LARGE' }),
  /** How many people it rests on; null where the source does not say. */
  people: z
    .number({ error: 'NUMBER_INVALID' })
    .int({ error: 'NUMBER_INVALID' })
    .min(1, { error: 'TOO_SMALL' })
    .max(2_000_000_000, { error: 'TOO_LARGE' })
    .nullable()
    .default(null),
  /** About whom it is, and how that differs from the programme's people. */
  populationFr: sentences,
  populationNl: sentences,
  populationEn: sentences,
  /** Where it was published: a phrase in each language, or a citation in the one that it is written in. */
  sourceFr: sentences,
  sourceNl: sentences,
  sourceEn: sentences,
  link,
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, { error: 'CHOICE_INVALID' })
    .nullable()
    .default(null),
  /** What of the country it is about; nothing where it is about all of it. */
  regionFr: label,
  regionNl: label,
  regionEn: label,
  /** Within how many months after the anchor; null where the source does not say, or it is of no time. */
  windowMonths: z
    .number({ error: 'NUMBER_INVALID' })
    .int({ error: 'NUMBER_INVALID' })
    .min(1, { error: 'TOO_SMALL' })
    .max(LONGEST_WINDOW_MONTHS, { error: 'TOO_LARGE' })
    .nullable()
    .default(null),
  year: z
    .number({ error: 'NUMBER_INVALID' })
    .int({ error: 'NUMBER_INVALID' })
    .min(EARLIEST_YEAR, { error: 'TOO_SMALL' })
    .max(LATEST_YEAR, { error: 'TOO_LARGE' }),
});

type Worded = Pick<
  z.output<typeof publishedRateFields>,
  | 'labelFr'
  | 'labelNl'
  | 'labelEn'
  | 'populationFr'
  | 'populationNl'
  | 'populationEn'
  | 'sourceFr'
  | 'sourceNl'
  | 'sourceEn'
>;

/** Its name, about whom it is and where it was published have to be said in one language at least; told together with what else is amiss. */
export function saidInSomeLanguage<Schema extends z.ZodType<Worded>>(schema: Schema): Schema {
  return schema
    .refine(({ labelFr, labelNl, labelEn }) => [labelFr, labelNl, labelEn].some(Boolean), {
      path: ['labelFr'],
      error: 'LANGUAGE_NEEDED',
      when: () => true,
    })
    .refine(
      ({ populationFr, populationNl, populationEn }) =>
        [populationFr, populationNl, populationEn].some(Boolean),
      { path: ['populationFr'], error: 'LANGUAGE_NEEDED', when: () => true },
    )
    .refine(({ sourceFr, sourceNl, sourceEn }) => [sourceFr, sourceNl, sourceEn].some(Boolean), {
      path: ['sourceFr'],
      error: 'LANGUAGE_NEEDED',
      when: () => true,
    });
}

/** A rate that somebody else published, against which a figure is held. */
export const publishedRateInput = saidInSomeLanguage(publishedRateFields);

/** What is said of a comparison group whose rows came in a file. */
export const comparisonGroupInput = z.object({
  name: text(LONGEST_LABEL),
  /** Where its rows are from, and how people came into it. */
  source: text(LONGEST_TEXT),
});
