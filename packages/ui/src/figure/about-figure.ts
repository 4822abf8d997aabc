import { useIntl } from 'react-intl';
import { formatDay } from '../i18n/format.ts';
import type { About } from '../table/about.ts';
import { answeredWords } from './answered.ts';
import { countedOf } from './counted.ts';
import type { Definition, Figure, FigureParameters, FigureResult } from './figure.ts';
import { boundsWords, spreadWords, tooEarlyWithin } from './sureness.ts';
import { valueMapWords } from './value-map-words.ts';

/** How exits are counted, in words: the window, among whom, on what evidence. */
export function useCountingWords() {
  const intl = useIntl();
  return ({ anchor, windowMonths, population, evidence }: FigureParameters): string =>
    `${[
      intl.formatMessage({ id: `figure.window.${anchor}` }, { months: windowMonths }),
      intl.formatMessage({ id: `vocabulary.Population.${population}` }),
      intl.formatMessage({ id: `vocabulary.EvidenceLevel.${evidence}` }),
    ].join(', ')}.`;
}

/** What the files of a chart say of the figures on it: their definitions and versions, how exits were counted, as of when. */
export function useAboutFigure() {
  const intl = useIntl();
  const countingOf = useCountingWords();
  const words = (id: string, values?: Record<string, string | number>) => intl.formatMessage({ id }, values);
  const sizeOf = (figure: Figure): string | undefined => {
    const { denominator, unit, unknown, notYetObservable, bounds } = figure;
    if (denominator == null || unit === 'RATIO') return undefined;
    const number = (count: number) => intl.formatNumber(count);
    return [
      words('about.among', { total: number(denominator) }),
      unknown != null &&
        (bounds
          ? boundsWords({ ...figure, bounds }, intl)
          : words('figure.unknownOf', { count: unknown, number: number(unknown) })),
      notYetObservable != null &&
        !(bounds && tooEarlyWithin(figure) > 0) &&
        words('figure.notYet', { count: notYetObservable, number: number(notYetObservable) }),
    ]
      .filter((one) => one !== false)
      .join('; ');
  };
  /** Of one figure; of several where each is of an indicator of its own. Groups of one have columns for it. */
  const sizeOfAll = (results: readonly FigureResult[], figures: readonly Figure[]): string | undefined => {
    const [figure] = figures;
    if (results.length === 1) return figure && sizeOf(figure);
    if (new Set(results.map(({ definition }) => definition.id)).size < results.length) return undefined;
    const said = figures.flatMap((one) => {
      const value = sizeOf(one);
      return value === undefined ? [] : [words('about.line', { name: one.definition.name, value })];
    });
    return said.length === 0 ? undefined : `${said.join('. ')}.`;
  };
  const definitionOf = ({ id, version, name, numerator, denominator }: Definition): string =>
    [
      `${name} (${id}, ${words('figure.version', { version })}).`,
      words('about.line', { name: words('figure.counted'), value: numerator }),
      denominator != null && words('about.line', { name: words('figure.among'), value: denominator }),
    ]
      .filter((one) => one !== false)
      .join(' ');
  return (results: readonly FigureResult[], scope?: string): About => {
    if (results.length === 0) return { scope };
    const figures = results.filter((result) => result.__typename === 'Figure');
    const days = new Set(figures.map(({ asOf }) => asOf));
    // Figures of one definition may be of several days: what is shown of a group may be an earlier day's.
    const daysOf = (own: readonly Figure[]) =>
      days.size > 1 &&
      own.length > 0 &&
      words('about.line', {
        name: words('about.asOf'),
        value: intl.formatList(
          [...new Set(own.map(({ asOf }) => asOf))].toSorted().map((day) => formatDay(intl, day)),
        ),
      });
    const responseOf = (own: readonly Figure[]) => {
      const value = answeredWords(own.map(countedOf), intl);
      return (
        value !== undefined && words('about.line', { name: words('figure.response'), value: `${value}.` })
      );
    };
    const said = [
      ...Map.groupBy(results, ({ definition }) => `${definition.id}/${definition.version}`).values(),
    ].flatMap((same) => {
      const own = same.filter((result) => result.__typename === 'Figure');
      const countings = new Set(
        own.flatMap(({ parameters }) => (parameters ? [countingOf(parameters)] : [])),
      );
      const spreads = new Set(own.flatMap(({ spread }) => (spread ? [spreadWords(spread, intl)] : [])));
      const maps = new Set(
        own.flatMap(({ sroiVersion }) => (sroiVersion ? [valueMapWords(sroiVersion, intl)] : [])),
      );
      return [
        ...same.slice(0, 1).map(({ definition }) => definitionOf(definition)),
        ...countings,
        ...[...spreads].map((value) =>
          words('about.line', { name: words('figure.spreadOf'), value: `${value}.` }),
        ),
        ...[...maps].map((value) => words('about.line', { name: words('figure.valueMap'), value })),
        responseOf(own),
        daysOf(own),
      ];
    });
    const [asOf] = days;
    return {
      definition: said.filter(Boolean).join(' '),
      figures: results,
      asOf: days.size === 1 ? asOf : undefined,
      scope,
      size: sizeOfAll(results, figures),
    };
  };
}
