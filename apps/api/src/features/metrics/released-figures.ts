import { peopleAsked, responsesOf } from '@tandem/metrics/asked';
import { CATALOGUE } from '@tandem/metrics/catalogue';
import { parametersOf } from '@tandem/metrics/definition';
import type { Context } from '../../graphql/context.ts';
import { definitionOf } from './compute-figures.ts';
import { figureOfCounts } from './menu-figures.ts';
import { keyOf, questionOf, type Question } from './menu.ts';
import { isCounted, type FigureAnswer } from './metric.type.ts';
import type { ReleaseState } from './release-ledger.ts';

/** What of a release says which figures are shown, and how. */
export type Shown = Pick<ReleaseState, 'asOf' | 'showings' | 'told'>;

/** A group of a question, with that of its second dimension, or none. */
export interface ReleasedGroup {
  readonly key: string;
  readonly across: string;
  readonly answer: FigureAnswer;
}

/** A figure as it was released; undefined where the release has no such group. */
export function released(
  context: Context,
  shown: Shown,
  question: Question,
  group: readonly string[],
): FigureAnswer | undefined {
  const { asOf, showings, told } = shown;
  const key = keyOf(question, group);
  const showing = showings.get(key);
  if (showing === undefined) return undefined;
  const last = told.get(key);
  if (showing === 'PROTECTED' || last === undefined)
    return { reason: 'PROTECTED', definition: definitionOf(question.metric, context.locale) };
  const isEarlier = showing === 'EARLIER';
  const day = isEarlier ? last.asOf : asOf;
  const answer = figureOfCounts(context, question, last.counts, day, askedTold(shown, question, group, day));
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
  { showings, told }: Shown,
  { metric, by }: Question,
  group: readonly string[],
): number | null {
  if (!isCounted(metric) || CATALOGUE[metric].notYetObservable === undefined) return null;
  const { anchor, population } = parametersOf(CATALOGUE[metric]);
  if (anchor !== 'START' || population !== 'MATURE') return null;
  const key = keyOf(questionOf('DUOS_STARTED', by), group);
  return showings.get(key) === 'TODAY' ? (told.get(key)?.counts.numerator ?? null) : null;
}

/**
 * How many people were asked, as the outsider is told it anyway: by what the response rates of the same group are among. Undefined
 * where one of them is not shown, or is of another day.
 */
function askedTold(
  { asOf, showings, told }: Shown,
  { metric, by }: Question,
  group: readonly string[],
  day: string,
): number | undefined {
  const responses = responsesOf(metric);
  if (responses === undefined) return undefined;
  return peopleAsked(
    responses.map((response) => {
      const key = keyOf(questionOf(response, by), group);
      const last = told.get(key);
      const toldOn = showings.get(key) === 'TODAY' ? asOf : last?.asOf;
      const isShown = (showings.get(key) ?? 'PROTECTED') !== 'PROTECTED';
      return isShown && toldOn === day ? last?.counts.denominator : undefined;
    }),
  );
}

/** The groups of a question that an outsider is shown, or shown to be there, in the order of their keys. */
export function groupsReleased(context: Context, shown: Shown, question: Question): ReleasedGroup[] {
  const stem = keyOf(question, ['']);
  return [...shown.showings.keys()]
    .filter((key) => key.startsWith(stem))
    .toSorted()
    .map((key) => key.slice(stem.length).split('/'))
    .flatMap(([key = '', across = '']) => {
      const answer = released(context, shown, question, [key, across].slice(0, question.by.length));
      return answer === undefined ? [] : [{ key, across, answer }];
    });
}
