import type { Language } from '../i18n/locale.ts';
import type { Column } from './column.ts';

/**
 * A list as a file that the spreadsheets of a country open with a double click: semicolons, decimal commas and a byte
 * order mark in French and Dutch, commas and points in English. A text that a spreadsheet would run is defused. What the
 * file is stands below the data, after an empty line: the first line stays the header, so that a spreadsheet sorts and
 * filters the data alone.
 */
export function toCsv<Row>(
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  language: Language,
  about: readonly { readonly name: string; readonly value: string }[] = [],
): string {
  const delimiter = language === 'en' ? ',' : ';';
  const line = (cells: readonly (string | number | null)[]) =>
    cells.map((cell) => writeCell(cell, delimiter, language)).join(delimiter);
  const lines = [
    line(columns.map(({ header }) => header)),
    ...rows.map((row) => line(columns.map(({ text }) => text(row)))),
    ...(about.length === 0 ? [] : ['', ...about.map(({ name, value }) => line([name, value]))]),
  ];
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}

function writeCell(cell: string | number | null, delimiter: string, language: Language): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return language === 'en' ? String(cell) : String(cell).replace('.', ',');
  const text = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /["\r\n]/.test(text) || text.includes(delimiter) ? `"${text.replaceAll('"', '""')}"` : text;
}
