import type { EntityManager } from 'typeorm';
import { FIELDS } from './fields.ts';
import type { ImportKind } from './kinds.ts';
import type { ReadFile } from './read-file.ts';

/** Where the rows of a kind wait for being taken in: a temporary table of the import's transaction. */
export function stagingTable(kind: ImportKind): string {
  return `stage_${kind.toLowerCase()}`;
}

/** One array a column and one statement for all rows of a kind. */
export async function stageRows(
  tx: EntityManager,
  kind: ImportKind,
  files: readonly ReadFile[],
): Promise<void> {
  const columns = [{ name: 'file', type: 'integer' }, { name: 'line', type: 'integer' }, ...FIELDS[kind]];
  await tx.query(
    `create temp table ${stagingTable(kind)} (${columns.map(({ name, type }) => `${name} ${type}`).join(', ')}) on commit drop`,
  );
  const rows = files.flatMap((file) => file.rows.map((row) => ({ ...row, file: file.index })));
  const arrays = columns.map(({ name }) =>
    rows.map((row: Readonly<Record<string, unknown>>) => row[name] ?? null),
  );
  const parameters = columns.map(({ type }, index) => `$${index + 1}::${type}[]`).join(', ');
  await tx.query(`insert into ${stagingTable(kind)} select * from unnest(${parameters})`, arrays);
  await tx.query(`analyze ${stagingTable(kind)}`);
}
