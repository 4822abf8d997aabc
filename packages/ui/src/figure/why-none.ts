import type { IntlShape } from 'react-intl';

/** Of a result what tells whether it has a value, and why not. */
type Standing =
  | { readonly __typename: 'Figure' }
  | { readonly __typename: 'Withheld'; readonly reason: string }
  | {
      readonly __typename: 'NoData';
      readonly notYetObservable?: number | null | undefined;
      readonly asked?: number | null | undefined;
    };

/**
 * Why a result has no value, in words; undefined of one that has. To those outside of the programme what is hidden for itself,
 * for another figure, or because nobody is there is one case: which of them would tell how small it is.
 */
export function whyNone(result: Standing, intl: IntlShape): string | undefined {
  switch (result.__typename) {
    case 'Figure':
      return undefined;
    case 'Withheld':
      return intl.formatMessage({ id: `figure.withheld.${result.reason}` });
    case 'NoData': {
      const count = result.notYetObservable ?? 0;
      if (count > 0)
        return intl.formatMessage({ id: 'figure.tooEarly' }, { count, number: intl.formatNumber(count) });
      return result.asked
        ? intl.formatMessage({ id: 'figure.noData.silent' }, { asked: intl.formatNumber(result.asked) })
        : intl.formatMessage({ id: 'figure.noData.why' });
    }
  }
}
