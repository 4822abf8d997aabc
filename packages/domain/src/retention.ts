import { addDays, addMonths, type CalendarDay } from './calendar-day.ts';
import type { RetentionKind } from './vocabulary.ts';

/**
 * How long records are kept. A rule's time begins
 *
 * - CANDIDATE: with the last step that somebody reached who never had a duo, or the last event that they came to.
 * - MENTEE, MENTOR: with the closure of their last duo, or the last event that they came to.
 * - VOLUNTEER: with the withdrawal from a company's registration.
 * - MEETING_NOTES: with the closure of the duo. The notes go, the meetings stay.
 */
export interface RetentionRule {
  readonly kind: RetentionKind;
  /** ISO 3166-1 alpha-2; null for all countries that have no rule of their own. */
  readonly country: string | null;
  readonly months: number;
  /** The day on which it was written. */
  readonly writtenOn: CalendarDay;
}

export const SHORTEST_RETENTION_MONTHS = 1;
export const LONGEST_RETENTION_MONTHS = 600;

/** The rule for a kind of record in a country: the country's own, else that of all countries. The one place of it. */
export function ruleFor<Rule extends RetentionRule>(
  rules: readonly Rule[],
  kind: RetentionKind,
  country: string,
): Rule | undefined {
  const ofKind = rules.filter((rule) => rule.kind === kind);
  return ofKind.find((rule) => rule.country === country) ?? ofKind.find((rule) => rule.country === null);
}

/** Something of a person, or of a duo, that a rule may end. */
export interface Kept {
  readonly kind: RetentionKind;
  readonly country: string;
  /** When its time begins; null while it is in use. */
  readonly since: CalendarDay | null;
}

export interface Due<Rule extends RetentionRule> {
  readonly rule: Rule;
  readonly dueOn: CalendarDay;
  /** From which day on it goes: once every rule that it takes can be looked at for a day. */
  readonly appliesOn: CalendarDay;
}

/**
 * The rule under which everything named here goes, and since when; undefined while one part of it is in use, has no
 * rule, or is not due. Somebody who is a mentor and a volunteer is thus kept as long as either needs them. Of several
 * rules it is the one that was due last.
 */
export function dueOf<Rule extends RetentionRule>(
  kept: readonly Kept[],
  rules: readonly Rule[],
  today: CalendarDay,
): Due<Rule> | undefined {
  const due: Omit<Due<Rule>, 'appliesOn'>[] = [];
  for (const { kind, country, since } of kept) {
    const rule = ruleFor(rules, kind, country);
    if (since === null || rule === undefined) return undefined;
    const dueOn = addMonths(since, rule.months);
    if (dueOn > today) return undefined;
    due.push({ rule, dueOn });
  }
  const [last] = due.toSorted((a, b) => (a.dueOn < b.dueOn ? 1 : -1));
  const appliesOn = due
    .map(({ rule }) => appliesFrom(rule))
    .toSorted()
    .at(-1);
  return last && appliesOn !== undefined ? { ...last, appliesOn } : undefined;
}

/**
 * The latest day on which the time of a kind may have begun and be over today, by the shortest of its rules; undefined where
 * the kind has none. Records are looked up by it: what began later is due under no rule, and of the rest dueOf decides.
 */
export function lastSince(
  rules: readonly RetentionRule[],
  kind: RetentionKind,
  today: CalendarDay,
): CalendarDay | undefined {
  const months = rules.filter((rule) => rule.kind === kind).map((rule) => rule.months);
  if (months.length === 0) return undefined;
  const shortest = Math.min(...months);
  const around = addMonths(today, -shortest);
  // Months that are added end with the last day of a shorter one: several days come to the same.
  return [3, 2, 1, 0].map((days) => addDays(around, days)).find((day) => addMonths(day, shortest) <= today);
}

/** From which day on a rule is applied: it can be looked at for a day before anything goes. */
export function appliesFrom({ writtenOn }: RetentionRule): CalendarDay {
  return addDays(writtenOn, 1);
}

/** Rules are applied once a day. */
export function isRetentionDue(lastRunOn: CalendarDay | null, today: CalendarDay): boolean {
  return lastRunOn === null || lastRunOn < today;
}
