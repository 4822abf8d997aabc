import { CodedColumn } from '@tandem/metrics/research/codes';
import {
  compileResearch,
  compileResearchCounts,
  type ResearchScope,
} from '@tandem/metrics/research/compile-research';
import type { ResearchVariable } from '@tandem/metrics/research/variable';
import { WITHHOLDING_ORDER } from '@tandem/metrics/research/variables';
import type { Protection, ProtectionQuestion } from '@tandem/metrics/research/withhold';
import type { EntityManager } from 'typeorm';
import { makeThread } from '../../threads/thread.ts';

/** A row of the data set: each variable under its name, as text. */
export type DataSetRow = Readonly<Record<string, string | null>>;

/** The rows of a data set that the database holds ready, and what of them is withheld. */
export interface DataSetRows extends Protection {
  readonly rows: number;
  /** Duos whose mentee gave no consent, where the purpose rests on it, and rows whose mentor gave none. */
  readonly leftOut: number;
  readonly withoutMentor: number;
  /** Identifying columns in the order of withholding. */
  readonly identifying: readonly string[];
}

/** Of a million rows with all columns it takes a processor some seconds. */
const { ask: protectApart } = makeThread<ProtectionQuestion, Protection>(
  'protect.worker',
  import.meta.url,
  'protecting',
);

/** So many rows are in memory at once. */
const BATCH = 1000;
/**
 * Reads which rows there are, keeping of each only codes of what identifies, and leaves a cursor from which `batchesOf` reads them
 * again in the same order. All of it is of one moment: the transaction must not have read before.
 */
export async function openDataSet(
  tx: EntityManager,
  variables: readonly ResearchVariable[],
  scope: ResearchScope,
  smallestGroup: number,
): Promise<DataSetRows> {
  await tx.query('set transaction isolation level repeatable read');
  const counts = compileResearchCounts(scope);
  const [counted]: { rows: number; left_out: number; without_mentor: number }[] = await tx.query(
    counts.text,
    [...counts.values],
  );
  const { rows = 0, left_out: leftOut = 0, without_mentor: withoutMentor = 0 } = counted ?? {};
  const { text, values } = compileResearch(variables, scope);
  await tx.query(`declare data_set scroll cursor for ${text}`, [...values]);
  const chosen = new Set(variables.map(({ name }) => name));
  const identifying = WITHHOLDING_ORDER.filter((name) => chosen.has(name));
  const columns = identifying.map((name) => [name, new CodedColumn(rows)] as const);
  if (columns.length > 0)
    for await (const batch of batchesOf(tx))
      for (const row of batch) for (const [name, column] of columns) column.add(row[name] ?? null);
  const codes = columns.map(([, column]) => column.inOrder());
  const protection = await protectApart({ columns: codes, rows, k: smallestGroup });
  return { rows, leftOut, withoutMentor, identifying, ...protection };
}

/** The rows of the data set that is open in the transaction, from its first one on. */
export async function* batchesOf(tx: EntityManager): AsyncGenerator<readonly DataSetRow[]> {
  await tx.query('move absolute 0 in data_set');
  for (;;) {
    const batch: DataSetRow[] = await tx.query(`fetch forward ${BATCH} from data_set`);
    yield batch;
    if (batch.length < BATCH) return;
  }
}

/** In how many rows each identifying column is withheld. */
export function withheldByColumn({
  identifying,
  withheld,
}: Pick<DataSetRows, 'identifying' | 'withheld'>): { name: string; rows: number }[] {
  return identifying.map((name, place) => ({
    name,
    rows: (withheld ?? new Uint8Array()).reduce((sum, depth) => sum + (depth > place ? 1 : 0), 0),
  }));
}
