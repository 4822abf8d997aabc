import type { FigureResult } from '@tandem/ui/figure';
import type { TrendPoint } from '@tandem/ui/TrendChart';
import type { IntlShape } from 'react-intl';

interface Group {
  readonly key: string;
  readonly label: string;
  readonly result: FigureResult;
}

/** A group of a breakdown or a period of a trend as charts take it. */
export function pointOf(
  { key, label, result }: Group,
  intl: IntlShape,
): TrendPoint & { readonly why?: string } {
  switch (result.__typename) {
    case 'Figure':
      return {
        key,
        label,
        value: result.value,
        interval: result.interval,
        note:
          result.denominator == null || (result.unit !== 'RATE' && result.unit !== 'SCORE')
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
