import { once } from 'node:events';
import { request } from 'node:http';
import { describe, expect, test } from 'vitest';
import { bodyOf } from '../../../test/browser.ts';
import {
  administrator,
  coordinator,
  COSTS,
  finance,
  kit,
  operate,
  origin,
  post,
  reportOf,
  send,
  written,
} from '../../../test/imports-http-kit.ts';
import { newId } from '../../database/new-id.ts';
import { importFiles } from './import-files.ts';
import { EVERY_KIND } from './kinds.ts';

describe('an import over HTTP', () => {
  test('is checked without a trace, taken in, and adds nothing when it comes again', async () => {
    const checked = await reportOf(send('/imports/check', { 'costs.csv': COSTS }));
    expect(checked).toMatchObject({
      added: { COSTS: 1 },
      files: [{ name: 'costs.csv', kind: 'COSTS', rows: 2, accepted: 1, refused: 1, problem: null }],
    });
    expect(checked.files[0].refusals).toEqual([
      expect.objectContaining({
        line: 3,
        column: 'Date',
        value: '31/02/2017',
        words: 'is not an existing day written like 31/12/2017 or 2017-12-31',
      }),
    ]);
    expect(await written()).toEqual([0, 0]);

    expect(await reportOf(send('/imports', { 'costs.csv': COSTS }))).toEqual({ ...checked, taken: true });
    expect(await written()).toEqual([1, 1]);
    const again = await reportOf(send('/imports', { 'costs.csv': COSTS }));
    expect([again.added, again.unchanged]).toEqual([{ COSTS: 0 }, { COSTS: 1 }]);
    expect(await written()).toEqual([1, 2]);
    const { importRuns } = await operate('{ importRuns { createdBy files { name kind accepted refused } } }');
    expect(importRuns[0]).toEqual({
      createdBy: 'ADMINISTRATOR',
      files: [{ name: 'costs.csv', kind: 'COSTS', accepted: 1, refused: 1 }],
    });
  });

  test('is taken in by finance where it is of money, and no file of people is', async () => {
    const headers = { 'x-api-key': finance };
    const before = await written();
    const report = await reportOf(
      send(
        '/imports',
        {
          'costs.csv': COSTS.replace('05/01/2017', '19/01/2017'),
          'budget.csv': 'Mois;Catégorie;Antenne;Montant budgété\n12/2017;Salaires;Bruxelles;1.000,00\n',
          'mentees.csv':
            'Réf. mentee;Prénom;Nom;Date de naissance;Antenne\nM1;Awa;Diop;01/01/1995;Bruxelles\n',
        },
        { headers },
      ),
    );
    expect(report.added).toEqual({ COSTS: 1, BUDGETS: 1 });
    expect(report.files[2]).toMatchObject({
      kind: 'MENTEES',
      problem: {
        code: 'KIND_NOT_YOURS',
        words: expect.stringContaining('may not take files of this kind in'),
      },
    });
    expect(await written()).toEqual(before.map((count) => count + 1));
    const asFinance = async (query: string) =>
      (
        await reportOf(
          post('/graphql', JSON.stringify({ query }), { ...headers, 'content-type': 'application/json' }),
        )
      ).data;
    const { importKinds, importRuns } = await asFinance(
      '{ importKinds { kind } importRuns { createdBy otherFiles files { name kind } } }',
    );
    expect(importKinds).toEqual([{ kind: 'COSTS' }, { kind: 'BUDGETS' }]);
    // Their own run is shown, without the name of the file of people that was refused in it.
    expect(importRuns[0]).toEqual({
      createdBy: 'FINANCE',
      otherFiles: 1,
      files: [
        { name: 'costs.csv', kind: 'COSTS' },
        { name: 'budget.csv', kind: 'BUDGETS' },
      ],
    });
    const { saveImportMapping } = await asFinance(
      'mutation { saveImportMapping(name: "People", kind: MENTEES, columns: []) { ... on Refusal { code field } } }',
    );
    expect(saveImportMapping).toEqual({ code: 'KIND_NOT_YOURS', field: 'kind' });
  });

  test('with a file that nobody recognises is shown to who took it in, and to finance without that file', async () => {
    const files = {
      'costs.csv': COSTS.replace('05/01/2017', '20/01/2017'),
      'Awa Diop.csv': 'one;two\n1;2\n',
      'mentees.csv': 'Réf. mentee;Prénom;Nom;Date de naissance;Antenne\nM2;Awa;Diop;01/01/1995;Bruxelles\n',
    };
    expect((await reportOf(send('/imports', files))).added).toMatchObject({ COSTS: 1, MENTEES: 1 });
    await reportOf(send('/imports', { 'alone.csv': 'one;two\n1;2\n' }));
    const query = '{ importRuns { otherFiles files { name } } }';
    const namesOf = ({ files: shown, otherFiles }: ShownRun) => [
      ...shown.map(({ name }) => name),
      otherFiles,
    ];
    const [alone, mixed] = (await operate(query)).importRuns;
    expect([namesOf(alone), namesOf(mixed)]).toEqual([
      ['alone.csv', 0],
      ['costs.csv', 'Awa Diop.csv', 'mentees.csv', 0],
    ]);
    const ofFinance = await reportOf(
      post('/graphql', JSON.stringify({ query }), {
        'content-type': 'application/json',
        'x-api-key': finance,
      }),
    );
    expect(namesOf(ofFinance.data.importRuns[0])).toEqual(['costs.csv', 2]);
    expect(JSON.stringify(ofFinance)).not.toMatch(/Awa|alone|mentees/);
  });

  test('with a key of its own is taken in once, whatever boundary the form has', async () => {
    const before = await written();
    const headers = { 'idempotency-key': newId() };
    const costs = COSTS.replace('05/01/2017', '06/01/2017');
    const first = await send('/imports', { 'costs.csv': costs }, { headers });
    const report = await first.json();
    const again = await send('/imports', { 'costs.csv': costs }, { headers });
    expect([again.status, again.headers.get('idempotent-replayed')]).toEqual([200, 'true']);
    expect(await again.json()).toEqual(report);
    const other = await send('/imports', { 'costs.csv': COSTS }, { headers });
    expect([other.status, (await bodyOf(other)).errors[0].extensions.code]).toEqual([
      422,
      'IDEMPOTENCY_KEY_REUSED',
    ]);
    expect(await written()).toEqual(before.map((count) => count + 1));
  });

  test('with a key is tried anew after an error on our side', async () => {
    const before = await written();
    const headers = { 'idempotency-key': newId() };
    const costs = COSTS.replace('05/01/2017', '08/01/2017');
    await kit.db.query('alter table import_run rename to import_run_away');
    const failed = await send('/imports', { 'costs.csv': costs }, { headers });
    await kit.db.query('alter table import_run_away rename to import_run');
    expect(failed.status).toBe(500);
    expect((await send('/imports', { 'costs.csv': costs }, { headers })).status).toBe(200);
    expect(await written()).toEqual(before.map((count) => count + 1));
  });

  test('warns of rows after the day on which the programme stands, which are taken in all the same', async () => {
    const late = COSTS.replace('05/01/2017', '05/01/2018');
    const [file] = (await reportOf(send('/imports/check', { 'costs.csv': late }))).files;
    expect(file).toMatchObject({
      accepted: 1,
      ahead: { rows: 1, day: '2017-12-31' },
      amounts: { accepted: 100, added: { rows: 1, cents: 100 } },
    });
  });

  test('makes the new branches that were agreed to, and nothing where there is another', async () => {
    const before = await written();
    const dutch = COSTS.replaceAll('Bruxelles', 'Brussel').replace('05/01', '21/01');
    const files = { 'costs.csv': `${dutch}22/01/2017;Salaires;Antwerpen;2,00\n` };
    const branchesOf = async () =>
      (await kit.db.query('select name from branch order by name')).map(({ name }: { name: string }) => name);
    const held = await reportOf(send('/imports', files, { branches: ['Brussel'] }));
    expect(held).toMatchObject({
      taken: false,
      named: { BRANCH: ['Antwerpen', 'Brussel'] },
      branches: ['Bruxelles', 'Gand'],
      added: { COSTS: 2 },
    });
    expect(await reportOf(send('/imports', files))).toMatchObject({ taken: false });
    expect([await branchesOf(), await written()]).toEqual([['Bruxelles', 'Gand'], before]);
    const taken = await reportOf(send('/imports', files, { branches: ['Brussel', 'Antwerpen'] }));
    expect(taken.taken).toBe(true);
    expect(await branchesOf()).toEqual(['Antwerpen', 'Brussel', 'Bruxelles', 'Gand']);
  });

  test('says of a file that is too large how large one may be', async () => {
    const report = await reportOf(send('/imports/check', { 'big.csv': Buffer.alloc(33 * 1024 * 1024, 65) }));
    expect(report.files[0].problem).toMatchObject({
      code: 'FILE_TOO_LARGE',
      words: 'The file is larger than 32 MB.',
    });
  });
});

