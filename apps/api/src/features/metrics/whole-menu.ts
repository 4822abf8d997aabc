import type { CalendarDay } from '@tandem/domain/calendar-day';
import { isCounted } from '@tandem/metrics/any-metric';
import { CATALOGUE } from '@tandem/metrics/catalogue';
import { parametersOf, type MetricDefinition } from '@tandem/metrics/definition';
import { KEYS_OF_DIMENSION } from '@tandem/metrics/dimension-keys';
import type { Context } from '../../graphql/context.ts';
import { grantsOf } from './compute-figures.ts';
import { isBesideOwn, type CountedGroups, type FigureCounts } from './menu-figures.ts';
import { isOfProgramme, type By, type Question } from './menu.ts';

/** A question of the menu with what it counts today, group by group. */
export interface CountedQuestion {
  readonly question: Question;
  readonly groups: CountedGroups;
}

/**
 * Gives every question all groups that its outsider may know of, also those in which it counts nothing: that a group is
 * missing would tell that nobody is in it. Values of a fixed list are all there; years reach from the first one of the menu to
 * the present; of branches and grants those that any question has, and a partner's own grants.
 */
export async function withEveryGroup(
  context: Context,
  menu: readonly CountedQuestion[],
): Promise<CountedQuestion[]> {
  const occurring = new Map<By, Set<string>>();
  for (const { question, groups } of menu)
    for (const [index, by] of question.by.entries())
      for (const { group } of groups) {
        const keys = occurring.get(by) ?? new Set();
        occurring.set(by, keys.add(group[index] ?? ''));
      }
  // A partner that pays for no duo knows that it has none.
  const hasDuos = menu.some(
    ({ question: { metric, by }, groups }) =>
      metric === 'DUOS_STARTED' && by.length === 0 && (groups[0]?.counts.numerator ?? 0) > 0,
  );
  const { partnerId } = context.scope;
  const grantIds = partnerId === null ? [] : await grantsOf(context, partnerId);
  const keysOf = (by: By): readonly string[] => {
    const found = [...(occurring.get(by) ?? [])];
    if (by === 'YEAR') return yearsSince(found, context.today);
    if (by === 'GRANT') return [...new Set([...found, ...grantIds])];
    return KEYS_OF_DIMENSION[by] ?? found;
  };
  return menu.map(({ question, groups }) => {
    const counts = new Map(groups.map((one) => [one.group.join('/'), one.counts]));
    const [first, second] = question.by;
    if (first === undefined || !isCounted(question.metric)) return { question, groups };
    if (!hasDuos && !isOfProgramme(question.metric)) return { question, groups };
    const nothing = {
      ...nothingOf(CATALOGUE[question.metric]),
      ...(isBesideOwn(context, question.metric) && { own: { numerator: 0, subjects: 0 } }),
    };
    const all = keysOf(first).flatMap((key) =>
      second === undefined ? [[key]] : keysOf(second).map((across) => [key, across]),
    );
    return {
      question,
      groups: all.map((group) => ({ group, counts: counts.get(group.join('/')) ?? nothing })),
    };
  });
}

function yearsSince(found: readonly string[], today: CalendarDay): string[] {
  const [first] = found.toSorted();
  if (first === undefined) return [];
  const [from, to] = [Number(first.slice(0, 4)), Number(today.slice(0, 4))];
  return Array.from({ length: to - from + 1 }, (_, index) => `${from + index}-01-01`);
}

function nothingOf({
  denominator,
  squares,
  subjects,
  notYetObservable,
  unknown,
}: MetricDefinition): FigureCounts {
  const zero = (measure: unknown) => (measure === undefined || measure === null ? null : 0);
  return {
    numerator: 0,
    denominator: zero(denominator),
    squares: zero(squares),
    subjects: zero(subjects),
    notYetObservable: zero(notYetObservable),
    unknown: zero(unknown),
  };
}

/** Whether everybody knows that a year is empty: the window of whoever began in it is not over. */
export function isTooRecent(
  { metric, by }: Question,
  [year = '']: readonly string[],
  today: CalendarDay,
): boolean {
  if (by.join() !== 'YEAR' || !isCounted(metric)) return false;
  const definition = CATALOGUE[metric];
  const { population, windowMonths } = parametersOf(definition);
  if (!definition.parameters.includes('windowMonths') || population !== 'MATURE') return false;
  const month = Number(year.slice(0, 4)) * 12 + windowMonths;
  const over = `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`;
  return over > today;
}
