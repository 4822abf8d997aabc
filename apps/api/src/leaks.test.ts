import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { fieldsOf, operationsOf, type Operation, type Values } from '../test/leaks/operations.ts';
import {
  changeEverythingOf,
  forbiddenTo,
  seedTwoPartners,
  type Account,
  type Party,
} from '../test/leaks/two-partners.ts';
import { serve, type Served } from '../test/serve.ts';
import { openTestkit, type Testkit } from '../test/testkit.ts';
import { newId } from './database/new-id.ts';

/** Which of the two walls between partners stands; the other one is taken down to see that each holds alone. */
const walls = vi.hoisted(() => ({ scope: true, rowLevel: true }));
vi.mock('./graphql/context.ts', async (load) => {
  const real = await load<typeof import('./graphql/context.ts')>();
  return {
    ...real,
    scopeOf: (viewer: Parameters<typeof real.scopeOf>[0]) =>
      walls.scope ? real.scopeOf(viewer) : { partnerId: null },
    reachOf: (viewer: Parameters<typeof real.reachOf>[0]) => {
      const reach = real.reachOf(viewer);
      return walls.rowLevel || reach?.role !== 'tandem_partner' ? reach : { role: 'tandem_staff' };
    },
  };
});

describe.each([
  ['both walls', { scope: true, rowLevel: true }],
  ['only scoped query functions', { scope: true, rowLevel: false }],
  ['only row-level security', { scope: false, rowLevel: true }],
])('with %s', (name, standing) => {
  let kit: Testkit;
  let served: Served;
  let ours: Party;
  let theirs: Party;
  let accounts: readonly Account[];
  let cursors: readonly string[];
  const visited = new Set<string>();
  let tried = 0;

  beforeAll(async () => {
    Object.assign(walls, standing);
    kit = await openTestkit('2017-12-31');
    served = await serve(kit);
    ({ ours, theirs, accounts } = await seedTwoPartners(kit.db, served.identity));
    cursors = await cursorsOf('theirs');
  });
  afterAll(async () => {
    process.stdout.write(
      `Leak test with ${name}: ${tried} operations tried, ${visited.size} of ${fieldsOf(kit.schema).size} fields visited.\n`,
    );
    await served.close();
    await kit.close();
  });

  async function post(
    credential: Record<string, string>,
    { text, visited: fields }: Operation,
  ): Promise<string> {
    tried += 1;
    for (const field of fields) visited.add(field);
    const response = await fetch(`${served.origin}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...credential },
      body: JSON.stringify({ query: text }),
    });
    const body = await response.text();
    expect([text, response.status]).not.toEqual([text, 500]);
    expect(body).not.toMatch(
      /QUERY_TOO_LARGE|GRAPHQL_VALIDATION_FAILED|GRAPHQL_PARSE_FAILED|QUERY_TOO_COSTLY/,
    );
    return body;
  }

  async function cursorsOf(side: Account['of']): Promise<string[]> {
    const account = accounts.find(({ of }) => of === side);
    const body = await Promise.all(
      ['volunteers', 'timeEntries'].map((root) =>
        post(
          { 'x-api-key': account?.key ?? '' },
          { root, kind: 'query', visited: new Set(), text: `{ ${root}(first: 1) { edges { cursor } } }` },
        ),
      ),
    );
    return [...body.join('').matchAll(/"cursor":"([^"]+)"/g)].map(([, cursor]) => cursor ?? '');
  }

  /** Everything that can be asked with the ids, words and cursors of a side, or of nobody. */
  function everything(side: Party | null, only: (operation: Operation) => boolean = () => true): Operation[] {
    const ids = side === null ? [newId()] : Object.values(side.ids);
    const words: Omit<Values, 'id'>[] = [
      { name: 'required', text: side?.canary ?? 'x', cursor: undefined, optional: false },
      { name: 'all', text: side?.canary ?? 'x', cursor: undefined, optional: true },
      ...(side === theirs ? cursors : []).map((cursor) => ({
        name: 'cursor',
        text: 'x',
        cursor,
        optional: false,
      })),
    ];
    const operations = new Map<string, Operation>();
    for (const id of ids)
      for (const values of words)
        for (const operation of operationsOf(kit.schema, { ...values, id }))
          if (only(operation)) operations.set(operation.text, operation);
    return [...operations.values()];
  }

  test('the other side has cursors to try', () => {
    expect(cursors).toHaveLength(2);
  });

  test('nobody reads what is not theirs, whatever they ask with', { timeout: 600_000 }, async () => {
    const leaks: string[] = [];
    for (const account of accounts.filter(({ of }) => of !== 'theirs')) {
      const forbidden = forbiddenTo(account, ours, theirs);
      // Words that one asks with come back in what one wrote oneself: the other side's are tried with reads only.
      const operations = [
        ...everything(ours, ({ kind }) => kind === 'query' || account.of === 'ours'),
        ...everything(theirs, ({ kind }) => kind === 'query'),
        ...everything(null),
      ];
      for (const [index, operation] of operations.entries()) {
        const credential: Record<string, string> =
          index % 2 === 0 ? { 'x-api-key': account.key } : { cookie: account.cookie };
        const body = await post(credential, operation);
        for (const pattern of forbidden)
          if (pattern.test(body))
            leaks.push(
              `${account.role} ${operation.text}\n  ${body.slice(Math.max(0, body.search(pattern) - 200), body.search(pattern) + 60)}`,
            );
      }
    }
    expect(leaks).toEqual([]);
  });

  test('no write reaches the records of the other side', { timeout: 600_000 }, async () => {
    const mine = accounts.filter(({ of }) => of === 'ours');
    const before = await recordsOf(kit, theirs);
    for (const account of mine)
      for (const operation of everything(theirs, ({ kind }) => kind === 'mutation'))
        await post({ 'x-api-key': account.key }, operation);
    expect(await recordsOf(kit, theirs)).toEqual(before);
  });

  test('nothing that changes on the other side changes an answer', { timeout: 600_000 }, async () => {
    const mine = accounts.filter(({ of }) => of === 'ours');
    const questions = [
      ...everything(ours, ({ kind }) => kind === 'query'),
      ...everything(theirs, ({ kind }) => kind === 'query'),
    ];
    const answers = async () => {
      const all: string[] = [];
      for (const account of mine)
        for (const question of questions)
          all.push(
            (await post({ 'x-api-key': account.key }, question)).replaceAll(/"requestId":"[^"]+"/g, ''),
          );
      return all;
    };
    const before = await answers();
    await changeEverythingOf(kit.db, theirs);
    const after = await answers();
    const changed = questions.flatMap(({ text }, index) => (before[index] === after[index] ? [] : [text]));
    expect(changed).toEqual([]);
  });

  test('every field was visited', () => {
    expect([...fieldsOf(kit.schema)].filter((field) => !visited.has(field))).toEqual([]);
  });
});

/** Everything that belongs to a party, as text. */
async function recordsOf(kit: Testkit, { ids }: Party): Promise<unknown> {
  const rows = await Promise.all(
    [
      'select * from partner where id = $1',
      'select * from membership where partner_id = $1 order by user_id',
      'select * from funding_grant where partner_id = $1',
      'select volunteer.*, person.given_name, person.email from volunteer join person on person.id = person_id where partner_id = $1 order by volunteer.id',
      'select time_entry.* from time_entry join volunteer on volunteer.id = volunteer_id where partner_id = $1 order by time_entry.id',
    ].map((statement) => kit.db.query(statement, [ids['partner']])),
  );
  return rows;
}
