import type { DataSource, EntityManager } from 'typeorm';
import {
  FIELDS,
  IMPORT_KINDS,
  mapHeaders,
  missingFields,
  recogniseKind,
  type ColumnMapping,
  type ImportKind,
} from './kinds.ts';
import { MOVES } from './moves.sql.ts';
import { parseRows, type ParsedRow, type RowRefusal } from './parse-rows.ts';
import { readTable, type FileProblem, type Table } from './read-table.ts';
import { SET_CHECKS } from './set-checks.sql.ts';

export interface ImportedFile {
  readonly name: string;
  readonly content: Buffer;
  /** Chosen by hand where the headers are not recognised. */
  readonly chosen?: { readonly kind: ImportKind; readonly mapping: ColumnMapping };
}

export interface FileReport {
  readonly name: string;
  readonly kind: ImportKind | null;
  readonly encoding: string | null;
  readonly delimiter: string | null;
  readonly headers: readonly string[];
  readonly mapping: ColumnMapping;
  /** Why the file as a whole was not taken. */
  readonly problem: FileProblem | null;
  readonly rows: number;
  readonly accepted: number;
  /** Refused rows; one may be refused for several reasons. */
  readonly refused: number;
  readonly refusals: readonly RowRefusal[];
}

export interface ImportReport {
  readonly files: readonly FileReport[];
  /** Records that came in (or would), and rows that were there already, by kind. */
  readonly added: Readonly<Partial<Record<ImportKind, number>>>;
  readonly unchanged: Readonly<Partial<Record<ImportKind, number>>>;
}

interface ReadFile {
  readonly index: number;
  readonly name: string;
  readonly table: Table | null;
  readonly kind: ImportKind | null;
  readonly mapping: ColumnMapping;
  readonly problem: FileProblem | null;
  readonly rows: ParsedRow[];
  readonly refusals: RowRefusal[];
}

/** Any fixed number: the advisory lock of whoever imports. */
const IMPORT_LOCK = 7_061_001;

class DryRunDone extends Error {}

export interface ImportOptions {
  readonly dryRun: boolean;
  /** Done in the transaction of the import, once all rows are in; not in a dry run. */
  readonly beforeCommit?: (tx: EntityManager, report: ImportReport) => Promise<void>;
}

/**
 * Takes the rows of the files in, all that is accepted in one transaction; what is refused is in the report. A dry
 * run does exactly the same and takes it back, so that its report is what would happen.
 */
export async function importFiles(
  db: DataSource,
  files: readonly ImportedFile[],
  { dryRun, beforeCommit }: ImportOptions,
): Promise<ImportReport> {
  const read = files.map(readFile);
  const added: Partial<Record<ImportKind, number>> = {};
  const unchanged: Partial<Record<ImportKind, number>> = {};
  const report = () => ({ files: read.map(reportOf), added, unchanged });
  try {
    await db.transaction(async (tx) => {
      await tx.query('select pg_advisory_xact_lock($1)', [IMPORT_LOCK]);
      await tx.query(
        'create temp table touched_duo (id uuid) on commit drop; create temp table touched_mentee (id uuid) on commit drop; create temp table touched_mentor (id uuid) on commit drop',
      );
      for (const kind of IMPORT_KINDS) {
        const ofKind = read.filter((file) => file.kind === kind && file.problem === null);
        if (ofKind.length === 0) continue;
        await stage(tx, kind, ofKind);
        await refuseBySet(tx, kind, ofKind);
        const staged = ofKind.reduce((sum, file) => sum + acceptedOf(file), 0);
        added[kind] = await move(tx, kind);
        unchanged[kind] = staged - added[kind];
      }
      await tx.query(
        'select refresh_people_facts(array(select id from touched_mentee), array(select id from touched_mentor))',
      );
      await tx.query('select refresh_duo_facts(array(select distinct id from touched_duo))');
      if (dryRun) throw new DryRunDone();
      await beforeCommit?.(tx, report());
    });
  } catch (error) {
    if (!(error instanceof DryRunDone)) throw error;
  }
  return report();
}

