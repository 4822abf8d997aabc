import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '../../src/database/new-id.ts';
import { write } from '../../src/mail/letters.ts';
import type { Mailbox } from '../../src/mail/mailer.ts';
import { serve, type Served } from '../serve.ts';
import { ask, openTestkit, viewerWith, type Testkit } from '../testkit.ts';
import { fieldsOf, filled, templatesOf, type Operation } from './operations.ts';
import {
  changeEverythingOf,
  forbiddenTo,
  NOBODY,
  seedTwoPartners,
  type Account,
  type Party,
} from './two-partners.ts';
import { standing, type Walls } from './walls.ts';

/** That no partner meets what is another's, with everything that the schema lets it ask, while these walls stand. */
export function leakTests(name: string, walls: Walls): void {
  describe(`with ${name}`, () => {
    const safe = walls.scope || walls.rowLevel;
    let kit: Testkit;
    let served: Served;
    let ours: Party;
    let theirs: Party;
    let accounts: readonly Account[];
    let cursors: readonly string[];
    const letters: string[] = [];
    const mailbox: Mailbox = {
      letters: [],
      send: async (address, locale, letter) =>
        void letters.push(`${address} ${JSON.stringify(write(letter, locale))}`),
      close: async () => undefined,
    };
    /** Fields visited, and with which credential of which account. */
    const visited = new Set<string>();
    const visitedWith = new Set<string>();
    const templates = new Map<Account, readonly Operation[]>();
    let tried = 0;

    beforeAll(async () => {
      Object.assign(standing, walls);
      kit = await openTestkit('2017-12-31');
      served = await serve(kit, { mailbox });
      ({ ours, theirs, accounts } = await seedTwoPartners(kit.db, served.identity));
      // What everybody is told: it is met by all, and does not change with anybody's records.
      const { publishFigures } = await ask(
        kit,
        viewerWith('ADMINISTRATOR'),
        'mutation { publishFigures { __typename } }',
      );
      expect(publishFigures.__typename).toBe('PublicationRecord');
      accounts = [...accounts, NOBODY];
      cursors = await cursorsOf('theirs');
      if (!safe)
        accounts = accounts.filter(({ role, of }) => role === 'PARTNER_ADMINISTRATOR' && of === 'ours');
      for (const account of accounts)
        templates.set(account, templatesOf(kit.schema, await refusedTo(account)));
    }, 300_000);
    afterEach(expectCredentialsToHold);
    afterAll(async () => {
      process.stdout.write(
        `Leak test with ${name}: ${tried} operations tried as ${accounts.length} accounts with ${accounts.flatMap(({ credentials }) => credentials).length} credentials, ${visited.size} of ${fieldsOf(kit.schema).size} fields visited.\n`,
      );
      await served.close();
      await kit.close();
    });

    async function post(
      { role, of, credentials }: Account,
      { text, variables, visited: fields }: Operation,
      kind = 0,
    ): Promise<string> {
      tried += 1;
      for (const field of fields) {
        visited.add(field);
        visitedWith.add(`${of} ${role} ${kind} ${field}`);
      }
      const response = await fetch(`${served.origin}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...credentials[kind] },
        body: JSON.stringify({ query: text, variables }),
      });
      const body = await response.text();
      expect([text, response.status]).not.toEqual([text, 500]);
      expect(body).not.toMatch(
        /QUERY_TOO_LARGE|GRAPHQL_VALIDATION_FAILED|GRAPHQL_PARSE_FAILED|QUERY_TOO_COSTLY/,
      );
      return body;
    }

    async function cursorsOf(side: Account['of']): Promise<string[]> {
      const account = accounts.find(({ of }) => of === side) as Account;
      const body = await Promise.all(
        ['volunteers', 'timeEntries'].map((root) =>
          post(account, {
            root,
            kind: 'query',
            visited: new Set(),
            text: `{ ${root}(first: 1) { edges { cursor } } }`,
            variables: {},
          }),
        ),
      );
      return [...body.join('').matchAll(/"cursor":"([^"]+)"/g)].map(([, cursor]) => cursor ?? '');
    }

    /**
     * With which credentials an operation is asked: with each in its turn, and with any that has not met one of its fields
     * yet, so that every field is visited with every credential.
     */
    function turns({ role, of, credentials }: Account, { visited: fields }: Operation, index: number) {
      return credentials.flatMap((_, kind) =>
        index % credentials.length === kind ||
        [...fields].some((field) => !visitedWith.has(`${of} ${role} ${kind} ${field}`))
          ? [kind]
          : [],
      );
    }

    /** Everything that an account can ask with the ids, words and cursors of a side, or of nobody. */
    function everything(side: Party | null, account: Account, kind: Operation['kind']): Operation[] {
      const ids = side === null ? [newId()] : idsOf(side, account, kind);
      const text = side?.canary ?? 'x';
      return filled(
        (templates.get(account) ?? []).filter((template) => template.kind === kind),
        [
          ...ids.map((id) => ({ id, text, cursor: 'x' })),
          ...cursors.map((cursor) => ({ id: ids[0] ?? '', text, cursor })),
        ],
      );
    }

    /** Ids of a side. Nobody takes away the accounts and keys with which we ask: what they ask next would be refused, whatever stands behind it. */
    function idsOf({ ids }: Party, { of }: Account, kind: Operation['kind']): string[] {
      const spared = kind === 'mutation' && of === 'ours' && ids === ours.ids;
      return Object.entries(ids).flatMap(([what, id]) =>
        spared && / (account|key)$/.test(what) ? [] : [id],
      );
    }

    /** Every credential still opens what it did: what was not found was not hidden by a door that has closed meanwhile. */
    async function expectCredentialsToHold(): Promise<void> {
      for (const account of accounts)
        for (const [kind] of account.credentials.entries())
          expect([account.role, await post(account, WHO, kind)]).toEqual([
            account.role,
            expect.stringContaining(account.of === 'nobody' ? '"viewer":null' : '"viewer":{"role"'),
          ]);
    }

    /** Paths that an account is refused, as it finds out by asking for everything. */
    async function refusedTo(account: Account): Promise<Set<string>> {
      const avoided = new Set<string>();
      const ids = [ours, theirs].flatMap((side) => Object.values(side.ids));
      for (let found = -1; found !== avoided.size;) {
        found = avoided.size;
        const plain = templatesOf(kit.schema, avoided, 'none').filter(({ kind }) => kind === 'query');
        for (const operation of filled(
          plain,
          ids.map((id) => ({ id, text: 'x', cursor: 'x' })),
        ))
          for (const kind of turns(account, operation, 0)) {
            const refused = pathsRefused(await post(account, operation, kind));
            // A key may less than who made it.
            if (kind === 0) for (const path of refused) avoided.add(path);
          }
      }
      return avoided;
    }

    /** What was found where nothing may be; without a wall, that nothing was found. */
    function faults(found: readonly string[]): readonly string[] {
      if (safe) return found;
      return found.length > 0 ? [] : ['without a wall there must be something to find'];
    }

    test('the other side has cursors to try', () => {
      expect(cursors).toHaveLength(2);
    });

    test('nobody reads what is not theirs, whatever they ask with', { timeout: 600_000 }, async () => {
      const leaks: string[] = [];
      for (const account of accounts.filter(({ of }) => of !== 'theirs')) {
        const forbidden = forbiddenTo(account, ours, theirs);
        // Reads come first, while lists are short enough to be seen whole. Words that one writes come back in what one
        // wrote oneself: the other side's are tried with reads only.
        const operations = [
          ...everything(ours, account, 'query'),
          ...everything(theirs, account, 'query'),
          ...everything(null, account, 'query'),
          ...(account.of === 'ours' ? everything(ours, account, 'mutation') : []),
        ];
        for (const [index, operation] of operations.entries()) {
          const bodies: string[] = [];
          for (const kind of turns(account, operation, index))
            bodies.push(await post(account, operation, kind));
          const body = [...bodies, ...letters.splice(0)].join('\n');
          const patterns = [...forbidden, ...foreignIds(account, operation)];
          for (const pattern of patterns)
            if (pattern.test(body))
              leaks.push(
                `${account.role} ${operation.text} ${JSON.stringify(operation.variables)}\n  ${body.slice(Math.max(0, body.search(pattern) - 200), body.search(pattern) + 60)}`,
              );
        }
      }
      expect(faults(leaks)).toEqual([]);
    });

    /** Ids of the other side that the question itself does not name; those of branches are everybody's. */
    function foreignIds({ of }: Account, { variables }: Operation): RegExp[] {
      if (of !== 'ours' && of !== 'nobody') return [];
      const { branch: _, ...ids } = theirs.ids;
      const foreign =
        of === 'nobody' ? [...Object.values(ours.ids), ...Object.values(ids)] : Object.values(ids);
      const named = Object.values(variables);
      return foreign.flatMap((id) => (named.includes(id) ? [] : [new RegExp(id)]));
    }

    test('no write reaches the records of the other side', { timeout: 600_000 }, async () => {
      const mine = accounts.filter(({ of }) => of === 'ours');
      const before = await recordsOf(kit, theirs);
      for (const account of mine)
        for (const operation of everything(theirs, account, 'mutation')) await post(account, operation);
      const after = await recordsOf(kit, theirs);
      expect(
        faults([
          ...before.flatMap((rows, index) => (rows === after[index] ? [] : [after[index] ?? ''])),
          ...letters.splice(0).filter((letter) => letter.includes(theirs.canary)),
        ]),
      ).toEqual([]);
    });

    test('no file about a person leaves for a partner, nor for nobody', async () => {
      const others = accounts.filter(({ of }) => of !== 'staff');
      for (const { role, of, credentials } of others)
        for (const credential of credentials)
          for (const id of [ours.ids['person'], theirs.ids['person']])
            for (const kind of ['json', 'html']) {
              tried += 1;
              const path = `/privacy/people/${id}/export.${kind}`;
              const response = await fetch(`${served.origin}${path}`, { headers: credential });
              expect([role, response.status, await response.text()]).toEqual([
                role,
                of === 'nobody' ? 401 : 403,
                expect.not.stringMatching(/CANARY/i),
              ]);
            }
    });

    test('nothing that changes on the other side changes an answer', { timeout: 600_000 }, async () => {
      const mine = accounts.filter(({ of }) => of === 'ours' || of === 'nobody');
      const questions = mine.flatMap((account) =>
        [...everything(ours, account, 'query'), ...everything(theirs, account, 'query')].map((operation) => ({
          account,
          operation,
        })),
      );
      const answers = async () => {
        const all: string[] = [];
        for (const { account, operation } of questions)
          all.push((await post(account, operation)).replaceAll(OF_THE_ASKING, ''));
        return all;
      };
      const before = await answers();
      await changeEverythingOf(kit.db, theirs);
      const after = await answers();
      const changed = questions.flatMap(({ operation: { text, variables } }, index) =>
        before[index] === after[index] ? [] : [`${text} ${JSON.stringify(variables)}`],
      );
      expect(faults(changed)).toEqual([]);
    });

    test('every field was visited, with every credential', () => {
      expect([...fieldsOf(kit.schema)].filter((field) => !visited.has(field))).toEqual([]);
      const missed = accounts
        .filter(({ of }) => of !== 'theirs')
        .flatMap(({ role, of, credentials }) =>
          credentials.flatMap((_, kind) =>
            [...visited]
              .filter((field) => visitedWith.has(`${of} ${role} 0 ${field}`))
              .filter((field) => !visitedWith.has(`${of} ${role} ${kind} ${field}`))
              .map((field) => `${role} ${kind} ${field}`),
          ),
        );
      expect(missed).toEqual([]);
    });
  });
}

const WHO: Operation = {
  root: 'viewer',
  kind: 'query',
  visited: new Set(),
  text: '{ viewer { role } }',
  variables: {},
};

/** What asking itself changes: the id of the request, and when one's own key was used last. */
const OF_THE_ASKING = /"(requestId|lastUsedAt)":"[^"]+"/g;

/** To who may not, and to who is not signed in. */
const REFUSED: ReadonlySet<string> = new Set(['FORBIDDEN', 'UNAUTHENTICATED']);

/** Where an answer says that the account may not have a field, without the places in lists. */
function pathsRefused(body: string): string[] {
  const { errors = [] } = JSON.parse(body) as {
    errors?: { path?: (string | number)[]; extensions?: { code?: string } }[];
  };
  return errors.flatMap(({ path = [], extensions }) =>
    REFUSED.has(extensions?.code ?? '') ? [path.filter((step) => typeof step === 'string').join('.')] : [],
  );
}

const OF_THEIR_BRANCH = 'branch_id in (select branch_id from volunteer where partner_id = $1)';

/** Everything that belongs to a party, as text. */
async function recordsOf(kit: Testkit, { ids }: Party): Promise<string[]> {
  return await Promise.all(
    [
      'select * from partner where id = $1',
      'select * from membership where partner_id = $1 order by user_id',
      'select * from invitation where partner_id = $1 order by id',
      'select "user".* from identity."user" join membership on user_id = "user".id where partner_id = $1 order by id',
      'select session.id from identity."session" join membership on user_id = "userId" where partner_id = $1 order by id',
      'select apikey.id, name, permissions from identity."apikey" join membership on user_id = "referenceId" where partner_id = $1 order by id',
      'select * from funding_grant where partner_id = $1',
      ...['grant_condition', 'grant_instalment', 'grant_deadline'].map(
        (terms) =>
          `select ${terms}.* from ${terms} join funding_grant on funding_grant.id = grant_id where partner_id = $1 order by ${terms}.id`,
      ),
      `select * from event where ${OF_THEIR_BRANCH} order by id`,
      `select attendance.* from attendance join event on event.id = event_id where ${OF_THEIR_BRANCH} order by attendance.id`,
      'select volunteer.*, person.given_name, person.email from volunteer join person on person.id = person_id where partner_id = $1 order by volunteer.id',
      'select time_entry.* from time_entry join volunteer on volunteer.id = volunteer_id where partner_id = $1 order by time_entry.id',
    ].map(async (statement) => JSON.stringify(await kit.db.query(statement, [ids['partner']]))),
  );
}
