import type { Role } from '@tandem/domain/capabilities';
import { afterAll, beforeAll } from 'vitest';
import { makeAccount } from '../src/identity/accounts.ts';
import { makeBranch } from './programme.ts';
import { serve, type Served } from './serve.ts';
import { openTestkit, type Testkit } from './testkit.ts';

/** One row that is right, and one of a day that does not exist. */
export const COSTS =
  'Date;Catégorie;Antenne;Montant\n05/01/2017;Salaires;Bruxelles;1,00\n31/02/2017;Salaires;Bruxelles;1,00\n';
export let kit: Testkit;
let served: Served;
export let origin: string;
/** Keys of those who import, and of one who may not. */
export let administrator: string;
export let coordinator: string;
export let finance: string;

/** Two branches and nothing else, served for the test file that imports this. */
beforeAll(async () => {
  kit = await openTestkit('2017-12-31');
  await makeBranch(kit.db);
  await makeBranch(kit.db, 'Gand');
  served = await serve(kit);
  ({ origin } = served);
  administrator = await makeKey('ADMINISTRATOR');
  coordinator = await makeKey('COORDINATOR');
  finance = await makeKey('FINANCE');
});
afterAll(async () => {
  await served.close();
  await kit.close();
});

async function makeKey(role: Role): Promise<string> {
  const account = { name: role, email: `${role}@example.org`, password: 'correct horse battery', role };
  const userId = await makeAccount(served.identity, kit.db, { ...account, partnerId: null });
  return (await served.identity.auth.api.createApiKey({ body: { userId, name: 'test' } })).key;
}

interface Sending {
  readonly headers?: Record<string, string>;
  readonly mappings?: object;
  readonly branches?: readonly string[];
}

/** Sends files as the page does, by the administrator unless said. */
export function send(
  path: string,
  files: Record<string, string | Buffer<ArrayBuffer>>,
  { headers, mappings, branches }: Sending = {},
) {
  const form = new FormData();
  for (const [name, content] of Object.entries(files)) form.append('file', new File([content], name));
  if (mappings !== undefined) form.append('mappings', JSON.stringify(mappings));
  if (branches !== undefined) form.append('branches', JSON.stringify(branches));
  return post(path, form, { 'x-api-key': administrator, 'accept-language': 'en', ...headers });
}
export function post(
  path: string,
  body: string | FormData | Buffer<ArrayBuffer>,
  headers: Record<string, string>,
): Promise<Response> {
  return fetch(`${origin}${path}`, { method: 'POST', body, headers });
}
export async function reportOf(response: Promise<Response>): Promise<any> {
  return (await response).json();
}
/** Asks GraphQL as the administrator. */
export async function operate(query: string, variables: object = {}): Promise<any> {
  const headers = { 'content-type': 'application/json', 'x-api-key': administrator };
  return (await reportOf(post('/graphql', JSON.stringify({ query, variables }), headers))).data;
}
/** How many costs there are, and how many imports were recorded. */
export async function written(): Promise<number[]> {
  const [row] = await kit.db.query(
    'select (select count(*) from cost) as costs, (select count(*) from import_run) as runs',
  );
  return [row.costs, row.runs];
}
