import type { FigureResult } from '@tandem/ui/figure';
import type { Bar } from '@tandem/ui/BarChart';
import type { IntlShape } from 'react-intl';
import { OF_GRANTS } from './impact.queries.ts';
import type { Impact } from './impact.queries.ts';

/** The figure of an indicator over the duos that the grants pay. */
export function figureOf(impact: Impact, metric: (typeof OF_GRANTS)[number]): FigureResult | undefined {
  return impact.figures[OF_GRANTS.indexOf(metric)];
}

/** A result as a bar; what is withheld says why. */
export function barOf(key: string, label: string, result: FigureResult, intl: IntlShape): Bar {
  switch (result.__typename) {
    case 'Figure':
      return {
        key,
        label,
        value: result.value,
        interval: result.interval,
        note:
          result.denominator == null
            ? undefined
            : intl.formatMessage({ id: 'chart.ofMany' }, { total: intl.formatNumber(result.denominator) }),
      };
    case 'Withheld':
      return {
        key,
        label,
        value: undefined,
        why: intl.formatMessage({ id: `figure.withheld.${result.reason}` }),
      };
    case 'NoData':
      return { key, label, value: undefined, why: intl.formatMessage({ id: 'figure.noData' }) };
  }
}
