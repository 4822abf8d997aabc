import { useIntl, type IntlShape } from 'react-intl';
import { useFormat, type Format, type Unit } from '../i18n/format.ts';
import { AbsentBox } from './absent.tsx';
import { fewWords } from '../figure/counted.ts';
import type { Column } from '../table/column.ts';
import { ChartFrame } from './ChartFrame.tsx';
import type { ChartWords } from './chart-words.ts';
import { FEW_DASHES, fewLegend } from './few.ts';
import { Mark } from './Mark.tsx';
import { isOfFew, wordsOf, type Point } from './point.ts';
import { pointColumns, textColumn, valueColumn } from './point-columns.ts';
import { shortValue } from './scale.ts';
import { NARROW, type Draw, type Surface } from './surface.ts';
import { heightOf, LABEL, linesOf, TICK, widthOf, Words } from './text.tsx';

export interface CrossRow {
  readonly key: string;
  readonly label: string;
  /** One for each column, in their order. */
  readonly cells: readonly Point[];
}

interface Cross {
  readonly columns: readonly { readonly key: string; readonly label: string }[];
  readonly rows: readonly CrossRow[];
  readonly unit: Unit;
}

interface Props extends ChartWords, Cross {
  readonly rowHeader: string;
  readonly columnHeader: string;
  readonly valueHeader: string;
}

/** A cell as a file has it: in a line of its own, with all that belongs to a value. */
interface FiledCell {
  readonly row: string;
  readonly point: Point;
}

/** A table of two dimensions whose cells are tinted by their value, dashed and without a tint where they are out of few; what may not be shown is hatched, and says why. */
export function CrossChart({ columns, rows, unit, rowHeader, columnHeader, valueHeader, ...words }: Props) {
  const format = useFormat();
  const intl = useIntl();
  const cells = rows.flatMap(({ label, cells: ofRow }) =>
    ofRow.map((point, index): FiledCell => ({
      row: label,
      point: { ...point, label: columns[index]?.label ?? '' },
    })),
  );
  const ofCells = pointColumns({
    points: cells.map(({ point }) => point),
    unit,
    labelHeader: columnHeader,
    valueHeader,
    intl,
    format,
  });
  return (
    <ChartFrame
      words={words}
      legend={fewLegend(namedCells({ columns, rows }), intl)}
      draw={drawCross({ columns, rows, unit })}
      columns={crossColumns({ columns, rows, unit, rowHeader, intl, format })}
      rows={rows}
      rowKey={({ key }) => key}
      file={{
        columns: [
          textColumn<FiledCell>('row', rowHeader, ({ row }) => row),
          ...ofCells.map((column): Column<FiledCell> => ({
            ...column,
            cell: ({ point }) => column.cell(point),
            text: ({ point }) => column.text(point),
          })),
        ],
        rows: cells,
      }}
    />
  );
}

/** All cells, each named by its row and its column: without a comma, since a list of them has commas. */
export function namedCells({ columns, rows }: Pick<Cross, 'columns' | 'rows'>): Point[] {
  return rows.flatMap(({ label, cells }) =>
    cells.map((point, index) => ({ ...point, label: `${label} · ${columns[index]?.label ?? ''}` })),
  );
}

/** The table on the page: each column with its intervals, and where some of it is out of few with which. */
export function crossColumns({
  columns,
  rows,
  unit,
  rowHeader,
  intl,
  format,
}: Cross & {
  readonly rowHeader: string;
  readonly intl: IntlShape;
  readonly format: Format;
}): Column<CrossRow>[] {
  const withIntervals = rows.some(({ cells }) => cells.some(({ interval }) => interval));
  return [
    textColumn<CrossRow>('label', rowHeader, ({ label }) => label),
    ...columns.flatMap(({ key, label }, index) => {
      const beside = (id: string, header: string, words: (cell: Point) => string | undefined) =>
        textColumn<CrossRow>(
          `${key}-${id}`,
          `${label}, ${intl.formatMessage({ id: header })}`,
          ({ cells: ofRow }) => ofRow[index] && words(ofRow[index]),
        );
      const withFew = rows.some(({ cells }) => cells[index] && isOfFew(cells[index]));
      return [
        valueColumn<CrossRow>(
          key,
          label,
          unit,
          format,
          ({ cells }) => cells[index]?.value,
          ({ cells }) => cells[index]?.why,
        ),
        ...(withIntervals
          ? [beside('interval', 'figure.interval', (cell) => intervalOf(cell, unit, format))]
          : []),
        ...(withFew
          ? [beside('few', 'chart.few', (cell) => (isOfFew(cell) ? fewWords(intl) : undefined))]
          : []),
      ];
    }),
  ];
}

