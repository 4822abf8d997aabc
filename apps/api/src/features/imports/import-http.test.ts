import express from 'express';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Role } from '@tandem/domain/capabilities';
import { ask, openTestkit, viewerWith, type Testkit } from '../../../test/testkit.ts';
import { localeOf } from '../../graphql/locale.ts';
import { importRoutes } from './import.http.ts';
import { importFiles } from './import-files.ts';

const COSTS =
  'Date;Catégorie;Antenne;Montant\n05/01/2017;Salaires;Bruxelles;1,00\n31/02/2017;Salaires;Bruxelles;1,00\n';
let kit: Testkit;
let server: Server;
let origin: string;

beforeAll(async () => {
  kit = await openTestkit('2017-12-31');
  const app = express();
  // Who asks is said by a header here; the real server says it by key or session.
  app.use(
    '/imports',
    importRoutes(async ({ headers }) => ({
      viewer: typeof headers['x-role'] === 'string' ? viewerWith(headers['x-role'] as Role) : null,
      db: kit.db,
      today: kit.today,
      now: new Date(),
      sampleMode: false,
      locale: localeOf(headers['accept-language']),
      requestId: 'test',
      loaders: new Map(),
    })),
  );
  server = app.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await kit.close();
});

function send(
  path: string,
  files: Record<string, string | Buffer<ArrayBuffer>>,
  options: { role?: Role; locale?: string; mappings?: object } = {},
) {
  const form = new FormData();
  for (const [name, content] of Object.entries(files)) form.append('file', new File([content], name));
  if (options.mappings !== undefined) form.append('mappings', JSON.stringify(options.mappings));
  return fetch(`${origin}${path}`, {
    method: 'POST',
    body: form,
    headers: { 'x-role': options.role ?? 'ADMINISTRATOR', 'accept-language': options.locale ?? 'en' },
  });
}
async function reportOf(response: Promise<Response>): Promise<any> {
  return (await response).json();
}
const rowsOf = async (table: string) => (await kit.db.query(`select count(*) as n from ${table}`))[0].n;

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
        words: 'is not an existing date',
      }),
    ]);
    expect([await rowsOf('cost'), await rowsOf('import_run')]).toEqual([0, 0]);

    expect((await reportOf(send('/imports', { 'costs.csv': COSTS }))).added).toEqual({ COSTS: 1 });
    const again = await reportOf(send('/imports', { 'costs.csv': COSTS }));
    expect([again.added, again.unchanged]).toEqual([{ COSTS: 0 }, { COSTS: 1 }]);
    expect(await rowsOf('cost')).toBe(1);
    const { importRuns } = await ask(
      kit,
      viewerWith('ADMINISTRATOR'),
      '{ importRuns { createdBy files { name kind accepted refused } } }',
    );
    expect(importRuns).toHaveLength(2);
    expect(importRuns[0].files).toEqual([{ name: 'costs.csv', kind: 'COSTS', accepted: 1, refused: 1 }]);
  });

  test('says what is wrong in the language of the request', async () => {
    const report = await reportOf(send('/imports/check', { 'costs.csv': COSTS }, { locale: 'nl-BE,nl' }));
    expect(report.files[0].refusals[0].words).toBe('is geen bestaande datum');
  });

  test('takes columns that were mapped by hand, and keeps the mapping under a name', async () => {
    const content = 'quand;quoi;où;combien\n07/01/2017;Salaires;Gand;2,00\n';
    const unknown = await reportOf(send('/imports/check', { 'x.csv': content }));
    expect(unknown.files[0]).toMatchObject({ kind: null, problem: { code: 'FILE_NOT_RECOGNISED' } });
    const mapping = { booked_on: 'quand', category: 'quoi', branch: 'où', amount_cents: 'combien' };
    const mapped = await reportOf(
      send('/imports', { 'x.csv': content }, { mappings: { 'x.csv': { kind: 'COSTS', mapping } } }),
    );
    expect(mapped.added).toEqual({ COSTS: 1 });

    const columns = Object.entries(mapping).map(([field, header]) => ({ field, header }));
    const keep = `mutation ($name: String!, $columns: [ImportColumnInput!]!) { saveImportMapping(name: $name, kind: COSTS, columns: $columns) { ... on ImportMapping { name } ... on Refusal { code field } } }`;
    const staff = viewerWith('ADMINISTRATOR');
    expect((await ask(kit, staff, keep, { name: ' Ours ', columns })).saveImportMapping).toEqual({
      name: 'Ours',
    });
    expect(
      (await ask(kit, staff, keep, { name: 'Half', columns: columns.slice(1) })).saveImportMapping,
    ).toEqual({
      code: 'COLUMN_MISSING',
      field: 'columns',
    });
    const { importMappings } = await ask(
      kit,
      staff,
      '{ importMappings { name kind columns { field header } } }',
    );
    expect(importMappings).toEqual([
      { name: 'Ours', kind: 'COSTS', columns: expect.arrayContaining(columns) },
    ]);
  });

  test('leaves nothing behind when it is interrupted', async () => {
    const before = await rowsOf('cost');
    const file = { name: 'late.csv', content: Buffer.from(COSTS.replace('05/01', '09/01')) };
    const failing = importFiles(kit.db, [file], {
      dryRun: false,
      beforeCommit: () => Promise.reject(new Error('the power went out')),
    });
    await expect(failing).rejects.toThrow('the power went out');
    expect(await rowsOf('cost')).toBe(before);
  });

  test('refuses who may not, what is no form, and no file at all', async () => {
    expect((await send('/imports', { 'costs.csv': COSTS }, { role: 'COORDINATOR' })).status).toBe(403);
    expect((await fetch(`${origin}/imports`, { method: 'POST' })).status).toBe(401);
    const json = {
      method: 'POST',
      body: '{}',
      headers: { 'content-type': 'application/json', 'x-role': 'ADMINISTRATOR' },
    };
    expect((await fetch(`${origin}/imports`, json)).status).toBe(415);
    expect((await send('/imports', {})).status).toBe(400);
    const foreign = {
      method: 'POST',
      body: new FormData(),
      headers: { 'x-role': 'ADMINISTRATOR', 'sec-fetch-site': 'cross-site' },
    };
    expect((await fetch(`${origin}/imports`, foreign)).status).toBe(403);
  });

  test('says of a file that is too large how large one may be', async () => {
    const report = await reportOf(send('/imports/check', { 'big.csv': Buffer.alloc(33 * 1024 * 1024, 65) }));
    expect(report.files[0].problem.words).toBe('The file is larger than 32 MB.');
  });
});
