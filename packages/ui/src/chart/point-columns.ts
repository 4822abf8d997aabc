import type { IntlShape } from 'react-intl';
import { countedColumns } from '../figure/counted-columns.ts';
import type { Format, Unit } from '../i18n/format.ts';
import { fileAmount, fileFormat, type Column } from '../table/column.ts';
import type { Point } from './point.ts';

/**
 * A column of values in a unit, or each in that of its row: as read on the page, where `otherwise` says why there is none, and
 * as a number in a file, or nothing.
 */
export function valueColumn<Row>(
  id: string,
  header: string,
  unit: Unit | ((row: Row) => Unit),
  format: Format,
  value: (row: Row) => number | null | undefined,
  otherwise: (row: Row) => string | undefined = () => undefined,
): Column<Row> {
  const unitOf = typeof unit === 'function' ? unit : () => unit;
  return {
    id,
    header,
    align: 'right',
    as: typeof unit === 'function' ? undefined : fileFormat(unit),
    cell: (row) => {
      const amount = value(row);
      return amount == null ? (otherwise(row) ?? '') : format.value(amount, unitOf(row));
    },
    text: (row) => {
      const amount = value(row);
      return amount == null ? null : fileAmount(amount, unitOf(row));
    },
  };
}

export function textColumn<Row>(
  id: string,
  header: string,
  text: (row: Row) => string | undefined,
): Column<Row> {
  return { id, header, cell: (row) => text(row) ?? '', text: (row) => text(row) ?? null };
}

/**
 * Why rows have no value, or whether each is shown, in files: there, columns of numbers hold numbers alone. None where there is
 * nothing to say.
 */
export function statusColumns<Row>(
  id: string,
  header: string,
  rows: readonly Row[],
  why: (row: Row) => string | undefined,
): Column<Row>[] {
  if (rows.every((row) => why(row) === undefined)) return [];
  return [{ ...textColumn<Row>(id, header, why), only: 'file' }];
}

interface Options {
  readonly points: readonly Point[];
  readonly unit: Unit;
  readonly labelHeader: string;
  readonly valueHeader: string;
  /** What stands behind the values in small text, where it is more than what they were made of. */
  readonly noteHeader?: string | undefined;
  readonly intl: IntlShape;
  readonly format: Format;
}

/** Points as a table: label, value or why there is none, and what the value was made of. */
export function pointColumns({
  points,
  unit,
  labelHeader,
  valueHeader,
  noteHeader,
  intl,
  format,
}: Options): Column<Point>[] {
  const header = (id: string) => intl.formatMessage({ id }, { name: valueHeader });
  const areFigures = points.some(({ standing }) => standing !== undefined);
  const columns: Column<Point>[] = [
    textColumn('label', labelHeader, ({ label }) => label),
    {
      ...valueColumn<Point>(
        'value',
        valueHeader,
        unit,
        format,
        ({ value }) => value,
        ({ why }) => why,
      ),
      // A reason in words must not push the numbers beside it out of sight.
      ...(points.some(({ why }) => why !== undefined) && { wrap: true }),
    },
    ...statusColumns<Point>(
      'status',
      header(areFigures ? 'figure.column.standing' : 'chart.status'),
      points,
      ({ standing, why }) => standing ?? why,
    ),
    ...countedColumns<Point>({
      rows: points,
      name: valueHeader,
      intl,
      format,
      countedOf: ({ counted }) => counted,
      intervalOf: ({ interval }) => interval,
      unitOf: () => unit,
    }),
  ];
  // What a figure notes beside itself has columns of its own.
  const noteOf = ({ note, standing }: Point) =>
    noteHeader !== undefined || standing === undefined ? note : undefined;
  if (points.some((point) => noteOf(point) !== undefined))
    columns.push(textColumn('note', noteHeader ?? header('chart.note'), noteOf));
  return columns;
}
