import type { CalendarDay } from '@tandem/domain/calendar-day';
import type { EntityManager } from 'typeorm';
import type { Transactions } from '../../database/database.ts';
import { FIELDS } from './fields.ts';
import { IMPORT_KINDS, WHOLE_KINDS, type ImportKind } from './kinds.ts';
import { IMPORTER, MOVES, type Moved, type NamedKind } from './moves.sql.ts';
import type { RowRefusal } from './parse-rows.ts';
import { readFile, type Amounts, type ImportedFile, type ReadFile, type RowsAhead } from './read-file.ts';
import type { FileProblem } from './read-table.ts';
import { mapHeaders, type ColumnMapping, type MappedWord } from './recognise.ts';
import { holdBack, refuseBySet, RefusedReferences } from './refuse-rows.ts';
import { stageRows, stagingTable } from './staging.ts';
import { unknownWords, type UnknownWord } from './unknown-words.ts';

export interface FileReport {
  readonly name: string;
  readonly kind: ImportKind | null;
  readonly encoding: string | null;
  readonly delimiter: string | null;
  readonly headers: readonly string[];
  readonly mapping: ColumnMapping;
  /** What words of its cells were said to mean, and the ones that may be. */
  readonly words: readonly MappedWord[];
  readonly unknownWords: readonly UnknownWord[];
  /** What its headers name of each kind that it may be taken in as: where mapping by hand begins. */
  readonly recognised: Readonly<Partial<Record<ImportKind, ColumnMapping>>>;
  /** Headers of columns that fill no field. */
  readonly unused: readonly string[];
  /** Why the file as a whole was not taken. */
  readonly problem: FileProblem | null;
  readonly rows: number;
  readonly accepted: number;
  /** Refused rows; one may be refused for several reasons. */
  readonly refused: number;
  readonly refusals: readonly RowRefusal[];
  /** Null of kinds whose rows are no amounts, and of files that were not taken. */
  readonly amounts: Amounts | null;
  /** Accepted rows of what was on a day after the programme's; null for none. */
  readonly ahead: RowsAhead | null;
}

export interface ImportReport {
  readonly files: readonly FileReport[];
  /** Records that came in (or would), and rows that were there already, by kind. */
  readonly added: Readonly<Partial<Record<ImportKind, number>>>;
  readonly unchanged: Readonly<Partial<Record<ImportKind, number>>>;
  /** Rows that say something else than a line of the ledger, which was taken back and booked anew. */
  readonly corrected: Readonly<Partial<Record<ImportKind, number>>>;
  /** Branches, coordinators and partners that the rows name and that were not there. */
  readonly named: Readonly<Record<NamedKind, readonly string[]>>;
  /** Branches that were there. */
  readonly branches: readonly string[];
  /** Whether the files were taken in: not in a dry run, nor where they name a new branch that was not agreed to. */
  readonly taken: boolean;
}

/** Any fixed number: the advisory lock of whoever imports. */
const IMPORT_LOCK = 7_061_001;

/** Takes everything back. */
class NotTaken extends Error {}

export interface ImportOptions {
  readonly dryRun: boolean;
  /** The day on which the files are taken in: nothing was done after it. */
  readonly today: CalendarDay;
  /** Where the programme stands on a former day, as a sample's does: rows after it are warned of. */
  readonly programmeDay?: CalendarDay;
  /** Kinds that whoever takes them in may take in. */
  readonly kinds: ReadonlySet<ImportKind>;
  /** New branches that were agreed to, since none is removed again: where rows name another one beside those that are there, nothing is taken in. All where it is not said. */
  readonly newBranches?: ReadonlySet<string>;
  /** Who takes them in, as it stands at a version that comes of them. */
  readonly by?: string;
  /** Done in the transaction of the import, once all rows are in; not in a dry run. */
  readonly beforeCommit?: (tx: EntityManager, report: ImportReport) => Promise<void>;
}

/**
 * Takes the rows of the files in, all that is accepted in one transaction; what is refused is in the report. A dry
 * run does exactly the same and takes it back, so that its report is what would happen.
 */