function intervalOf(cell: Point | undefined, unit: Unit, format: Format): string | undefined {
  return cell?.interval ? format.interval(cell.interval.lower, cell.interval.upper, unit) : undefined;
}

const LEAST_CELL = 76;
/** Of the tint of the highest value, under ink that stays readable. */
const STRONGEST = 0.42;
/** A rate whose interval is wider than this is not tinted: two of two would else look like the best of all. */
const UNSURE = 0.4;

/** The drawing of a CrossChart: wider than the surface where its columns need it. */
export function drawCross({ columns, rows, unit }: Cross): Draw {
  return (surface) => {
    const { paint } = surface;
    const widest = Math.max(0, ...rows.map(({ label }) => widthOf(label, LABEL))) + 8;
    const left = Math.min(widest, surface.width < NARROW ? 110 : 220);
    const cell = Math.max(LEAST_CELL, Math.min(150, (surface.width - left) / Math.max(1, columns.length)));
    const heads = columns.map(({ label }) => linesOf(label, cell - 10, TICK, 3));
    const head = Math.max(0, ...heads.map((lines) => heightOf(lines, TICK))) + 10;
    const height = 46;
    const known = rows.flatMap(({ cells }) =>
      cells.flatMap((point) => (isOfFew(point) || isUnsure(point, unit) ? [] : (point.value ?? []))),
    );
    const least = Math.min(...known);
    const span = Math.max(...known) - least;
    const tintOf = (value: number) =>
      span === 0 ? 0.16 : 0.06 + (STRONGEST - 0.06) * ((value - least) / span);
    return {
      width: Math.max(surface.width, left + cell * columns.length),
      height: head + rows.length * height,
      body: (
        <>
          {heads.map((lines, index) => (
            <Words
              key={columns[index]?.key}
              lines={lines}
              x={left + cell * (index + 0.5)}
              y={(head - 6) / 2}
              size={TICK}
              anchor="middle"
              fill={paint.ink2}
            />
          ))}
          {rows.map((row, index) => (
            <g key={row.key} transform={`translate(0 ${head + index * height})`}>
              <Words lines={linesOf(row.label, left - 8, LABEL, 3)} x={0} y={height / 2} fill={paint.ink} />
              {row.cells.map((point, column) => (
                <Cell
                  key={point.key}
                  surface={surface}
                  point={point}
                  unit={unit}
                  words={`${row.label}, ${columns[column]?.label ?? ''}`}
                  x={left + cell * column}
                  width={cell - 2}
                  height={height - 2}
                  tint={
                    point.value === undefined || isOfFew(point) || isUnsure(point, unit)
                      ? 0
                      : tintOf(point.value)
                  }
                />
              ))}
            </g>
          ))}
        </>
      ),
    };
  };
}

function isUnsure({ interval }: Point, unit: Unit): boolean {
  return unit === 'RATE' && interval != null && interval.upper - interval.lower > UNSURE;
}

interface CellProps {
  readonly surface: Surface;
  readonly point: Point;
  readonly unit: Unit;
  readonly words: string;
  readonly x: number;
  readonly width: number;
  readonly height: number;
  readonly tint: number;
}

function Cell({ surface, point, unit, words, x, width, height, tint }: CellProps) {
  const { paint, format, intl } = surface;
  const interval = intervalOf(point, unit, format);
  return (
    <Mark label={wordsOf({ ...point, label: words }, unit, format, intl)}>
      {point.value === undefined ? (
        <AbsentBox absent={point.absent} x={x} y={0} width={width} height={height} paint={paint} />
      ) : (
        <>
          <rect x={x} y={0} width={width} height={height} fill={paint.paper} />
          <rect x={x} y={0} width={width} height={height} fill={paint.series[0]} fillOpacity={tint} />
          {isOfFew(point) && (
            <rect
              x={x + 1}
              y={1}
              width={width - 2}
              height={height - 2}
              fill="none"
              stroke={paint.line}
              strokeDasharray={FEW_DASHES}
            />
          )}
          <Words
            lines={[shortValue(point.value, unit, format)]}
            x={x + width / 2}
            y={interval === undefined ? height / 2 : height / 2 - 7}
            weight={600}
            anchor="middle"
            fill={paint.ink}
          />
          {interval !== undefined && (
            <Words
              lines={[interval]}
              x={x + width / 2}
              y={height / 2 + 9}
              size={11}
              anchor="middle"
              fill={paint.ink2}
            />
          )}
        </>
      )}
    </Mark>
  );
}
