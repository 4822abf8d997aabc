import { createHash } from 'node:crypto';
import { ask, viewerWith, type Testkit } from './testkit.ts';

export const analyst = viewerWith('ANALYST');
const TAKE = `mutation ($input: SnapshotInput!) { takeSnapshot(input: $input) { __typename ... on Snapshot { id number seal } ... on Refusal { code field } } }`;
const CHECK = `query ($id: ID!) { snapshotCheck(id: $id) { sealHolds sameData changedDuos months { fact month rowsThen rowsNow } figures { same sameCalculation now { ... on Figure { value } } } } }`;

interface Taken {
  readonly id: string;
  readonly number: number;
  readonly seal: string;
}
interface Check {
  readonly sealHolds: boolean;
  readonly sameData: boolean;
  readonly changedDuos: number;
  readonly months: readonly { readonly fact: string; readonly month: string }[];
  readonly figures: readonly { readonly same: boolean; readonly sameCalculation: boolean }[];
}
export interface Sealed {
  readonly definition: { readonly id: string };
  readonly sealed: { readonly denominator: number; readonly asked: number | null };
  readonly units: unknown;
  readonly words: unknown;
  readonly sameWords: boolean | null;
  readonly bounds: { readonly caution: string | null } | null;
}

export async function take(kit: Testkit, input: object): Promise<Taken> {
  return (await ask(kit, analyst, TAKE, { input })).takeSnapshot;
}

export async function check(kit: Testkit, id: string): Promise<Check> {
  return (await ask(kit, analyst, CHECK, { id })).snapshotCheck;
}

/** While a snapshot says something else than was sealed. */
export async function withContent(
  kit: Testkit,
  id: string,
  change: (content: string) => string,
  work: () => Promise<void>,
): Promise<void> {
  const [{ content }] = await kit.db.query('select content from figure_snapshot where id = $1', [id]);
  const write = (text: string) =>
    kit.db.query('update figure_snapshot set content = $2 where id = $1', [id, text]);
  await kit.db.query('alter table figure_snapshot disable trigger stays_as_taken');
  await write(change(content));
  await work();
  await write(content);
  await kit.db.query('alter table figure_snapshot enable trigger stays_as_taken');
}

/** A snapshot after the last one, of a program that sealed `content` otherwise, with the seal that it had made of it. */
export async function sealedByAnother(kit: Testkit, content: object): Promise<{ readonly id: string }> {
  const [last] = await kit.db.query('select number, seal from figure_snapshot order by number desc limit 1');
  const [number, text] = [last.number + 1, JSON.stringify(content)];
  const [row] = await kit.db.query(
    `insert into figure_snapshot (id, number, name, taken_at, as_of, content, seal)
     values (uuid_v7(), $1, $2, now(), $3, $4, $5) returning id`,
    [
      number,
      `Number ${number}`,
      kit.today,
      text,
      createHash('sha256').update(last.seal).update(text).digest(),
    ],
  );
  return row;
}