export async function importFiles(
  db: Transactions,
  files: readonly ImportedFile[],
  { dryRun, today, programmeDay = today, kinds, newBranches, by = 'Import', beforeCommit }: ImportOptions,
): Promise<ImportReport> {
  const read = files.map((file, index) => readFile(file, index, today, kinds));
  const added: Partial<Record<ImportKind, number>> = {};
  const unchanged: Partial<Record<ImportKind, number>> = {};
  const named: Record<NamedKind, string[]> = {
    BRANCH: [],
    COORDINATOR: [],
    PARTNER: [],
    COMPARISON_GROUP: [],
  };
  const corrected: Partial<Record<ImportKind, number>> = {};
  const refused = new RefusedReferences();
  const branches: string[] = [];
  let taken = false;
  const report = () => ({
    files: read.map((file) => reportOf(file, kinds, new Set(branches))),
    added,
    unchanged,
    corrected,
    named,
    branches,
    taken,
  });
  try {
    await db.transaction(async (tx) => {
      await tx.query('select pg_advisory_xact_lock($1)', [IMPORT_LOCK]);
      await tx.query('select set_config($1, $2, true)', [IMPORTER, by]);
      // What cannot be known before its day is held against it.
      await tx.query(`select set_config('tandem.import_day', $1, true)`, [today]);
      // No month is closed while its lines come in.
      await tx.query('select 1 from ledger for share');
      await tx.query(
        'create temp table touched_duo (id uuid) on commit drop; create temp table touched_mentee (id uuid) on commit drop; create temp table touched_mentor (id uuid) on commit drop',
      );
      const there: { name: string }[] = await tx.query('select name from branch order by name');
      branches.push(...there.map(({ name }) => name));
      for (const kind of IMPORT_KINDS) {
        const ofKind = read.filter((file) => file.kind === kind && file.problem === null);
        if (ofKind.length === 0) continue;
        await stageRows(tx, kind, ofKind);
        await refuseBySet(tx, kind, ofKind, refused);
        if (WHOLE_KINDS.has(kind)) await holdBack(tx, kind, ofKind);
        refused.add(kind, ofKind);
        await countAhead(tx, kind, ofKind, programmeDay);
        const staged = ofKind.reduce((sum, file) => sum + acceptedOf(file), 0);
        for (const { kind: what, text } of MOVES[kind].names) {
          const names: { name: string }[] = await tx.query(text);
          named[what].push(...names.map(({ name }) => name));
        }
        const moved: Moved[] = await tx.query(MOVES[kind].rows);
        added[kind] = moved.reduce((sum, { added: rows }) => sum + rows, 0);
        const putRight = moved.reduce((sum, { corrected: rows = 0 }) => sum + rows, 0);
        if (putRight > 0) corrected[kind] = putRight;
        for (const file of ofKind) file.amounts = amountsOf(moved.find((of) => of.file === file.index));
        unchanged[kind] = staged - added[kind] - (corrected[kind] ?? 0);
      }
      await tx.query(
        'select refresh_people_facts(array(select id from touched_mentee), array(select id from touched_mentor))',
      );
      await tx.query('select refresh_duo_facts(array(select distinct id from touched_duo))');
      const agreed = branches.length === 0 || named.BRANCH.every((name) => newBranches?.has(name) ?? true);
      if (dryRun || !agreed) throw new NotTaken();
      taken = true;
      await beforeCommit?.(tx, report());
    });
  } catch (error) {
    if (!(error instanceof NotTaken)) throw error;
  }
  return report();
}

/** Counts the staged rows of what was on a day after the programme's. What is planned may lie ahead. */
async function countAhead(
  tx: EntityManager,
  kind: ImportKind,
  files: readonly ReadFile[],
  day: CalendarDay,
): Promise<void> {
  const days = FIELDS[kind].filter(({ type, ahead }) => type === 'date' && !ahead).map(({ name }) => name);
  if (days.length === 0) return;
  const counts: { file: number; rows: number }[] = await tx.query(
    `select file, count(*) as rows from ${stagingTable(kind)} where greatest(${days.join(', ')}) > $1 group by file`,
    [day],
  );
  for (const file of files) {
    const rows = counts.find((count) => count.file === file.index)?.rows;
    if (rows !== undefined) file.ahead = { rows, day };
  }
}

/** What the rows of a file came to; null where they are no amounts. */
function amountsOf(moved: Moved | undefined): Amounts | null {
  if (moved?.acceptedCents === undefined) return null;
  const { acceptedCents, added, addedCents = 0, corrected = 0, correctedCents = 0, formerCents = 0 } = moved;
  return {
    accepted: acceptedCents,
    added: { rows: added, cents: addedCents },
    corrected: { rows: corrected, cents: correctedCents, formerCents },
  };
}

function refusedOf({ refusals }: ReadFile): number {
  return new Set(refusals.map(({ line }) => line)).size;
}

function acceptedOf(file: ReadFile): number {
  return file.problem === null ? (file.table?.rows.length ?? 0) - refusedOf(file) : 0;
}

function reportOf(file: ReadFile, kinds: ReadonlySet<ImportKind>, branches: ReadonlySet<string>): FileReport {
  const { name, kind, table, mapping, words, problem, amounts, ahead } = file;
  const used = new Set(Object.values(mapping));
  const headers = table?.headers ?? [];
  return {
    name,
    kind,
    mapping,
    words,
    unknownWords: unknownWords(file, branches),
    problem,
    encoding: table?.encoding ?? null,
    delimiter: table?.delimiter ?? null,
    headers,
    recognised: Object.fromEntries([...kinds].map((one) => [one, mapHeaders(one, headers)])),
    unused: problem === null ? headers.filter((header) => !used.has(header)) : [],
    rows: table?.rows.length ?? 0,
    accepted: acceptedOf(file),
    refused: refusedOf(file),
    refusals: file.refusals.toSorted((a, b) => a.line - b.line),
    amounts,
    ahead,
  };
}
