import { isRateOfFew } from '@tandem/ui/counted';
import type { FigureResult } from '@tandem/ui/figure';
import { useFormat } from '@tandem/ui/format';
import { useIntl } from 'react-intl';

/** What the chart of outcomes finds: how many found a stable job, of few as a count; only its name where that is not shown. */
export function useOutcomesFinding() {
  const intl = useIntl();
  const format = useFormat();
  return (stable: FigureResult | undefined): string => {
    if (stable?.__typename !== 'Figure') return intl.formatMessage({ id: 'impact.outcomes' });
    return isRateOfFew(stable)
      ? intl.formatMessage(
          { id: 'impact.outcomesFinding.few' },
          { count: format.number(stable.numerator), total: format.number(stable.denominator ?? 0) },
        )
      : intl.formatMessage({ id: 'impact.outcomesFinding' }, { rate: format.value(stable.value, 'RATE') });
  };
}
