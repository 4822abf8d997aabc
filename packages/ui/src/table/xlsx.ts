import type { CellObject, SheetData } from 'write-excel-file/universal';
import type { Column } from './column.ts';

interface Options<Row> {
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  /** Names of the two sheets. */
  readonly sheets: readonly [data: string, about: string];
  readonly about: readonly { readonly name: string; readonly value: string }[];
}

const FORMATS = { rate: '0.0%', money: '#,##0.00 "€"', day: 'dd/mm/yyyy', instant: 'dd/mm/yyyy hh:mm' };
const LEAST_WIDTH = 10;
const MOST_WIDTH = 60;

/**
 * A list as a workbook: numbers, rates, amounts and days as what they are, so that they can be counted with; texts as
 * texts, never run as formulas; and a second sheet that says what it is. The writer is loaded when it is needed.
 */
export async function toXlsx<Row>({ columns, rows, sheets, about }: Options<Row>): Promise<Blob> {
  const { default: write } = await import('write-excel-file/universal');
  const data: SheetData = [
    columns.map(({ header }) => ({ ...textCell(header), fontWeight: 'bold' as const, wrap: true })),
    ...rows.map((row) => columns.map((column) => cellOf(column.text(row), column.as))),
  ];
  const [dataName, aboutName] = sheets;
  return await write([
    { data, sheet: dataName, columns: widths(data), stickyRowsCount: 1 },
    {
      data: about.map(({ name, value }) => [
        { ...textCell(name), fontWeight: 'bold' as const, alignVertical: 'top' as const },
        { ...textCell(value), wrap: true },
      ]),
      sheet: aboutName,
      columns: [{ width: 22 }, { width: 90 }],
    },
  ]).toBlob();
}

/** Days and instants are recognised by how the API writes them. */
function cellOf(value: string | number | null, as: Column<unknown>['as']): CellObject | null {
  if (value === null || value === '') return null;
  if (typeof value === 'number')
    return { type: Number, value, ...(as !== undefined && { format: FORMATS[as] }) };
  if (/^\d{4}-\d{2}-\d{2}$/.test(value))
    return { type: Date, value: new Date(`${value}T00:00:00Z`), format: FORMATS.day };
  if (/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(value))
    return { type: Date, value: new Date(value), format: FORMATS.instant };
  return textCell(value);
}

function textCell(value: string): CellObject {
  return { type: String, value };
}

function widths(data: SheetData) {
  const [header = []] = data;
  return header.map((_, index) => ({
    width: Math.min(MOST_WIDTH, Math.max(LEAST_WIDTH, ...data.map((row) => 2 + lengthOf(row[index])))),
  }));
}

function lengthOf(cell: SheetData[number][number]): number {
  const value = cell !== null && typeof cell === 'object' && 'value' in cell ? cell.value : undefined;
  return value instanceof Date ? 16 : String(value ?? '').length;
}
