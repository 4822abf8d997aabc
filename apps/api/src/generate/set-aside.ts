import type { Client } from 'pg';
import { TABLES } from './records.ts';

export interface SetAside {
  /** Puts back the indexes over the records, by which facts are made. */
  indexesOfRecords(): Promise<void>;
  /** Puts back the indexes over the facts. */
  indexesOfFacts(): Promise<void>;
  /** Puts back what the database refuses, which it checks over all rows. */
  constraints(): Promise<void>;
}

interface Statement {
  readonly name: string;
  readonly table: string;
  readonly definition: string;
}

/**
 * Takes references, exclusions, the guard of earmarks and the indexes that lead to no constraint away from the tables that are filled, and puts
 * back exactly these. Sorting once and joining once costs a part of what each row would. All in the transaction that
 * fills: where it fails, nothing was taken away.
 */
export async function setAside(client: Client): Promise<SetAside> {
  const { rows: facts } = await client.query<{ name: string }>(
    `select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and (relname like '%\\_fact' or relname like '%\\_listing')`,
  );
  const tables = [...TABLES, ...facts.map(({ name }) => name)];
  const { rows: constraints } = await client.query<Statement>(
    `select conname as name, conrelid::regclass::text as "table", pg_get_constraintdef(oid) as definition
     from pg_constraint where conrelid = any ($1::text[]::regclass[]) and contype in ('f', 'x') order by contype, conname`,
    [tables],
  );
  const { rows: indexes } = await client.query<Statement>(
    `select indexrelid::regclass::text as name, indrelid::regclass::text as "table", pg_get_indexdef(indexrelid) as definition
     from pg_index where indrelid = any ($1::text[]::regclass[])
       and not exists (select from pg_constraint where conindid = indexrelid) order by 1`,
    [tables],
  );
  for (const { name, table } of constraints)
    await client.query(`alter table ${table} drop constraint ${client.escapeIdentifier(name)}`);
  for (const { name } of indexes) await client.query(`drop index ${name}`);
  // It holds the duo and adds its shares up, for each row anew.
  await client.query('alter table earmark disable trigger user');
  const isOfRecords = ({ table }: Statement) => TABLES.some((one) => one === table);
  const putBack = async (statements: readonly Statement[]) => {
    for (const { definition } of statements) await client.query(definition);
  };
  return {
    indexesOfRecords: () => putBack(indexes.filter(isOfRecords)),
    indexesOfFacts: () => putBack(indexes.filter((index) => !isOfRecords(index))),
    constraints: async () => {
      for (const { name, table, definition } of constraints)
        await client.query(
          `alter table ${table} add constraint ${client.escapeIdentifier(name)} ${definition}`,
        );
      await client.query('alter table earmark enable trigger user');
      const { rowCount } = await client.query(
        'select from earmark group by duo_id having sum(share) > 1 limit 1',
      );
      if (rowCount !== 0) throw new Error('the shares of a duo come to more than 1');
    },
  };
}
