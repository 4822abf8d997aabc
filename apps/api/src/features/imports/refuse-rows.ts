import type { CalendarDay } from '@tandem/domain/calendar-day';
import { menteeEligibility } from '@tandem/domain/eligibility';
import type { RefusalCode } from '@tandem/domain/refusal';
import type { EntityManager } from 'typeorm';
import { asCents } from './cells.ts';
import { differencesOf } from './differences.sql.ts';
import { fieldOf } from './fields.ts';
import type { ImportKind } from './kinds.ts';
import { COUNTRY_OF_BRANCH } from './moves.sql.ts';
import type { RowRefusal } from './parse-rows.ts';
import type { ReadFile } from './read-file.ts';
import { SET_CHECKS, type SetCheck } from './set-checks.sql.ts';
import { stagingTable } from './staging.ts';

/** References of rows that were refused, by the kind of the row: what refers to one is told so. */
export class RefusedReferences {
  readonly #references = new Set<string>();

  add(kind: ImportKind, files: readonly ReadFile[]): void {
    for (const file of files)
      for (const line of new Set(file.refusals.map(({ line }) => line)))
        this.#references.add(`${kind} ${cellOf(file, line, 'reference')}`);
  }

  has(field: string, reference: string | null): boolean {
    const kind = KIND_REFERRED_TO[field];
    return kind !== undefined && this.#references.has(`${kind} ${reference}`);
  }
}
const KIND_REFERRED_TO: Readonly<Record<string, ImportKind>> = {
  mentee: 'MENTEES',
  mentor: 'MENTORS',
  duo: 'DUOS',
  event: 'EVENTS',
  earmarked_grant: 'GRANTS',
  bearing_grant: 'GRANTS',
};

interface Refused {
  readonly file: number;
  readonly line: number;
  readonly field: string;
  readonly code: RefusalCode;
  readonly params?: RowRefusal['params'];
  /** The field of the row before whose day the cell lies, and that day. */
  readonly former?: string;
  readonly day?: string;
}

/** Takes the staged rows out that a look at all rows and at the records refuses, each with every reason of its round. */
export async function refuseBySet(
  tx: EntityManager,
  kind: ImportKind,
  files: readonly ReadFile[],
  refusedElsewhere: RefusedReferences,
): Promise<void> {
  const table = stagingTable(kind);
  const byIndex = new Map(files.map((file) => [file.index, file]));
  const refuse = async (refused: readonly Refused[]) => {
    if (refused.length === 0) return;
    for (const { file, line, field, code, former, day, ...rest } of refused) {
      const source = byIndex.get(file);
      if (source === undefined) continue;
      const value = cellOf(source, line, field);
      // A step is named as the file heads its column.
      const params =
        former === undefined || day === undefined
          ? rest.params
          : { step: source.mapping[former] ?? former, day };
      const known = code === 'REFERENCE_UNKNOWN' && refusedElsewhere.has(field, value);
      source.refusals.push({
        line,
        field,
        column: source.mapping[field] ?? null,
        value,
        code: known ? 'REFERENCE_REFUSED' : code,
        ...(params && { params }),
      });
    }
    await tx.query(
      `delete from ${table} where (file, line) in (select * from unnest($1::int[], $2::int[]))`,
      [refused.map(({ file }) => file), refused.map(({ line }) => line)],
    );
  };
  const check = async (round: readonly SetCheck[]) => {
    const refused: Refused[] = [];
    for (const { when, precedes, ...reason } of round) {
      const named = precedes ? `, ${precedes.field} as former, ${precedes.day}::text as day` : '';
      const rows: Pick<Refused, 'file' | 'line' | 'former' | 'day'>[] = await tx.query(
        `select s.file, s.line${named} from ${table} as s where ${when}`,
      );
      refused.push(...rows.map((row) => ({ ...row, ...reason })));
    }
    await refuse(refused);
  };
  const [repeated = [], ...rounds] = SET_CHECKS[kind];
  await check(repeated);
  await refuse(await differences(tx, kind));
  if (kind === 'MENTEES') await refuse(await notEligible(tx));
  for (const round of rounds) await check(round);
}

/** Takes the rows out of files of which one was refused: they come in whole or not at all. */
export async function holdBack(
  tx: EntityManager,
  kind: ImportKind,
  files: readonly ReadFile[],
): Promise<void> {
  const broken = files.filter(({ refusals }) => refusals.length > 0);
  for (const file of broken) file.problem = { code: 'FILE_NOT_WHOLE' };
  await tx.query(`delete from ${stagingTable(kind)} where file = any ($1)`, [
    broken.map(({ index }) => index),
  ]);
}

interface MenteeOfRow extends Pick<Refused, 'file' | 'line'> {
  readonly born: CalendarDay;
  readonly country: string;
  readonly day: CalendarDay | null;
}

/**
 * Mentees who may not enter on the day of the info session, the first day that the programme knows of somebody, by the rule of
 * the country of their branch.
 */
async function notEligible(tx: EntityManager): Promise<Refused[]> {
  const mentees: MenteeOfRow[] = await tx.query(
    `select s.file, s.line, s.birth_date as born, ${COUNTRY_OF_BRANCH} as country, s.info_session_on as day
     from ${stagingTable('MENTEES')} as s left join branch on branch.name = s.branch`,
  );
  return mentees.flatMap(({ file, line, born, country, day }) => {
    const decision = day === null ? undefined : menteeEligibility(born, country, day);
    if (decision === undefined || decision.ok) return [];
    const { code, params } = decision.refusal;
    return [{ file, line, field: 'birth_date', code, ...(params && { params }) }];
  });
}

/** Cells that say something else than the record that is there. */
async function differences(tx: EntityManager, kind: ImportKind): Promise<Refused[]> {
  const statement = differencesOf(kind, stagingTable(kind));
  if (statement === undefined) return [];
  const cells: (Pick<Refused, 'file' | 'line' | 'field'> & { said: string | null })[] =
    await tx.query(statement);
  return cells.map(({ said, ...cell }) => ({ ...cell, ...differing(kind, cell.field, said) }));
}

/** The reason why a cell that says something else than the record is refused, with what the record says: of a closed list its code. */
function differing(kind: ImportKind, name: string, said: string | null): Pick<Refused, 'code' | 'params'> {
  if (said === null) return { code: 'RECORD_IS_EMPTY' };
  const money = fieldOf(kind, name)?.parse === asCents;
  return { code: 'RECORD_DIFFERS', params: { said: money ? Number(said) / 100 : said } };
}

/** What a file has in the cell of a line that fills a field; null where it is blank. */
function cellOf({ table, cellsByLine, mapping }: ReadFile, line: number, field: string): string | null {
  const index = table?.headers.indexOf(mapping[field] ?? '') ?? -1;
  return cellsByLine.get(line)?.[index]?.trim() || null;
}
