import { FormattedMessage, useIntl } from 'react-intl';
import { useFormat } from '../i18n/format.ts';
import type { Spread } from './steps.ts';

interface Props {
  readonly spread: Spread;
  /** The net ratio, as the map itself comes to it. */
  readonly net: number;
}

/** How sure a net ratio is: between what the draws lie, on which side of them it stands, and on what that rests. */
export function SpreadWords({ spread, net }: Props) {
  const intl = useIntl();
  const format = useFormat();
  const side = sideOf(spread);
  return (
    <>
      <FormattedMessage
        id="sroi.interval"
        values={{
          interval: format.interval(spread.interval.lower, spread.interval.upper, 'RATIO'),
          draws: format.number(spread.draws),
        }}
      />{' '}
      <FormattedMessage
        id="sroi.belowNet"
        values={{
          side,
          share: format.percent(side === 'above' ? 1 - spread.belowNet : spread.belowNet, 0),
          ratio: format.value(net, 'RATIO'),
        }}
      />{' '}
      {spread.belowOne > 0 && (
        <>
          <FormattedMessage
            id="sroi.belowOne"
            values={{
              share: intl.formatNumber(spread.belowOne, { style: 'percent', maximumFractionDigits: 1 }),
            }}
          />{' '}
        </>
      )}
      <FormattedMessage id="sroi.independent" />
    </>
  );
}

/** On which side of the draws the net ratio stands: within five points of a half it is their middle. */
function sideOf({ belowNet }: Spread): 'below' | 'above' | 'middle' {
  if (belowNet > 0.55) return 'below';
  return belowNet < 0.45 ? 'above' : 'middle';
}
