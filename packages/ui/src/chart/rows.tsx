import { AbsentBox } from './absent.tsx';
import type { Absence } from './point.ts';
import { NARROW, type Surface } from './surface.ts';
import { heightOf, LABEL, linesOf, TICK, widthOf, Words } from './text.tsx';

/** What stands beside a row of a drawing. */
export interface RowWords {
  readonly key: string;
  readonly label: string;
  /** At the right, in the row's weight. */
  readonly value?: string | undefined;
  /** Small, behind or below the value. */
  readonly note?: string | undefined;
  /** Of a row without a value: why it has none. */
  readonly absent?: Absence | undefined;
  readonly why?: string | undefined;
}

interface RowPlace<Row> {
  readonly row: Row;
  readonly top: number;
  readonly height: number;
  /** The middle of what is drawn in the row. */
  readonly middle: number;
  readonly labelLines: readonly string[];
  readonly labelMiddle: number;
  /** Why there is no value; none where there is one. */
  readonly whyLines: readonly string[];
}

export interface Rows<Row> {
  readonly places: readonly RowPlace<Row>[];
  /** Between which the rows are drawn. */
  readonly left: number;
  readonly right: number;
  readonly width: number;
  /** Of the notes, so that values stand below each other. */
  readonly noteWidth: number;
  readonly height: number;
}

const ROW = 36;
const TRACK = 18;
const GAP = 16;
const MOST_LABEL = 220;
/** Between the line from which bars are drawn and a label above them. */
const INDENT = 6;
/** The place of a value that is not there. */
const BOX = { width: 64, height: 16 };

/** Places rows below each other: label, drawing, value side by side, or on a narrow surface the drawing below both. */
export function placeRows<Row extends RowWords>(surface: Surface, rows: readonly Row[]): Rows<Row> {
  const { width } = surface;
  const narrow = width < NARROW;
  const noteWidth = Math.max(
    0,
    ...rows.map(({ note }) => (note === undefined ? 0 : widthOf(note, TICK) + 8)),
  );
  const valueWidth = noteWidth + Math.max(0, ...rows.map(({ value = '' }) => widthOf(value, LABEL) * 1.06));
  const widestLabel = Math.max(0, ...rows.map(({ label }) => widthOf(label, LABEL)));
  const labelWidth = narrow
    ? width - valueWidth - GAP - INDENT
    : Math.min(MOST_LABEL, width * 0.34, widestLabel + 2);
  const left = narrow ? 1 : labelWidth + GAP;
  const right = narrow ? width - 1 : width - (valueWidth === 0 ? 1 : valueWidth + GAP);
  let top = 0;
  const places = rows.map((row): RowPlace<Row> => {
    const labelLines = linesOf(row.label, labelWidth, LABEL, 3);
    const words = heightOf(labelLines, LABEL);
    const whyWidth = narrow ? width - INDENT : right - left - BOX.width - 10;
    const whyLines =
      row.value === undefined && row.why !== undefined ? linesOf(row.why, whyWidth, TICK, 4) : [];
    const why = heightOf(whyLines, TICK);
    const height = narrow
      ? words + TRACK + 18 + (why === 0 ? 0 : why + 6)
      : Math.max(ROW, words + 8, why + 8);
    const place = {
      row,
      top,
      height,
      middle: narrow ? top + words + 4 + TRACK / 2 : top + height / 2,
      labelLines,
      labelMiddle: narrow ? top + words / 2 : top + height / 2,
      whyLines,
    };
    top += height;
    return place;
  });
  return { places, left, right, width, noteWidth, height: top };
}

interface Props<Row> {
  readonly surface: Surface;
  readonly place: RowPlace<Row>;
  readonly rows: Pick<Rows<Row>, 'width' | 'noteWidth'>;
}

/** A row's label on the left, its value and note on the right. */
export function RowText<Row extends RowWords>({ surface, place, rows: { width, noteWidth } }: Props<Row>) {
  const { paint } = surface;
  const { row, labelLines, labelMiddle } = place;
  return (
    <>
      <Words
        lines={labelLines}
        x={surface.width < NARROW ? INDENT : 0}
        y={labelMiddle}
        fill={paint.ink}
        halo={paint.paper}
      />
      {row.value !== undefined && (
        <Words
          lines={[row.value]}
          x={width - noteWidth}
          y={labelMiddle}
          anchor="end"
          fill={paint.ink}
          weight={600}
          halo={paint.paper}
        />
      )}
      {row.note !== undefined && (
        <Words
          lines={[row.note]}
          x={width - noteWidth + 8}
          y={labelMiddle}
          size={TICK}
          fill={paint.ink3}
          halo={paint.paper}
        />
      )}
    </>
  );
}

interface AbsentProps<Row extends RowWords> {
  readonly surface: Surface;
  readonly place: RowPlace<Row>;
  readonly rows: Pick<Rows<Row>, 'left'>;
}

/** The place of a value that is not there, and why: beside it, or on a narrow surface below. */
export function RowAbsent<Row extends RowWords>({ surface, place, rows: { left } }: AbsentProps<Row>) {
  const { paint } = surface;
  const { row, middle, whyLines } = place;
  const narrow = surface.width < NARROW;
  return (
    <>
      <AbsentBox absent={row.absent} x={left} y={middle - BOX.height / 2} {...BOX} paint={paint} />
      <Words
        lines={whyLines}
        x={narrow ? INDENT : left + BOX.width + 10}
        y={narrow ? middle + TRACK / 2 + 4 + heightOf(whyLines, TICK) / 2 : middle}
        size={TICK}
        fill={paint.ink3}
        halo={paint.paper}
      />
    </>
  );
}