function readFile({ name, content, chosen }: ImportedFile, index: number): ReadFile {
  const nothing = { index, name, table: null, kind: null, mapping: {}, rows: [], refusals: [] };
  const table = readTable(content);
  if ('code' in table) return { ...nothing, problem: table };
  const kind = chosen?.kind ?? recogniseKind(table.headers) ?? null;
  if (kind === null) return { ...nothing, table, problem: nearestProblem(table) };
  const mapping = chosen?.mapping ?? mapHeaders(kind, table.headers);
  const missing = missingFields(kind, mapping);
  if (missing.length > 0)
    return {
      ...nothing,
      table,
      kind,
      mapping,
      problem: { code: 'COLUMN_MISSING', params: { columns: missing.join(', ') } },
    };
  return { index, name, table, kind, mapping, problem: null, ...parseRows(kind, table, mapping) };
}

/** A file with all needed columns of a kind but one or two lacks these; any other is not recognised. */
function nearestProblem({ headers }: Table): FileProblem {
  const lacking = IMPORT_KINDS.map((kind) => {
    const mapping = mapHeaders(kind, headers);
    return { kind, known: Object.keys(mapping).length, missing: missingFields(kind, mapping) };
  }).filter(({ known, missing }) => missing.length <= 2 && known >= 2);
  const nearest = lacking.toSorted((a, b) => b.known - a.known)[0];
  if (nearest === undefined) return { code: 'FILE_NOT_RECOGNISED' };
  const columns = nearest.missing.map(
    (name) => FIELDS[nearest.kind].find((field) => field.name === name)?.headers.split('|')[0] ?? name,
  );
  return { code: 'COLUMN_MISSING', params: { columns: columns.join(', '), kind: nearest.kind } };
}

function tableOf(kind: ImportKind): string {
  return `stage_${kind.toLowerCase()}`;
}

/** One array a column and one statement for all rows of a kind. */
async function stage(tx: EntityManager, kind: ImportKind, files: readonly ReadFile[]): Promise<void> {
  const columns = [{ name: 'file', type: 'integer' }, { name: 'line', type: 'integer' }, ...FIELDS[kind]];
  await tx.query(
    `create temp table ${tableOf(kind)} (${columns.map(({ name, type }) => `${name} ${type}`).join(', ')}) on commit drop`,
  );
  const rows = files.flatMap((file) => file.rows.map((row) => ({ ...row, file: file.index })));
  const arrays = columns.map(({ name }) =>
    rows.map((row: Readonly<Record<string, unknown>>) => row[name] ?? null),
  );
  const parameters = columns.map(({ type }, index) => `$${index + 1}::${type}[]`).join(', ');
  await tx.query(`insert into ${tableOf(kind)} select * from unnest(${parameters})`, arrays);
  await tx.query(`analyze ${tableOf(kind)}`);
}

async function refuseBySet(tx: EntityManager, kind: ImportKind, files: readonly ReadFile[]): Promise<void> {
  const byIndex = new Map(files.map((file) => [file.index, file]));
  for (const { code, field, when } of SET_CHECKS[kind]) {
    const { 0: refused }: { 0: { file: number; line: number; value: string | null }[] } = await tx.query(
      `delete from ${tableOf(kind)} as s where ${when} returning s.file, s.line, s.${field}::text as value`,
    );
    for (const { file, line, value } of refused.toSorted((a, b) => a.line - b.line)) {
      const source = byIndex.get(file);
      source?.refusals.push({ line, column: source.mapping[field] ?? null, value, code });
    }
  }
}

async function move(tx: EntityManager, kind: ImportKind): Promise<number> {
  let answer: { added: number }[] = [];
  for (const statement of MOVES[kind]) answer = await tx.query(statement);
  return answer[0]?.added ?? 0;
}

function refusedOf({ refusals }: ReadFile): number {
  return new Set(refusals.map(({ line }) => line)).size;
}

function acceptedOf(file: ReadFile): number {
  return file.problem === null ? (file.table?.rows.length ?? 0) - refusedOf(file) : 0;
}

function reportOf(file: ReadFile): FileReport {
  const { name, kind, table, mapping, problem } = file;
  return {
    name,
    kind,
    mapping,
    problem,
    encoding: table?.encoding ?? null,
    delimiter: table?.delimiter ?? null,
    headers: table?.headers ?? [],
    rows: table?.rows.length ?? 0,
    accepted: acceptedOf(file),
    refused: refusedOf(file),
    refusals: file.refusals.toSorted((a, b) => a.line - b.line),
  };
}
