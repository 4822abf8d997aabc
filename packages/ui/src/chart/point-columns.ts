import type { IntlShape } from 'react-intl';
import type { Format, Unit } from '../i18n/format.ts';
import { fileAmount, fileFormat, type Column } from '../table/column.ts';
import type { Point } from './point.ts';

/** A column of values in a unit: as read on the page, where `otherwise` says why there is none, and as a number in a file, or nothing. */
export function valueColumn<Row>(
  id: string,
  header: string,
  unit: Unit,
  format: Format,
  value: (row: Row) => number | null | undefined,
  otherwise: (row: Row) => string | undefined = () => undefined,
): Column<Row> {
  return {
    id,
    header,
    align: 'right',
    as: fileFormat(unit),
    cell: (row) => {
      const amount = value(row);
      return amount == null ? (otherwise(row) ?? '') : format.value(amount, unit);
    },
    text: (row) => {
      const amount = value(row);
      return amount == null ? null : fileAmount(amount, unit);
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

/** Why rows have no value, in files: there, columns of numbers hold numbers alone. None where all have one. */
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
  readonly intl: IntlShape;
  readonly format: Format;
}

/** Points as a table: label, value or why there is none, interval and note where some have them. */
export function pointColumns({ points, unit, labelHeader, valueHeader, intl, format }: Options) {
  const header = (id: string) => intl.formatMessage({ id });
  const columns: Column<Point>[] = [
    textColumn('label', labelHeader, ({ label }) => label),
    valueColumn(
      'value',
      valueHeader,
      unit,
      format,
      ({ value }) => value,
      ({ why }) => why,
    ),
  ];
  columns.push(...statusColumns<Point>('status', header('chart.status'), points, ({ why }) => why));
  if (points.some(({ interval }) => interval))
    columns.push(
      valueColumn('lower', header('figure.lower'), unit, format, ({ interval }) => interval?.lower),
      valueColumn('upper', header('figure.upper'), unit, format, ({ interval }) => interval?.upper),
    );
  if (points.some(({ note }) => note !== undefined))
    columns.push(textColumn('note', header('chart.note'), ({ note }) => note));
  return columns;
}
