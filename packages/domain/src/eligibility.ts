import { ageOn, type CalendarDay } from './calendar-day.ts';
import { accept, refuse, type Decision } from './refusal.ts';

/** Age limits of mentees, in completed years, by country and by the day from which they hold. */
interface AgeRule {
  readonly country: string;
  readonly from: CalendarDay;
  readonly minimum: number;
}

/** The programme takes adults only; countries and years that differ get a line of their own. Latest first within a country. */
const MENTEE_AGE_RULES: readonly AgeRule[] = [
  { country: 'BE', from: '2013-01-01', minimum: 18 },
  { country: 'FR', from: '2018-01-01', minimum: 18 },
  { country: 'NL', from: '2020-01-01', minimum: 18 },
];
const ADULT_AGE = 18;

/**
 * Whether a person born on `birthDate` may enter as a mentee in the country on that day.
 * Refuses who is younger than the rule in force; before the first rule the age of majority holds.
 */
export function menteeEligibility(
  birthDate: CalendarDay,
  country: string,
  onDay: CalendarDay,
): Decision<true> {
  const rule = MENTEE_AGE_RULES.find((candidate) => candidate.country === country && candidate.from <= onDay);
  const minimum = rule?.minimum ?? ADULT_AGE;
  const age = ageOn(birthDate, onDay);
  return age < minimum ? refuse('MENTEE_UNDER_AGE', 'birthDate', { age, minimum }) : accept(true);
}
