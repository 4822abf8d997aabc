import { useIntl } from 'react-intl';
import type { ChartWords } from '../chart/chart-words.ts';
import { HistogramChart } from '../chart/HistogramChart.tsx';
import { useFormat } from '../i18n/format.ts';
import type { Spread } from './steps.ts';

interface Props extends Pick<ChartWords, 'about'> {
  readonly spread: Spread;
  readonly ratio: number;
}

/** How the net ratio is spread when all uncertain numbers are drawn at once. */
export function SroiHistogram({ spread, ratio, about }: Props) {
  const intl = useIntl();
  const format = useFormat();
  const words = (id: string, values?: Record<string, string>) => intl.formatMessage({ id }, values);
  const ratioWords = (value: number) => format.value(value, 'RATIO');
  return (
    <HistogramChart
      title={words('sroi.histogram', {
        lower: ratioWords(spread.interval.lower),
        upper: ratioWords(spread.interval.upper),
      })}
      subtitle={`${words('sroi.shareBelow', { share: format.percent(spread.belowNet, 0) })} ${words(
        spread.settled ? 'sroi.settled' : 'sroi.unsettled',
        {
          draws: format.number(spread.draws),
          lower: ratioWords(spread.lower[1] - spread.lower[0]),
          upper: ratioWords(spread.upper[1] - spread.upper[0]),
        },
      )}`}
      bins={spread.bins}
      unit="RATIO"
      interval={spread.interval}
      intervalLabel={words('sroi.ninety')}
      marker={{ value: ratio, label: words('sroi.net1') }}
      countHeader={words('sroi.draws')}
      fileName="sroi-histogram"
      about={about}
    />
  );
}
