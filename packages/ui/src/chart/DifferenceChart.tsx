import { useIntl } from 'react-intl';
import { useFormat, type Format, type Unit } from '../i18n/format.ts';
import { AXIS_HEIGHT, ValuesBelow } from './axis.tsx';
import { boundsColumns } from '../table/bounds-columns.ts';
import { ChartFrame } from './ChartFrame.tsx';
import type { ChartWords } from './chart-words.ts';
import { Mark } from './Mark.tsx';
import type { Point } from './point.ts';
import { statusColumns, textColumn, valueColumn } from './point-columns.ts';
import { placeRows, RowAbsent, RowText } from './rows.tsx';
import { linear } from './scale.ts';
import type { Draw } from './surface.ts';
import { heightOf, linesOf, TICK, Words } from './text.tsx';
import { Whisker } from './whisker.tsx';

export interface DifferencePoint extends Point {
  /** Whether it is called clear, where that rests on more than its interval: on how many differences were looked at. */
  readonly isClear?: boolean;
}

/** How an interval is headed: on the page, and by its two bounds in files. */
export interface IntervalHeaders {
  readonly header: string;
  readonly lowerHeader: string;
  readonly upperHeader: string;
}

interface Differences {
  /** Each the difference of two values in the unit: of rates, 0.04 is four points. */
  readonly differences: readonly DifferencePoint[];
  readonly unit: Unit;
  /** What it means to lie left or right of zero: "lower than in 2016". */
  readonly lowerLabel: string;
  readonly higherLabel: string;
}

interface Props extends ChartWords, Differences {
  readonly groupHeader: string;
  readonly valueHeader: string;
  /** Which intervals they are, where they are other than the 95 % interval of each difference. */
  readonly interval?: IntervalHeaders;
}

/** Differences with their intervals around a line of no difference: those that are not clear are open dots. */
export function DifferenceChart({
  differences,
  unit,
  lowerLabel,
  higherLabel,
  groupHeader,
  valueHeader,
  interval: headers,
  ...words
}: Props) {
  const intl = useIntl();
  const format = useFormat();
  const header = (id: string) => intl.formatMessage({ id });
  const interval = headers ?? {
    header: header('figure.interval'),
    lowerHeader: header('figure.lower'),
    upperHeader: header('figure.upper'),
  };
  return (
    <ChartFrame
      words={words}
      draw={drawDifferences({ differences, unit, lowerLabel, higherLabel })}
      columns={[
        textColumn<Point>('label', groupHeader, ({ label }) => label),
        {
          ...valueColumn<Point>(
            'value',
            valueHeader,
            unit,
            format,
            ({ value }) => value,
            ({ why }) => why,
          ),
          cell: ({ value, why }) => (value === undefined ? why : format.difference(value, unit)),
        },
        ...statusColumns<Point>('status', header('chart.status'), differences, ({ why }) => why),
        ...boundsColumns<Point>({
          id: 'interval',
          ...interval,
          unit,
          bounds: (point) => point.interval,
          words: (bounds) => format.differences(bounds, unit),
        }),
        textColumn<Point>('note', header('chart.note'), ({ note }) => note),
      ]}
      rows={differences}
      rowKey={({ key }) => key}
    />
  );
}

const LEAST_HEAD = 24;

/** Whether it is called clear: where nobody says, whether the interval excludes that there is no difference. */
function isClearly({ isClear, interval }: DifferencePoint): boolean {
  return isClear ?? (interval != null && (interval.lower > 0 || interval.upper < 0));
}

/** The drawing of a DifferenceChart. */
export function drawDifferences({ differences, unit, lowerLabel, higherLabel }: Differences): Draw {
  return (surface) => {
    const { format, paint } = surface;
    const rows = placeRows(
      surface,
      differences.map((point) => ({
        ...point,
        value: point.value === undefined ? undefined : format.difference(point.value, unit),
        point,
      })),
    );
    const reach = Math.max(
      ...differences.flatMap(({ value = 0, interval }) =>
        [value, interval?.lower ?? 0, interval?.upper ?? 0].map(Math.abs),
      ),
      Number.MIN_VALUE,
    );
    const x = linear([-reach, reach], [rows.left + 6, rows.right - 6], unit);
    const half = (rows.right - rows.left) / 2 - 12;
    const lower = linesOf(`← ${lowerLabel}`, half, TICK);
    const higher = linesOf(`${higherLabel} →`, half, TICK);
    const words = Math.max(heightOf(lower, TICK), heightOf(higher, TICK));
    const head = Math.max(LEAST_HEAD, words + 8);
    const bottom = head + rows.height;
    return {
      height: bottom + AXIS_HEIGHT,
      body: (
        <>
          <Words lines={lower} x={x(0) - 10} y={words / 2} size={TICK} anchor="end" fill={paint.ink2} />
          <Words lines={higher} x={x(0) + 10} y={words / 2} size={TICK} fill={paint.ink2} />
          <ValuesBelow
            surface={surface}
            scale={x}
            unit={unit}
            from={head}
            to={bottom}
            text={(value) => format.difference(value, unit)}
          />
          <line x1={x(0)} x2={x(0)} y1={0} y2={bottom} stroke={paint.ink} strokeWidth={1.5} />
          <g transform={`translate(0 ${head})`}>
            {rows.places.map((place) => (
              <Mark key={place.row.key} label={differenceInWords(place.row.point, unit, format)}>
                <RowText surface={surface} place={place} rows={rows} />
                {place.row.point.value === undefined ? (
                  <RowAbsent surface={surface} place={place} rows={rows} />
                ) : (
                  <>
                    {place.row.point.interval && (
                      <Whisker
                        from={x(place.row.point.interval.lower)}
                        to={x(place.row.point.interval.upper)}
                        at={place.middle}
                        stroke={paint.series[0] ?? paint.ink}
                        halo={paint.paper}
                      />
                    )}
                    <circle
                      cx={x(place.row.point.value)}
                      cy={place.middle}
                      r={5}
                      fill={isClearly(place.row.point) ? paint.series[0] : paint.paper}
                      stroke={paint.series[0]}
                      strokeWidth={2}
                    />
                  </>
                )}
              </Mark>
            ))}
          </g>
        </>
      ),
    };
  };
}

function differenceInWords(
  { label, value, interval, note, why = '' }: Point,
  unit: Unit,
  format: Format,
): string {
  if (value === undefined) return format.named(label, why);
  const between = interval && format.differences(interval, unit);
  return format.named(label, [format.difference(value, unit), between, note].filter(Boolean).join(', '));
}
