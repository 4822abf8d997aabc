import { scaleBand } from '@visx/scale';
import { useIntl } from 'react-intl';
import { useFormat, type Unit } from '../i18n/format.ts';
import type { Column } from '../table/column.ts';
import { AXIS_HEIGHT, LabelsBelow, ValuesOnLeft, widthOfValues } from './axis.tsx';
import { ChartFrame } from './ChartFrame.tsx';
import type { ChartWords } from './chart-words.ts';
import { seriesPaint } from './paint.ts';
import { statusColumns, textColumn, valueColumn } from './point-columns.ts';
import { linear } from './scale.ts';
import { partsOf, StackOf, sumOf, type Layer, type StackColumn } from './stack.tsx';
import { NARROW, type Draw } from './surface.ts';
import { linesOf, TICK, widthOf, Words } from './text.tsx';
import { EndLabels, SWATCH } from './end-labels.tsx';

interface Stack {
  /** From the bottom up; at most six can be told apart. */
  readonly layers: readonly Layer[];
  readonly columns: readonly StackColumn[];
  readonly unit: Unit;
}

interface Props extends ChartWords, Stack {
  readonly columnHeader: string;
}

/** Columns of parts that add up, the parts named at the last column, the sum above each. */
export function StackedChart({ layers, columns, unit, columnHeader, ...words }: Props) {
  const intl = useIntl();
  const format = useFormat();
  const table: Column<StackColumn>[] = [
    textColumn('label', columnHeader, ({ label }) => label),
    ...layers.map(({ key, label }) =>
      valueColumn<StackColumn>(key, label, unit, format, ({ values }) => values[key]),
    ),
    valueColumn(
      'total',
      intl.formatMessage({ id: 'chart.total' }),
      unit,
      format,
      (column) => (column.absent === undefined ? sumOf(column) : undefined),
      ({ why }) => why,
    ),
    ...statusColumns('status', intl.formatMessage({ id: 'chart.status' }), columns, ({ why }) => why),
  ];
  return (
    <ChartFrame
      words={words}
      draw={drawStack({ layers, columns, unit })}
      columns={table}
      rows={columns}
      rowKey={({ key }) => key}
    />
  );
}

const HEIGHT = 300;
const TOP = 24;
/** Of a layer that is named below the columns. */
const NAME_ROW = 18;

/** The drawing of a StackedChart. */
export function drawStack({ layers, columns, unit }: Stack): Draw {
  return (surface) => {
    const { width, paint } = surface;
    const bottom = HEIGHT - AXIS_HEIGHT;
    const stacks = columns.map((column) => ({ column, parts: partsOf(column, layers) }));
    const ends = stacks.flatMap(({ parts }) => parts.map(({ to }) => to));
    const y = linear([Math.min(0, ...ends), Math.max(1, ...ends)], [bottom, TOP], unit);
    const left = widthOfValues({ scale: y, unit, surface });
    // On a narrow surface the layers are named below: beside the columns no name would have the room.
    const below = width < NARROW;
    const widest = below
      ? 1
      : Math.min(190, SWATCH + 20 + Math.max(0, ...layers.map(({ label }) => widthOf(label, TICK))));
    const right = width - widest;
    const x = scaleBand({ domain: columns.map(({ key }) => key), range: [left, right], padding: 0.28 });
    const band = x.bandwidth();
    // Each layer is named where it was last, also where the last column has nothing of it.
    const named = layers.flatMap(
      ({ key }) => stacks.flatMap(({ parts }) => parts.filter((part) => part.key === key)).at(-1) ?? [],
    );
    return {
      height: HEIGHT + (below ? named.length * NAME_ROW + NAME_ROW / 2 : 0),
      body: (
        <>
          <ValuesOnLeft surface={surface} scale={y} unit={unit} from={left} to={right} />
          {stacks.map(({ column, parts }) => (
            <StackOf
              key={column.key}
              surface={surface}
              unit={unit}
              column={column}
              parts={parts}
              x={x(column.key) ?? left}
              band={band}
              step={x.step()}
              y={y}
              bottom={bottom}
            />
          ))}
          {below &&
            named.toReversed().map(({ key, label, index }, at) => (
              <g key={key} transform={`translate(0 ${HEIGHT + (at + 1) * NAME_ROW})`}>
                <rect x={0} y={-4} width={8} height={8} fill={seriesPaint(paint, index)} />
                <Words
                  lines={linesOf(label, width - SWATCH, TICK, 1)}
                  x={SWATCH}
                  y={0}
                  size={TICK}
                  fill={paint.ink2}
                />
              </g>
            ))}
          {!below && named.length > 0 && (
            <EndLabels
              surface={surface}
              x={right + 6}
              labels={named.map(({ key, label, index, from, to }) => ({
                key,
                lines: linesOf(label, widest - SWATCH - 10, TICK, 3),
                y: (y(from) + y(to)) / 2,
                swatch: seriesPaint(paint, index),
              }))}
              from={TOP - 10}
              to={bottom + 8}
            />
          )}
          <LabelsBelow
            surface={surface}
            places={columns.map(({ key, label }) => ({ key, label, x: (x(key) ?? left) + band / 2 }))}
            y={bottom}
          />
        </>
      ),
    };
  };
}
