import { isCounted } from '@tandem/metrics/any-metric';
import { answersAsked, responsesOf } from '@tandem/metrics/asked';
import { parametersOf } from '@tandem/metrics/definition';
import { inNaturalOrder } from '@tandem/metrics/dimension-keys';
import type { Showing } from '@tandem/metrics/disclosure/release';
import type { Context } from '../../graphql/context.ts';
import { definedAs, definitionOf } from './compute-figures.ts';
import { figureOfCounts } from './menu-figures.ts';
import { inEachVersion, keyOf, partsOfKey, questionOf, type Question } from './menu.ts';
import type { FigureAnswer } from './figure.type.ts';
import type { ReleaseState } from './release-ledger.ts';
import { toldBefore, type ToldBefore } from './told-before.ts';

/** What of a release says which figures are shown, and how. */
export type Shown = Pick<ReleaseState, 'asOf' | 'showings' | 'told'>;

/** A group of a question, with that of its second dimension, or none. */
export interface ReleasedGroup {
  readonly key: string;
  readonly across: string;
  readonly answer: FigureAnswer;
}

/** What a release says of a figure: by which version of its indicator, how it is shown, and what was told last. */
interface InRelease {
  readonly question: Question;
  readonly showing: Showing;
  readonly before: ToldBefore | undefined;
}

/** A figure in a release, by the version of the indicator that was in force when it was made; undefined where it has none. */
function inRelease(
  { showings, told }: Shown,
  asked: Question,
  group: readonly string[],
): InRelease | undefined {
  for (const question of inEachVersion(asked)) {
    const showing = showings.get(keyOf(question, group));
    if (showing !== undefined) return { question, showing, before: toldBefore(told, question, group) };
  }
  return undefined;
}

/** A figure as it was released, in the words of the version that was told; undefined where the release has no such group. */
export function released(
  context: Context,
  shown: Shown,
  asked: Question,
  group: readonly string[],
): FigureAnswer | undefined {
  const found = inRelease(shown, asked, group);
  if (found === undefined) return undefined;
  const { showing, before } = found;
  if (showing === 'PROTECTED' || before === undefined)
    return {
      reason: 'PROTECTED',
      definition: definitionOf(asked.metric, context.locale, found.question.version),
    };
  const { question, told } = before;
  const isEarlier = showing === 'EARLIER';
  const day = isEarlier ? told.asOf : shown.asOf;
  const answer = figureOfCounts(context, question, told.counts, day, askedTold(shown, question, group, day));
  const began = isEarlier ? null : startedOnSameDay(shown, question, group);
  if ('value' in answer)
    return {
      ...answer,
      isEarlier,
      notYetObservable: began === null ? null : began - (answer.denominator ?? 0),
    };
  return { ...answer, notYetObservable: began };
}

/**
 * How many duos began, of an exit rate over those whose window is over: the others are not yet observable. An outsider is told
 * how many those are where it is told how many began, of the same day. As a count of its own it would tell how many began
 * where that is hidden. Null where it is not told, and of anything else.
 */
function startedOnSameDay(
  shown: Shown,
  { metric, version, by }: Question,
  group: readonly string[],
): number | null {
  const definition = isCounted(metric) ? definedAs(metric, version) : undefined;
  if (definition?.notYetObservable === undefined) return null;
  const { anchor, population } = parametersOf(definition);
  if (anchor !== 'START' || population !== 'MATURE') return null;
  const started = inRelease(shown, questionOf('DUOS_STARTED', by), group);
  return started?.showing === 'TODAY' ? (started.before?.told.counts.numerator ?? null) : null;
}

/**
 * How many answers were asked for, as the outsider is told it anyway: by what the response rates of the same group are among. Undefined
 * where one of them is not shown, or is of another day.
 */
function askedTold(
  shown: Shown,
  { metric, by }: Question,
  group: readonly string[],
  day: string,
): number | undefined {
  const responses = responsesOf(metric);
  if (responses === undefined) return undefined;
  return answersAsked(
    responses.map((response) => {
      const found = inRelease(shown, questionOf(response, by), group);
      if (found?.before === undefined || found.showing === 'PROTECTED') return undefined;
      const { told } = found.before;
      const toldOn = found.showing === 'TODAY' ? shown.asOf : told.asOf;
      return toldOn === day ? told.counts.denominator : undefined;
    }),
  );
}

/** The groups of a question that an outsider is shown, or shown to be there, in their natural order. */
export function groupsReleased(context: Context, shown: Shown, question: Question): ReleasedGroup[] {
  const groupsOf = groupsByQuestion(shown);
  const [found = []] = inEachVersion(question).flatMap(({ id }) => {
    const groups = groupsOf.get(id);
    return groups === undefined ? [] : [groups];
  });
  const groups = found.flatMap((group) => {
    const [key = '', across = ''] = group;
    const answer = released(context, shown, question, group);
    return answer === undefined ? [] : [{ key, across, answer }];
  });
  const [by] = question.by;
  return by === undefined ? groups : inNaturalOrder(by, groups);
}

type Groups = readonly (readonly string[])[];
/** A release has thousands of figures, is kept, and is asked for the groups of many questions by one page. */
const groupsOfReleases = new WeakMap<Shown['showings'], ReadonlyMap<string, Groups>>();

/** The groups of each question of a release, by the question's id, in the order of their keys. */
function groupsByQuestion({ showings }: Shown): ReadonlyMap<string, Groups> {
  const known = groupsOfReleases.get(showings);
  if (known !== undefined) return known;
  const groups = new Map<string, (readonly string[])[]>();
  for (const key of [...showings.keys()].toSorted()) {
    const { id, group } = partsOfKey(key);
    if (group.length === 0) continue;
    const others = groups.get(id);
    if (others === undefined) groups.set(id, [group]);
    else others.push(group);
  }
  groupsOfReleases.set(showings, groups);
  return groups;
}
