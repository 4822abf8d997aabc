import type { Context } from '../../graphql/context.ts';
import { definitionOf } from './compute-figures.ts';
import { figureOfCounts } from './menu-figures.ts';
import { keyOf, type Question } from './menu.ts';
import type { FigureAnswer } from './metric.type.ts';
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
  { asOf, showings, told }: Shown,
  question: Question,
  group: readonly string[],
): FigureAnswer | undefined {
  const key = keyOf(question, group);
  const showing = showings.get(key);
  if (showing === undefined) return undefined;
  const last = told.get(key);
  if (showing === 'PROTECTED' || last === undefined)
    return { reason: 'PROTECTED', definition: definitionOf(question.metric, context.locale) };
  const isEarlier = showing === 'EARLIER';
  const answer = figureOfCounts(context, question, last.counts, isEarlier ? last.asOf : asOf);
  return 'value' in answer ? { ...answer, isEarlier } : answer;
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
