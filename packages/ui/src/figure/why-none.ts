import type { IntlShape } from 'react-intl';
import type { FigureResult } from './figure.ts';

/**
 * Why a result has no value, in words; undefined of one that has. To those outside of the programme what is hidden for itself,
 * for another figure, or because nobody is there is one case: which of them would tell how small it is.
 */
export function whyNone(result: FigureResult, intl: IntlShape): string | undefined {
  switch (result.__typename) {
    case 'Figure':
      return undefined;
    case 'Withheld':
      return intl.formatMessage({ id: `figure.withheld.${result.reason}` });
    case 'NoData': {
      const count = result.notYetObservable ?? 0;
      return count > 0
        ? intl.formatMessage({ id: 'figure.tooEarly' }, { count, number: intl.formatNumber(count) })
        : intl.formatMessage({ id: 'figure.noData.why' });
    }
  }
}
