import { scalePoint } from '@visx/scale';
import { useIntl } from 'react-intl';
import { useFormat, type Unit } from '../i18n/format.ts';
import { AXIS_HEIGHT, LabelsBelow, ValuesOnLeft, widthOfValues } from './axis.tsx';
import { EndLabels } from './end-labels.tsx';
import { ChartFrame } from './ChartFrame.tsx';
import type { ChartWords } from './chart-words.ts';
import { fewLegend } from './few.ts';
import { sizeOf, type Point } from './point.ts';
import { pointColumns, textColumn, valueColumn } from './point-columns.ts';
import { fromZero, linear, shortValue } from './scale.ts';
import { NARROW, type Draw } from './surface.ts';
import { LABEL, linesOf, TICK, widthOf, Words } from './text.tsx';
import { tooEarlyLegend, unknownLegend } from './too-early.ts';
import { TrendLine } from './trend-line.tsx';

/** A line to compare with, by the same periods: a published benchmark, or a former version of the definition. */
export interface Beside {
  readonly key: string;
  readonly label: string;
  readonly source?: string | undefined;
  /** By the key of a point; periods that it says nothing of are left out. */
  readonly values: Readonly<Record<string, number>>;
}

const NONE: readonly Beside[] = [];

interface Trend {
  readonly points: readonly Point[];
  readonly unit: Unit;
  readonly beside?: readonly Beside[] | undefined;
}

interface Props extends ChartWords, Trend {
  readonly periodHeader: string;
  readonly valueHeader: string;
}

/**
 * A figure by period as a line from zero, its interval as a band, its last value written at its end. Below each period stands
 * out of how many it is a share; which periods are too early to judge or of few, and of how many it is not known, is said in words.
 */
export function TrendChart({ points, unit, beside = NONE, periodHeader, valueHeader, ...words }: Props) {
  const intl = useIntl();
  const format = useFormat();
  const columns = pointColumns({ points, unit, labelHeader: periodHeader, valueHeader, intl, format });
  const compared = beside.flatMap(({ key, label, source, values }) => [
    valueColumn<Point>(key, label, unit, format, (point) => values[point.key]),
    ...(source === undefined
      ? []
      : [
          textColumn<Point>(`${key}-source`, intl.formatMessage({ id: 'about.source' }), (point) =>
            values[point.key] === undefined ? undefined : source,
          ),
        ]),
  ]);
  const legends = [tooEarlyLegend(points, intl), fewLegend(points, intl), unknownLegend(points, intl)].filter(
    (legend) => legend !== undefined,
  );
  return (
    <ChartFrame
      words={words}
      legend={legends.length === 0 ? undefined : legends.join(' ')}
      draw={drawTrend({ points, unit, beside })}
      columns={[...columns, ...compared]}
      rows={points}
      rowKey={({ key }) => key}
    />
  );
}

const HEIGHT = 260;
const TOP = 18;
const SIZES_HEIGHT = 18;

/** The drawing of a TrendChart. */
export function drawTrend({ points, unit, beside = NONE }: Trend): Draw {
  return (surface) => {
    const { width, format, intl, paint } = surface;
    const hasSizes = points.some((point) => sizeOf(point) !== undefined);
    const bottom = HEIGHT - AXIS_HEIGHT;
    const domain = fromZero(
      [
        ...points.flatMap(({ value = 0, interval }) => [interval?.lower ?? value, interval?.upper ?? value]),
        ...beside.flatMap(({ values }) => points.map(({ key }) => values[key] ?? 0)),
      ],
      unit,
    );
    const y = linear(domain, [bottom, TOP], unit);
    const sizesHeader = intl.formatMessage({ id: 'chart.size' });
    const left = Math.max(
      widthOfValues({ scale: y, unit, surface }),
      hasSizes ? widthOf(sizesHeader, TICK) + 10 : 0,
    );
    const lines = [
      { key: 'figure', label: '', values: Object.fromEntries(points.map(({ key, value }) => [key, value])) },
      ...beside,
    ];
    const lastOf = (values: Readonly<Record<string, number | undefined>>) =>
      points.findLast(({ key }) => values[key] !== undefined);
    const texts = lines.flatMap(({ key, label, values }) => {
      const last = lastOf(values);
      const value = last && values[last.key];
      return value === undefined
        ? []
        : [{ key, value, at: last?.key ?? '', text: `${label} ${shortValue(value, unit, format)}`.trim() }];
    });
    const most = width < NARROW ? width * 0.3 : 170;
    const widest = Math.min(most, Math.max(0, ...texts.map(({ text }) => widthOf(text, LABEL) + 14)));
    const right = width - widest;
    const x = scalePoint({ domain: points.map(({ key }) => key), range: [left, right], padding: 0.02 });
    const place = (key: string) => x(key) ?? left;
    const sizeWords = (point: Point) => {
      const size = point.absent === 'tooEarly' ? 0 : sizeOf(point);
      return size === undefined ? '–' : format.number(size);
    };
    // What is drawn beside a point is told with it, to who goes from one to the next.
    const noteOf = ({ key, note }: Point) =>
      [
        note,
        ...beside.flatMap(({ label, values }) => {
          const value = values[key];
          return value === undefined ? [] : [`${label} ${format.value(value, unit)}`];
        }),
      ]
        .filter(Boolean)
        .join(', ');
    return {
      height: HEIGHT + (hasSizes ? SIZES_HEIGHT : 0),
      body: (
        <>
          <ValuesOnLeft surface={surface} scale={y} unit={unit} from={left} to={right} />
          {beside.map(({ key, values }, index) => {
            const known = points.flatMap((point) => {
              const value = values[point.key];
              return value === undefined ? [] : [{ x: place(point.key), y: y(value) }];
            });
            const stroke = index === 0 ? paint.muted : (paint.series[index] ?? paint.muted);
            const [only, second] = known;
            // Of one period there is no line to draw.
            if (only !== undefined && second === undefined)
              return <circle key={key} cx={only.x} cy={only.y} r={4} fill={paint.paper} stroke={stroke} />;
            return (
              <polyline
                key={key}
                points={known.map((at) => `${at.x},${at.y}`).join(' ')}
                fill="none"
                stroke={stroke}
                strokeWidth={1.5}
                strokeDasharray="5 4"
              />
            );
          })}
          <TrendLine
            surface={surface}
            points={points.map((point) => ({ ...point, note: noteOf(point) }))}
            unit={unit}
            x={place}
            y={y}
            bottom={bottom}
          />
          <EndLabels
            surface={surface}
            x={right + 10}
            labels={texts.map(({ key, text, value, at }) => ({
              key,
              ...(at !== points.at(-1)?.key && { x: place(at) + 10 }),
              lines: linesOf(text, widest - 12, key === 'figure' ? LABEL : TICK, 3),
              y: y(value),
              strong: key === 'figure',
            }))}
            from={TOP - 8}
            to={bottom}
          />
          <LabelsBelow
            surface={surface}
            places={points.map((point) => ({
              key: point.key,
              label: point.label,
              x: place(point.key),
              ...(hasSizes && { below: sizeWords(point) }),
            }))}
            y={bottom}
          />
          {hasSizes && (
            <Words
              lines={[sizesHeader]}
              x={left - 8}
              y={bottom + AXIS_HEIGHT + 5}
              size={TICK}
              anchor="end"
              fill={paint.ink3}
            />
          )}
        </>
      ),
    };
  };
}
