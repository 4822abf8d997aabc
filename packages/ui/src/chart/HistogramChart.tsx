import { useIntl } from 'react-intl';
import { useFormat, type Unit } from '../i18n/format.ts';
import { AXIS_HEIGHT, ValuesBelow, ValuesOnLeft, widthOfValues } from './axis.tsx';
import { ChartFrame } from './ChartFrame.tsx';
import type { ChartWords } from './chart-words.ts';
import { Mark } from './Mark.tsx';
import type { Bounds } from './point.ts';
import { valueColumn } from './point-columns.ts';
import { linear } from './scale.ts';
import type { Draw } from './surface.ts';
import { TICK, widthOf, Words } from './text.tsx';

export interface Bin {
  /** From and up to, in the unit; neighbouring bins share an edge. */
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

interface Histogram {
  readonly bins: readonly Bin[];
  readonly unit: Unit;
  /** The bins within it are drawn strongly, the others faintly. */
  readonly interval: Bounds;
  /** "90 % of the draws" */
  readonly intervalLabel: string;
  readonly marker?: { readonly value: number; readonly label: string } | undefined;
}

interface Props extends ChartWords, Histogram {
  readonly countHeader: string;
}

/** How values are spread, with the interval that holds most of them marked. */
export function HistogramChart({
  bins,
  unit,
  interval,
  intervalLabel,
  marker,
  countHeader,
  ...words
}: Props) {
  const intl = useIntl();
  const format = useFormat();
  const header = (id: string) => intl.formatMessage({ id });
  return (
    <ChartFrame
      words={words}
      draw={drawHistogram({ bins, unit, interval, intervalLabel, marker })}
      columns={[
        valueColumn<Bin>('from', header('chart.from'), unit, format, ({ from }) => from),
        valueColumn<Bin>('to', header('chart.to'), unit, format, ({ to }) => to),
        valueColumn<Bin>('count', countHeader, 'COUNT', format, ({ count }) => count),
      ]}
      rows={bins}
      rowKey={({ from }) => String(from)}
    />
  );
}

const HEIGHT = 260;
const HEAD = 44;
const BRACKET = 20;

/** The drawing of a HistogramChart. */
export function drawHistogram({ bins, unit, interval, intervalLabel, marker }: Histogram): Draw {
  return (surface) => {
    const { width, paint, format } = surface;
    const bottom = HEIGHT - AXIS_HEIGHT;
    const y = linear([0, Math.max(1, ...bins.map(({ count }) => count))], [bottom, HEAD + 6], 'COUNT');
    const left = widthOfValues({ scale: y, unit: 'COUNT', surface });
    const edges = bins.flatMap(({ from, to }) => [from, to]);
    const x = linear(
      edges.length === 0 ? [0, 1] : [Math.min(...edges), Math.max(...edges)],
      [left, width - 24],
      unit,
    );
    const within = (bin: Bin) => bin.from >= interval.lower && bin.to <= interval.upper;
    const span = format.named(intervalLabel, format.interval(interval.lower, interval.upper, unit));
    const fit = (text: string, at: number) => {
      const half = widthOf(text, TICK) / 2;
      return Math.min(Math.max(at, half), width - half);
    };
    const markerText = marker && `${marker.label} ${format.value(marker.value, unit)}`;
    // Beside its line, on the side that has the room.
    const leftwards =
      marker !== undefined && x(marker.value) + 6 + widthOf(markerText ?? '', TICK) * 1.06 > width;
    return {
      height: HEIGHT,
      body: (
        <>
          <ValuesOnLeft surface={surface} scale={y} unit="COUNT" from={left} to={width - 24} />
          {bins.map((bin) => (
            <Mark
              key={bin.from}
              label={format.named(format.interval(bin.from, bin.to, unit), format.number(bin.count))}
            >
              <rect
                x={x(bin.from)}
                y={HEAD}
                width={x(bin.to) - x(bin.from)}
                height={bottom - HEAD}
                fill="transparent"
              />
              <rect
                x={x(bin.from) + 0.5}
                y={y(bin.count)}
                width={Math.max(1, x(bin.to) - x(bin.from) - 1)}
                height={bottom - y(bin.count)}
                fill={paint.series[0]}
                fillOpacity={within(bin) ? 0.85 : 0.3}
              />
            </Mark>
          ))}
          <path
            d={`M${x(interval.lower)},${BRACKET + 6}V${BRACKET}H${x(interval.upper)}V${BRACKET + 6}`}
            fill="none"
            stroke={paint.ink}
            strokeWidth={1.5}
          />
          <Words
            lines={[span]}
            x={fit(span, (x(interval.lower) + x(interval.upper)) / 2)}
            y={8}
            size={TICK}
            weight={600}
            anchor="middle"
            fill={paint.ink}
          />
          {marker && markerText !== undefined && (
            <>
              <line
                x1={x(marker.value)}
                x2={x(marker.value)}
                y1={BRACKET}
                y2={bottom}
                stroke={paint.series[1]}
                strokeWidth={2}
              />
              <Words
                lines={[markerText]}
                x={x(marker.value) + (leftwards ? -6 : 6)}
                y={BRACKET + 12}
                size={TICK}
                weight={600}
                anchor={leftwards ? 'end' : 'start'}
                fill={paint.ink}
                halo={paint.paper}
              />
            </>
          )}
          <ValuesBelow surface={surface} scale={x} unit={unit} from={bottom} to={bottom} />
        </>
      ),
    };
  };
}
