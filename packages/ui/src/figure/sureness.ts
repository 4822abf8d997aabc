import type { IntlShape } from 'react-intl';
import { makeFormat } from '../i18n/format.ts';
import type { Figure, FigureBounds, FigureSpread } from './figure.ts';

/** What of a figure says of how many it is not known, and within what it lies so. */
type Sureness = Pick<Figure, 'unknown' | 'notYetObservable' | 'parameters'> & {
  readonly bounds: FigureBounds;
};

/** Of how many of those whom the figure is among the time in which they are watched is not over; those of whom it is not known are others. */
export function tooEarlyWithin({
  notYetObservable,
  parameters,
}: Pick<Figure, 'notYetObservable' | 'parameters'>): number {
  return parameters == null || parameters.population === 'MATURE' ? 0 : (notYetObservable ?? 0);
}

/** Within what a rate lies whatever became of those of whom it is not known, and how it is so to be read, in a line. */
export function boundsWords({ bounds, ...of }: Sureness, intl: IntlShape, decimals?: number): string {
  return withinWords({ bounds, unknown: of.unknown ?? 0, early: tooEarlyWithin(of) }, intl, decimals);
}

/** What bounds allow for: of how many it is not known, and for how many it is too early. */
interface Within {
  readonly bounds: FigureBounds;
  readonly unknown: number;
  readonly early: number;
}

/** The same of a share that is no figure of its own, as a point of a curve; with as many decimals as what stands beside it. */
export function withinWords(
  { bounds: { worst, best, caution }, unknown, early }: Within,
  intl: IntlShape,
  decimals = 0,
): string {
  const { number, percent } = makeFormat(intl);
  const [lowest, highest] = [percent(worst, decimals), percent(best, decimals)];
  const counts = { count: unknown, number: number(unknown), early, waiting: number(early) };
  // Of so few that it does not show there is nothing to say but how many they are.
  const bounds =
    early === 0 && lowest === highest
      ? intl.formatMessage({ id: 'figure.unknownOf' }, counts)
      : intl.formatMessage(
          { id: early === 0 ? 'figure.unknownBounds' : 'figure.openBounds' },
          { ...counts, worst: lowest, best: highest },
        );
  if (caution == null) return bounds;
  const words = intl.formatMessage({ id: `figure.caution.${caution}` });
  return intl.formatMessage({ id: 'figure.withCaution' }, { bounds, caution: words });
}

/** Of how many it is too early, and of how many it is not known with what follows for a rate: a line each; none where of nobody. */
export function unknownLines(
  { bounds, ...of }: Pick<Figure, 'unknown' | 'notYetObservable' | 'parameters' | 'bounds'>,
  intl: IntlShape,
): string[] {
  const counted = (id: string, count: number | null | undefined) =>
    count ? [intl.formatMessage({ id }, { count, number: intl.formatNumber(count) })] : [];
  // Those within the bounds are told with them.
  const isTold = bounds && tooEarlyWithin(of) > 0;
  return [
    ...(isTold ? [] : counted('figure.notYet', of.notYetObservable)),
    ...(bounds ? [boundsWords({ ...of, bounds }, intl)] : counted('figure.unknownOf', of.unknown)),
  ];
}

/** Within what most draws of a net social return lie, in a line. */
export function spreadWords({ lower, upper, draws }: FigureSpread, intl: IntlShape): string {
  const { number, interval } = makeFormat(intl);
  return intl.formatMessage(
    { id: 'figure.spread' },
    { interval: interval(lower, upper, 'RATIO'), draws: number(draws) },
  );
}
