import type { InEachLanguage, MetricWords } from '@tandem/metrics/definition';
import type { Locale } from '../../../graphql/locale.ts';
import { wordsDefined } from '../compute-figures.ts';
import type { FigureAnswer } from '../figure.type.ts';
import type { PublishedFigureType } from './publication.type.ts';

/** What the figures of a publication were said to be, by indicator and version. */
export type PublishedWords = Readonly<Record<string, InEachLanguage<MetricWords>>>;

/** What figures are said to be today, each by the version that it is told by. */
export function wordsOfPublished(figures: readonly PublishedFigureType[]): PublishedWords {
  return Object.fromEntries(
    answersOf(figures).map((answer) => {
      const { id, version } = answer.definition;
      return [placeOf(answer), wordsDefined(id, version)];
    }),
  );
}

/** The figures in the words in which they were published; in today's where none were kept. */
export function inPublishedWords(
  figures: readonly PublishedFigureType[],
  words: PublishedWords,
  locale: Locale,
): PublishedFigureType[] {
  const said = (answer: FigureAnswer): FigureAnswer => ({
    ...answer,
    definition: { ...answer.definition, ...words[placeOf(answer)]?.[locale] },
  });
  return figures.map(({ result, breakdowns }) => ({
    result: said(result),
    breakdowns: breakdowns.map(({ by, groups }) => ({
      by,
      groups: groups.map((group) => ({ ...group, result: said(group.result) })),
    })),
  }));
}

function answersOf(figures: readonly PublishedFigureType[]): FigureAnswer[] {
  return figures.flatMap(({ result, breakdowns }) => [
    result,
    ...breakdowns.flatMap(({ groups }) => groups.map((group) => group.result)),
  ]);
}

function placeOf({ definition: { id, version } }: FigureAnswer): string {
  return `${id}/${version}`;
}
