import { useIntl } from 'react-intl';
import type { ChartWords } from '../chart/chart-words.ts';
import { TornadoChart } from '../chart/TornadoChart.tsx';
import type { TornadoBar } from './steps.ts';
import { fileAmount } from '../table/column.ts';
import { unitOf } from './number-units.ts';
import { useNumberWords } from './use-number-words.ts';

interface Props extends Pick<ChartWords, 'about'> {
  readonly bars: readonly TornadoBar[];
  readonly ratio: number;
  /** What a row is about, by its key. */
  readonly outcomeOf: (row: string) => string;
  /** A bar was chosen. */
  readonly onSelect?: ((bar: Pick<TornadoBar, 'row' | 'parameter'>) => void) | undefined;
}

/** So many bars are drawn; the others, which move less, are in the table. */
const WIDEST = 8;

/** How far the net ratio goes with each assumption alone, from its low to its high end. */
export function SroiTornado({ bars, ratio, outcomeOf, onSelect, about }: Props) {
  const intl = useIntl();
  const numberWords = useNumberWords();
  const words = (id: string, values?: Record<string, string>) => intl.formatMessage({ id }, values);
  const labelOf = ({ row, parameter }: TornadoBar) =>
    words('sroi.cell', { field: words(`field.${parameter}`), outcome: outcomeOf(row) });
  const [widest] = bars;
  const keyOf = ({ row, parameter }: TornadoBar) => `${row}:${parameter}`;
  return (
    <TornadoChart
      title={
        widest === undefined
          ? words('sroi.tornadoNone')
          : words('sroi.tornado', { assumption: labelOf(widest) })
      }
      subtitle={words('sroi.tornadoAbout')}
      centre={ratio}
      centreLabel={words('sroi.net1')}
      most={WIDEST}
      swings={bars.map((bar) => ({
        key: keyOf(bar),
        label: labelOf(bar),
        low: bar.low.ratio,
        high: bar.high.ratio,
        lowLabel: numberWords(bar.parameter, bar.low.value),
        highLabel: numberWords(bar.parameter, bar.high.value),
        lowEnd: fileAmount(bar.low.value, unitOf(bar.parameter)),
        highEnd: fileAmount(bar.high.value, unitOf(bar.parameter)),
        endUnit: words(`sroi.unit.${unitOf(bar.parameter)}`),
      }))}
      unit="RATIO"
      {...(onSelect !== undefined && {
        onSelect: (key: string) => {
          const bar = bars.find((candidate) => keyOf(candidate) === key);
          if (bar !== undefined) onSelect(bar);
        },
      })}
      labelHeader={words('sroi.assumption')}
      unitHeader={words('sroi.unit')}
      lowHeader={words('sroi.low')}
      highHeader={words('sroi.high')}
      resultHeader={words('sroi.netRatio')}
      fileName="sroi-tornado"
      about={about}
    />
  );
}