describe('an import that breaks', () => {
  const late = COSTS.replace('05/01', '09/01');

  test('before it is committed leaves nothing behind', async () => {
    const before = await written();
    const failing = importFiles(kit.db, [{ name: 'late.csv', content: Buffer.from(late) }], {
      dryRun: false,
      today: '2017-12-31',
      kinds: EVERY_KIND,
      beforeCommit: () => Promise.reject(new Error('the power went out')),
    });
    await expect(failing).rejects.toThrow('the power went out');
    expect(await written()).toEqual(before);
  });

  test('in the database leaves nothing behind, keeps the reason to itself, and may be tried again', async () => {
    const before = await written();
    await kit.db
      .query(`create function break_it() returns trigger language plpgsql as $$ begin raise 'secret reason'; end $$;
      create trigger break_it before insert on audit_entry for each row execute function break_it()`);
    const broken = await send('/imports', { 'late.csv': late });
    expect(broken.status).toBe(500);
    expect(await broken.text()).not.toContain('secret reason');
    expect(await written()).toEqual(before);
    await kit.db.query('drop trigger break_it on audit_entry; drop function break_it');
    expect((await reportOf(send('/imports', { 'late.csv': late }))).added).toEqual({ COSTS: 1 });
  });
});

describe('what is refused', () => {
  test('who has no key, who may not import, and a form of another site', async () => {
    const before = await written();
    const statusOf = async (headers: Record<string, string>) =>
      (await send('/imports', { 'costs.csv': COSTS.replace('05/01', '10/01') }, { headers })).status;
    expect(await statusOf({ 'x-api-key': 'tandem_none' })).toBe(401);
    expect((await post('/imports', new FormData(), {})).status).toBe(401);
    expect(await statusOf({ 'x-api-key': coordinator })).toBe(403);
    expect(await statusOf({ 'sec-fetch-site': 'cross-site' })).toBe(403);
    expect(await written()).toEqual(before);
  });

  test('what is no form, a form without files, and mappings of no kind', async () => {
    const json = { 'content-type': 'application/json', 'x-api-key': administrator };
    expect((await post('/imports', '{}', json)).status).toBe(415);
    expect((await send('/imports', {})).status).toBe(400);
    const mappings = { 'costs.csv': { kind: 'SECRETS', mapping: {} } };
    expect((await send('/imports', { 'costs.csv': COSTS }, { mappings })).status).toBe(400);
  });

  test('a body that is too large, with its true limit', async () => {
    const headers = { 'content-type': 'multipart/form-data; boundary=x', 'x-api-key': administrator };
    const answer = await post('/imports', Buffer.alloc(97 * 1024 * 1024), headers);
    expect(answer.status).toBe(413);
    expect(await answer.text()).toContain('The body is larger than 98304 kB.');
  });

  test('who has no key, before a large body is read', async () => {
    const form = { 'content-type': 'multipart/form-data; boundary=x', 'content-length': 90e6 };
    const sending = request(`${origin}/imports`, { method: 'POST', headers: form });
    sending.flushHeaders();
    const [answer] = await once(sending, 'response');
    sending.destroy();
    expect(answer.statusCode).toBe(401);
  });
});

/** What the page of past imports shows of a run. */
interface ShownRun {
  readonly files: readonly { readonly name: string }[];
  readonly otherFiles: number;
}
