import type { RefusalCode } from '@tandem/domain/refusal';
import { parse } from 'csv-parse/sync';
import iconv from 'iconv-lite';
import type { ImportKind } from './kinds.ts';

interface TableRow {
  /** Line of the file on which the row begins; the header stands on the first. */
  readonly line: number;
  readonly cells: readonly string[];
}
export interface Table {
  readonly encoding: 'utf-8' | 'utf-16le' | 'windows-1252';
  readonly delimiter: string;
  readonly headers: readonly string[];
  readonly rows: readonly TableRow[];
}
export interface FileProblem {
  readonly code: RefusalCode;
  readonly params?: Readonly<Record<string, string | number>>;
  /** The kind that the file was taken for, and its needed fields for which there is no column. */
  readonly missing?: { readonly kind: ImportKind; readonly fields: readonly string[] };
}

export const MAXIMUM_FILE_BYTES = 32 * 1024 * 1024;
const DELIMITERS = [';', '\t', ',', '|'];

/** Reads a delimited text file in whatever encoding and with whatever delimiter a spreadsheet saved it. */
export function readTable(bytes: Buffer): Table | FileProblem {
  if (bytes.length > MAXIMUM_FILE_BYTES)
    return { code: 'FILE_TOO_LARGE', params: { megabytes: MAXIMUM_FILE_BYTES / 1024 / 1024 } };
  const { encoding, text: decoded } = decode(bytes);
  // One sign for each end of a line, whatever the spreadsheet writes: lines are counted by it, in cells as between rows.
  const text = decoded.replaceAll(/\r\n?/g, '\n');
  if (text.trim() === '') return { code: 'FILE_EMPTY' };
  const [firstLine = ''] = text.split('\n', 1);
  const delimiter =
    DELIMITERS.toSorted((a, b) => firstLine.split(b).length - firstLine.split(a).length)[0] ?? ';';
  // A workbook or a picture has control characters; a text without any delimiter has no columns.
  if (/[^\P{Cc}\t\n]/u.test(text.slice(0, 4096)) || !firstLine.includes(delimiter))
    return { code: 'NOT_A_TABLE' };
  try {
    const options = {
      delimiter,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    } as const;
    // With `info` each record comes with the line on which it ends; the library's types do not say so.
    const records = parse(text, options) as unknown as { record: string[]; info: { lines: number } }[];
    const [header, ...body] = records;
    if (header === undefined || body.length === 0) return { code: 'FILE_EMPTY' };
    return {
      encoding,
      delimiter,
      headers: header.record,
      rows: body.map(({ record, info }) => ({ line: info.lines - endsOfLines(record), cells: record })),
    };
  } catch {
    return { code: 'NOT_A_TABLE' };
  }
}

/** How many lines end within the cells of a row: it begins so many before the one on which it ends. */
function endsOfLines(cells: readonly string[]): number {
  return cells.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0);
}

function decode(bytes: Buffer): { encoding: Table['encoding']; text: string } {
  if (bytes[0] === 0xff && bytes[1] === 0xfe)
    return { encoding: 'utf-16le', text: iconv.decode(bytes, 'utf-16le') };
  try {
    return { encoding: 'utf-8', text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    // Old spreadsheets save in the code page of Windows, of which every sequence of bytes is a text.
    return { encoding: 'windows-1252', text: iconv.decode(bytes, 'windows-1252') };
  }
}
