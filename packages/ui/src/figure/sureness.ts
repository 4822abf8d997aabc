import type { IntlShape } from 'react-intl';
import { makeFormat } from '../i18n/format.ts';
import type { FigureBounds, FigureSpread } from './figure.ts';

/** Within what a rate lies whatever became of so many of whom it is not known, and how it is so to be read, in a line. */
export function boundsWords(
  { worst, best, caution }: FigureBounds,
  unknown: number,
  intl: IntlShape,
): string {
  const { number, value } = makeFormat(intl);
  const [lowest, highest] = [value(worst, 'RATE'), value(best, 'RATE')];
  const counts = { count: unknown, number: number(unknown) };
  // Of so few that it does not show there is nothing to say but how many they are.
  const bounds =
    lowest === highest
      ? intl.formatMessage({ id: 'figure.unknownOf' }, counts)
      : intl.formatMessage({ id: 'figure.unknownBounds' }, { ...counts, worst: lowest, best: highest });
  if (caution == null) return bounds;
  const words = intl.formatMessage({ id: `figure.caution.${caution}` });
  return intl.formatMessage({ id: 'figure.withCaution' }, { bounds, caution: words });
}

/** Within what most draws of a net social return lie, in a line. */
export function spreadWords({ lower, upper, draws }: FigureSpread, intl: IntlShape): string {
  const { number, interval } = makeFormat(intl);
  return intl.formatMessage(
    { id: 'figure.spread' },
    { interval: interval(lower, upper, 'RATIO'), draws: number(draws) },
  );
}
