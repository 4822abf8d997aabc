import { CodedColumn } from '@tandem/metrics/research/codes';
import {
  compileResearch,
  compileResearchCounts,
  NUMBERS_OF_PEOPLE,
  type ResearchScope,
} from '@tandem/metrics/research/compile-research';
import type { ResearchVariable } from '@tandem/metrics/research/variable';
import type { Protection, ProtectionQuestion } from '@tandem/metrics/research/withhold';
import {
  identifyingOf,
  withholdingPlaces,
  type WithholdingPlace,
} from '@tandem/metrics/research/withholding-places';
import { GraphQLError } from 'graphql';
import type { EntityManager } from 'typeorm';
import type { Context } from '../../graphql/context.ts';
import { makeThread } from '../../threads/thread.ts';

/** A row of the data set: each variable under its name, as text. */
export type DataSetRow = Readonly<Record<string, string | null>>;

interface DataSetCounts {
  readonly rows: number;
  /** Duos whose mentee gave no consent, where the purpose rests on it, and of them those of a consent to a former version. */
  readonly leftOut: number;
  readonly agreedBefore: number;
  /** Rows whose mentor gave none. */
  readonly withoutMentor: number;
}

/** The rows of a data set, and what of them is withheld. */
export interface DataSetRows extends DataSetCounts, Protection {
  readonly places: readonly WithholdingPlace[];
}

/** Of a million rows with all columns it takes a processor some seconds. */
const { ask: protectApart } = makeThread<ProtectionQuestion, Protection>(
  'protect.worker',
  import.meta.url,
  'protecting',
);

/** Sends a statement. */
type Send = <Row>(text: string, values?: readonly unknown[]) => Promise<Row[]>;
const sendIn =
  (tx: EntityManager): Send =>
  (text, values = []) =>
    tx.query(text, [...values]);

/**
 * Reads which rows there are, keeping of each only codes of what identifies, and leaves a cursor from which `batchesOf` reads them
 * again in the same order, which is drawn by lot. All of it is of one moment: the transaction must not have read before.
 */
export async function openDataSet(
  tx: EntityManager,
  variables: readonly ResearchVariable[],
  scope: ResearchScope,
  smallestGroup: number,
): Promise<DataSetRows> {
  const send = sendIn(tx);
  await send('set transaction isolation level repeatable read');
  const counts = await countsOf(send, scope);
  const { text, values } = compileResearch(variables, scope);
  await send(`declare data_set scroll cursor for ${text} order by random()`, values);
  const places = withholdingPlaces(variables);
  const question = await questionOf(fetched(send), variables, counts.rows, smallestGroup);
  return { ...counts, places, ...(await protectApart(question)) };
}

/** The rows of the data set that is open in the transaction, from its first one on. */
export async function* batchesOf(tx: EntityManager): AsyncGenerator<readonly DataSetRow[]> {
  const send = sendIn(tx);
  await send('move absolute 0 in data_set');
  yield* fetched(send);
}

/** Previews that were asked for before are looked at before: so many take one connection and one processor. */
let turn: Promise<unknown> = Promise.resolve();

/**
 * What a data set would be, in the request's turn. Nobody else waits for a connection meanwhile: one preview at a time reads, and
 * one whose reader went away, since another one was asked for, does not begin or go on.
 */
export function previewDataSet(
  context: Context,
  variables: readonly ResearchVariable[],
  scopeOf: () => Promise<ResearchScope>,
  smallestGroup: number,
): Promise<DataSetRows> {
  const { db } = context;
  const look = async () => {
    refuseAbandoned(context);
    const send: Send = (text, values = []) => db.count(text, values, 'FOR_ITS_VALUES');
    const scope = await scopeOf();
    const counts = await countsOf(send, scope);
    const places = withholdingPlaces(variables);
    const { text, values } = compileResearch(
      variables.filter(({ role }) => role === 'IDENTIFYING'),
      scope,
    );
    await send(`declare data_set no scroll cursor for ${text}`, values);
    const batches = whileWaitedFor(fetched(send), context);
    const question = await questionOf(batches, variables, counts.rows, smallestGroup);
    await db.endReading();
    return { ...counts, places, ...(await protectApart(question)) };
  };
  const looked = turn.then(look);
  turn = looked.catch(() => undefined);
  return looked;
}

async function* whileWaitedFor(
  batches: AsyncIterable<readonly DataSetRow[]>,
  context: Context,
): AsyncGenerator<readonly DataSetRow[]> {
  for await (const batch of batches) {
    refuseAbandoned(context);
    yield batch;
  }
}

function refuseAbandoned({ isAbandoned }: Context): void {
  if (isAbandoned())
    throw new GraphQLError('Nobody waits for this preview any more.', { extensions: { code: 'ABANDONED' } });
}

async function countsOf(send: Send, scope: ResearchScope): Promise<DataSetCounts> {
  const { text, values } = compileResearchCounts(scope);
  const [counted] = await send<DataSetCounts>(text, values);
  if (counted === undefined) throw new Error('counting answers with one row');
  return counted;
}

/** So many rows are in memory at once. */
const BATCH = 1000;

/** The rows of the cursor from where it stands. */
async function* fetched(send: Send): AsyncGenerator<readonly DataSetRow[]> {
  for (;;) {
    const batch = await send<DataSetRow>(`fetch forward ${BATCH} from data_set`);
    yield batch;
    if (batch.length < BATCH) return;
  }
}

/** What the thread is asked about rows that are read once. */
async function questionOf(
  batches: AsyncIterable<readonly DataSetRow[]>,
  variables: readonly ResearchVariable[],
  rows: number,
  k: number,
): Promise<ProtectionQuestion> {
  const columns = identifyingOf(variables).map((name) => [name, new CodedColumn(rows)] as const);
  const people = NUMBERS_OF_PEOPLE.map((name) => [name, new Uint32Array(rows)] as const);
  let row = 0;
  for await (const batch of batches)
    for (const values of batch) {
      for (const [name, column] of columns) column.add(values[name] ?? null);
      for (const [name, numbers] of people) numbers[row] = Number(values[name]);
      row += 1;
    }
  return {
    columns: columns.map(([, column]) => column.inOrder()),
    people: people.map(([, numbers]) => numbers),
    rows,
    k,
  };
}

/** In how many rows each column is withheld that may be, in the order of withholding. */
export function withheldByColumn({
  places,
  withheld,
}: Pick<DataSetRows, 'places' | 'withheld'>): { name: string; rows: number }[] {
  return places.map(({ name, place }) => ({
    name,
    rows: (withheld ?? new Uint8Array()).reduce((sum, depth) => sum + (depth > place ? 1 : 0), 0),
  }));
}
