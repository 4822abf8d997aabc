import { useIntl } from 'react-intl';
import { useFormat, type Unit } from '../i18n/format.ts';
import { ChartFrame } from './ChartFrame.tsx';
import type { ChartWords } from './chart-words.ts';
import { FEW_DASHES, fewLegend } from './few.ts';
import { Mark } from './Mark.tsx';
import { isKnown, isOfFew, wordsOf, type Point, type Reference } from './point.ts';
import { pointColumns } from './point-columns.ts';
import { referenceColumns, referenceHeight, ReferenceLines } from './reference.tsx';
import { placeRows, RowAbsent, RowText } from './rows.tsx';
import { fromZero, linear } from './scale.ts';
import type { Draw, Surface } from './surface.ts';
import { Whisker } from './whisker.tsx';

const NONE: readonly Reference[] = [];

export interface Bar extends Point {
  readonly tone?: 'accent' | 'muted' | undefined;
}

interface Bars {
  readonly bars: readonly Bar[];
  readonly unit: Unit;
  /** Published values, drawn across all bars. */
  readonly references?: readonly Reference[] | undefined;
}

interface Props extends ChartWords, Bars {
  readonly groupHeader: string;
  readonly valueHeader: string;
  /** What stands in small text behind the values; without it they are notes. */
  readonly noteHeader?: string | undefined;
}

/** Horizontal bars from zero, each labelled directly, with its interval drawn; hollow and dashed where it is out of few. */
export function BarChart({
  bars,
  unit,
  references = NONE,
  groupHeader,
  valueHeader,
  noteHeader,
  ...words
}: Props) {
  const intl = useIntl();
  const format = useFormat();
  return (
    <ChartFrame
      words={words}
      legend={fewLegend(bars, intl)}
      draw={drawBars({ bars, unit, references })}
      columns={[
        ...pointColumns({
          points: bars,
          unit,
          labelHeader: groupHeader,
          valueHeader,
          noteHeader,
          intl,
          format,
        }),
        ...referenceColumns<Point>(references, unit, format, intl.formatMessage({ id: 'about.source' })),
      ]}
      rows={bars}
      rowKey={({ key }) => key}
    />
  );
}

const THICK = 16;

/** The drawing of a BarChart. */
export function drawBars({ bars, unit, references = NONE }: Bars): Draw {
  return (surface) => {
    const { format, paint, intl } = surface;
    const rows = placeRows(
      surface,
      bars.map((bar) => ({
        ...bar,
        value: bar.value === undefined ? undefined : format.value(bar.value, unit),
        bar,
      })),
    );
    const top = referenceHeight(references);
    const domain = fromZero(
      [
        ...bars.flatMap(({ value = 0, interval }) => [value, interval?.upper ?? 0]),
        ...references.map(({ value }) => value),
      ],
      unit,
    );
    const x = linear(domain, [rows.left, rows.right], unit);
    return {
      height: top + rows.height,
      body: (
        <>
          <ReferenceLines
            surface={surface}
            references={references}
            unit={unit}
            x={x}
            to={top + rows.height}
          />
          <g transform={`translate(0 ${top})`}>
            <line x1={x(0)} x2={x(0)} y1={0} y2={rows.height} stroke={paint.line} />
            {rows.places.map((place) => (
              <Mark key={place.row.key} label={wordsOf(place.row.bar, unit, format, intl)}>
                <RowText surface={surface} place={place} rows={rows} />
                {isKnown(place.row.bar) ? (
                  <BarRow surface={surface} middle={place.middle} bar={place.row.bar} x={x} />
                ) : (
                  <RowAbsent surface={surface} place={place} rows={rows} />
                )}
              </Mark>
            ))}
          </g>
        </>
      ),
    };
  };
}

interface RowProps {
  readonly surface: Surface;
  readonly middle: number;
  readonly bar: Bar & { readonly value: number };
  readonly x: (value: number) => number;
}

function BarRow({ surface: { paint }, middle, bar, x }: RowProps) {
  const { value, interval, tone } = bar;
  const from = Math.min(x(0), x(value));
  const colour = tone === 'muted' ? paint.muted : (paint.series[0] ?? paint.ink);
  return (
    <>
      <rect
        x={from}
        y={middle - THICK / 2}
        width={Math.max(1, Math.abs(x(value) - x(0)))}
        height={THICK}
        rx={1.5}
        {...(isOfFew(bar)
          ? { fill: paint.paper, stroke: colour, strokeWidth: 1.5, strokeDasharray: FEW_DASHES }
          : { fill: colour })}
      />
      {interval && (
        <Whisker
          from={x(interval.lower)}
          to={x(interval.upper)}
          at={middle}
          stroke={paint.ink}
          halo={paint.paper}
        />
      )}
    </>
  );
}
