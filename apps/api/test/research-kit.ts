import type { Role } from '@tandem/domain/capabilities';
import { RESEARCH_VARIABLES } from '@tandem/metrics/research/variables';
import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll } from 'vitest';
import { makeAccount } from '../src/identity/accounts.ts';
import { importSample } from './sample.ts';
import { serve, type Served } from './serve.ts';
import { openTestkit, type Testkit } from './testkit.ts';

/** A row of a CSV by the names of its columns. */
export type Row = Record<string, string>;

/** A data set as somebody gets it, unpacked. */
export interface Taken {
  readonly rows: Row[];
  readonly codebook: Row[];
  readonly text: string;
  readonly readme: string;
  readonly zip: Buffer;
  readonly response: Response;
}

export const ALL_COLUMNS = RESEARCH_VARIABLES.map(({ name }) => name);
export const STAFF_ROLES: readonly Role[] = ['ADMINISTRATOR', 'ANALYST', 'COORDINATOR', 'FINANCE'];
export const USE = { purpose: 'MEASUREMENT', recipient: 'Université de Namur', use: 'Evaluation of 2017' };

/** The sample programme behind a server, with a key of each role of staff. */
export let kit: Testkit;
let served: Served;
const keys = new Map<Role, string>();

beforeAll(async () => {
  kit = await openTestkit('2017-12-31');
  await importSample(kit.db);
  served = await serve(kit);
  for (const role of STAFF_ROLES) {
    const email = `${role.toLowerCase()}@example.org`;
    const account = { name: role, email, password: 'a long enough password', role, partnerId: null };
    const userId = await makeAccount(served.identity, kit.db, account);
    const { key } = await served.identity.auth.api.createApiKey({ body: { userId, name: 'test' } });
    keys.set(role, key);
  }
});
afterAll(async () => {
  await served.close();
  await kit.close();
});

export function keyOf(role: Role): Record<string, string> {
  return { 'x-api-key': keys.get(role) ?? '' };
}

export function post(body: unknown, headers = keyOf('ADMINISTRATOR')): Promise<Response> {
  return fetch(`${served.origin}/research/data-set.zip`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'accept-language': 'en', ...headers },
    body: JSON.stringify(body),
  });
}

/** Takes a data set out as an administrator; a refusal fails the test. */
export async function take(body: object): Promise<Taken> {
  const response = await post({ ...USE, ...body });
  if (response.status !== 200) throw new Error(await response.text());
  const zip = Buffer.from(await response.arrayBuffer());
  const files = unzipSync(zip);
  const textOf = (name: string) => strFromU8(files[name] ?? new Uint8Array());
  const read = (text: string): Row[] => parse(text, { columns: true });
  const text = textOf('duos.csv');
  const codebook = read(textOf('codebook.csv'));
  return { rows: read(text), codebook, text, readme: textOf('README.txt'), zip, response };
}

/** How many rows have all these values. */
export function countOf(rows: readonly Row[], wanted: Row): number {
  return rows.filter((row) => Object.entries(wanted).every(([name, value]) => row[name] === value)).length;
}
