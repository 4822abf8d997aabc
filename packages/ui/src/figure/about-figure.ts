import { useIntl } from 'react-intl';
import type { About } from '../table/about.ts';
import type { FigureResult } from './figure.ts';

/** What the files of a chart say of the figures on it: their definition, its version, how exits were counted, as of when. */
export function useAboutFigure() {
  const intl = useIntl();
  const words = (id: string, values?: Record<string, string | number>) => intl.formatMessage({ id }, values);
  return (results: readonly FigureResult[], scope?: string): About => {
    const first = results[0];
    const figure = results.find((result) => result.__typename === 'Figure');
    if (first === undefined) return { scope };
    const { id, version, name, numerator, denominator } = first.definition;
    const { parameters } = figure ?? {};
    const counting = parameters && [
      words(`figure.window.${parameters.anchor}`, { months: parameters.windowMonths }),
      words(`vocabulary.Population.${parameters.population}`),
      words(`vocabulary.EvidenceLevel.${parameters.evidence}`),
    ];
    const said = [
      `${name} (${id}, ${words('figure.version', { version })}).`,
      words('about.line', { name: words('figure.counted'), value: numerator }),
      denominator == null
        ? undefined
        : words('about.line', { name: words('figure.among'), value: denominator }),
      counting && `${counting.join(', ')}.`,
    ];
    return { definition: said.filter(Boolean).join(' '), asOf: figure?.asOf, scope };
  };
}
