import { useIntl } from 'react-intl';
import type { About } from '../table/about.ts';
import type { Definition, Figure, FigureResult } from './figure.ts';
import { valueMapWords } from './value-map-words.ts';

/** What the files of a chart say of the figures on it: their definition, its version, how exits were counted, as of when. */
export function useAboutFigure() {
  const intl = useIntl();
  const words = (id: string, values?: Record<string, string | number>) => intl.formatMessage({ id }, values);
  const sizeOf = ({ denominator, unit, unknown, notYetObservable }: Figure): string | undefined => {
    if (denominator == null || unit === 'RATIO') return undefined;
    const number = (count: number) => intl.formatNumber(count);
    return [
      words('about.among', { total: number(denominator) }),
      unknown != null && words('figure.unknownOf', { count: unknown, number: number(unknown) }),
      notYetObservable != null &&
        words('figure.notYet', { count: notYetObservable, number: number(notYetObservable) }),
    ]
      .filter((one) => one !== false)
      .join('; ');
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
    const figure = results.find((result) => result.__typename === 'Figure');
    const definitions = new Map(results.map(({ definition }) => [definition.id, definition]));
    const { parameters, sroiVersion } = figure ?? {};
    const counting = parameters && [
      words(`figure.window.${parameters.anchor}`, { months: parameters.windowMonths }),
      words(`vocabulary.Population.${parameters.population}`),
      words(`vocabulary.EvidenceLevel.${parameters.evidence}`),
    ];
    const said = [
      ...[...definitions.values()].map(definitionOf),
      counting && `${counting.join(', ')}.`,
      sroiVersion &&
        words('about.line', { name: words('figure.valueMap'), value: valueMapWords(sroiVersion, intl) }),
    ];
    return {
      definition: said.filter(Boolean).join(' '),
      asOf: figure?.asOf,
      scope,
      size: results.length === 1 && figure !== undefined ? sizeOf(figure) : undefined,
    };
  };
}
