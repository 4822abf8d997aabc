import type { AboutLine } from '@tandem/ui/about';
import { formatInstant } from '@tandem/ui/format';
import { useIntl } from 'react-intl';
import type { Snapshot } from './snapshot.queries.ts';

type Sealed = Snapshot['figures'][number];

/** What a sealed figure was said to be; in today's words where these were not sealed with it. */
export function wordsOfSealed({ words, definition }: Sealed) {
  return words ?? definition;
}

/** Figures of one definition once: they are in several periods, or narrowed, and say the same. */
export function definitionsOf(figures: readonly Sealed[]): Sealed[] {
  return [
    ...new Map(
      figures.toReversed().map((figure) => [`${figure.definition.id}/${figure.definition.version}`, figure]),
    ).values(),
  ].toReversed();
}

/** Whether a version is said to be the same today; undefined where its words were not sealed. */
export function useWordsToday() {
  const intl = useIntl();
  return ({ sameWords }: Sealed): string =>
    intl.formatMessage({
      id:
        sameWords == null
          ? 'snapshots.words.notSealed'
          : sameWords
            ? 'snapshots.words.same'
            : 'snapshots.words.other',
    });
}

/** The definitions of the figures of a snapshot as its files have them: a line each. */
export function useSealedDefinitions(figures: readonly Sealed[]): readonly Omit<AboutLine, 'id'>[] {
  const intl = useIntl();
  const today = useWordsToday();
  return definitionsOf(figures).map((figure) => {
    const { id, version } = figure.definition;
    const { name, says, numerator, denominator } = wordsOfSealed(figure);
    const said = (label: string, value: string) =>
      intl.formatMessage({ id: 'about.line' }, { name: intl.formatMessage({ id: label }), value });
    return {
      name: `${name} (${id}, ${intl.formatMessage({ id: 'figure.version' }, { version })})`,
      value: [
        says,
        said('figure.counted', numerator),
        ...(denominator == null ? [] : [said('figure.among', denominator)]),
        `${today(figure)}.`,
      ].join(' '),
    };
  });
}

/** Where the lines of a file of a snapshot are from: who sealed them when, and the seals. */
export function useSealSource({ takenAt, takenBy, seal, dataDigest }: Snapshot): string {
  const intl = useIntl();
  return intl.formatMessage(
    { id: 'snapshots.sealedBy' },
    { when: formatInstant(intl, takenAt), by: takenBy, seal, data: dataDigest },
  );
}
