import { describe, expect, test } from 'vitest';
import { bodyOf } from '../../../test/browser.ts';
import {
  administrator,
  COSTS,
  finance,
  kit,
  operate,
  origin,
  post,
  reportOf,
  send,
} from '../../../test/imports-http-kit.ts';
import { newId } from '../../database/new-id.ts';

describe('a file that is not recognised, or not in all', () => {
  test('says what is wrong in the language of the request', async () => {
    const headers = { 'accept-language': 'nl-BE,nl' };
    const report = await reportOf(send('/imports/check', { 'costs.csv': COSTS }, { headers }));
    expect(report.files[0].refusals[0].words).toBe(
      'is geen bestaande dag, geschreven als 31/12/2017 of 2017-12-31',
    );
  });

  test('names the words, columns and records that it knows as the reader does', async () => {
    const files = {
      'kosten.csv':
        'Datum;Categorie;Vestiging;Bedrag\n05/01/2017;Lonen en salarissen;Bruxelles;1,00\n06/01/2017;Lonen;Bruxelles;1,00\n',
      'zonder.csv': 'Datum;Soort kost;Vestiging;Bedrag\n05/01/2017;Lonen;Bruxelles;1,00\n',
      'mentees.csv':
        'Ref mentee;Voornaam;Naam;Geboortedatum;Vestiging;Nationaliteit\nM9;Awa;Diop;01/01/1995;Bruxelles;Atlantis\n',
    };
    const inDutch = { headers: { 'accept-language': 'nl-BE,nl' } };
    const { files: reports } = await reportOf(send('/imports/check', files, inDutch));
    expect(reports[0].refusals[0].words).toBe(
      'is geen van de bekende woorden: lonen, huur en kantoren, opleiding van mentoren, communicatie, ict, algemene kosten',
    );
    expect(reports[1].problem.words).toBe('Er ontbreekt een kolom: categorie.');
    expect(reports[2].refusals[0].words).toBe('is geen land: schrijf de naam of de twee letters');
    // Where mapping by hand begins.
    expect(reports[1].problem.missing.kind).toBe('COSTS');
    expect(reports[1].recognised.COSTS).toEqual({
      booked_on: 'Datum',
      branch: 'Vestiging',
      amount_cents: 'Bedrag',
    });
    const known = await fetch(`${origin}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-api-key': finance, 'accept-language': 'nl' },
      body: JSON.stringify({
        query: '{ importKinds { fields { name label choices { code label words } } } }',
      }),
    });
    const [costs] = (await bodyOf(known)).data.importKinds;
    const [category] = costs.fields.slice(1);
    expect(category.label).toBe('categorie');
    expect(category.choices[0]).toEqual({
      code: 'SALARIES',
      label: 'lonen',
      words: ['salaires', 'lonen', 'salarissen', 'salaries'],
    });
    expect(costs.fields.find(({ name }: { name: string }) => name === 'country').choices).toEqual([]);
  });

  test('says to finance of a file of people what it lacks of theirs alone', async () => {
    const people = 'Ref mentee;Voornaam;Naam;Vestiging\nM9;Awa;Diop;Bruxelles\n';
    const headers = { 'x-api-key': finance };
    const [whole] = (await reportOf(send('/imports/check', { 'x.csv': people }))).files;
    expect(whole.problem.missing).toEqual({ kind: 'MENTEES', fields: ['birth_date'] });
    const [own] = (await reportOf(send('/imports/check', { 'x.csv': people }, { headers }))).files;
    expect(own.problem.code).toBe('FILE_NOT_RECOGNISED');
    expect(Object.keys(own.recognised)).toEqual(['COSTS', 'BUDGETS']);
  });
});

describe('a mapping by hand', () => {
  test('takes columns that were mapped by hand, and keeps the mapping under a name', async () => {
    const content = 'quand;quoi;où;combien\n07/01/2017;Salaires;Gand;2,00\n';
    const unknown = await reportOf(send('/imports/check', { 'x.csv': content }));
    expect(unknown.files[0]).toMatchObject({ kind: null, problem: { code: 'FILE_NOT_RECOGNISED' } });
    const mapping = { booked_on: 'quand', category: 'quoi', branch: 'où', amount_cents: 'combien' };
    const mappings = { 'x.csv': { kind: 'COSTS', mapping } };
    const mapped = await reportOf(send('/imports', { 'x.csv': content }, { mappings }));
    expect(mapped.added).toEqual({ COSTS: 1 });

    const columns = Object.entries(mapping).map(([field, header]) => ({ field, header }));
    const keep = `mutation ($name: String!, $columns: [ImportColumnInput!]!) { saveImportMapping(name: $name, kind: COSTS, columns: $columns) { ... on ImportMapping { name } ... on Refusal { code field } } }`;
    expect((await operate(keep, { name: ' Ours ', columns })).saveImportMapping).toEqual({ name: 'Ours' });
    expect((await operate(keep, { name: 'Half', columns: columns.slice(1) })).saveImportMapping).toEqual({
      code: 'COLUMN_MISSING',
      field: 'columns',
    });
    const { importMappings } = await operate('{ importMappings { name kind columns { field header } } }');
    expect(importMappings).toEqual([
      { name: 'Ours', kind: 'COSTS', columns: expect.arrayContaining(columns) },
    ]);
  });

  test('reads words as what they were said to mean, and keeps them with the mapping', async () => {
    const content =
      'Datum;Categorie;Vestiging;Bedrag\n11/01/2017;Lonen en salarissen;Gent;1,00\n11/01/2017;LONEN EN SALARISSEN;Gent;2,00\n11/01/2017;Kantine;Gand;4,00\n';
    const unknown = (await reportOf(send('/imports/check', { 'x.csv': content }))).files[0];
    expect(unknown.unknownWords).toEqual([
      { field: 'category', word: 'Lonen en salarissen', rows: 2 },
      { field: 'branch', word: 'Gent', rows: 2 },
      { field: 'category', word: 'Kantine', rows: 1 },
    ]);
    const words = [
      { field: 'category', word: 'Lonen en salarissen', means: 'SALARIES' },
      // Amounts are read as they are, whatever somebody says that they mean.
      { field: 'amount_cents', word: '2,00', means: '200,00' },
    ];
    const { mapping } = unknown;
    const half = { 'x.csv': { kind: 'COSTS', mapping, words } };
    const asked = await reportOf(send('/imports/check', { 'x.csv': content }, { mappings: half }));
    expect(asked.named.BRANCH).toEqual(['Gent']);
    expect(asked.files[0].amounts.accepted).toBe(300);
    expect(asked.files[0].unknownWords).toEqual([
      { field: 'branch', word: 'Gent', rows: 2 },
      { field: 'category', word: 'Kantine', rows: 1 },
    ]);
    const whole = [...words.slice(0, 1), { field: 'branch', word: 'Gent', means: 'Gand' }];
    const mappings = { 'x.csv': { kind: 'COSTS', mapping, words: whole } };
    const taken = await reportOf(send('/imports', { 'x.csv': content }, { mappings }));
    expect(taken).toMatchObject({ taken: true, added: { COSTS: 2 }, named: { BRANCH: [] } });
    expect(taken.files[0]).toMatchObject({ words: whole, refusals: [{ line: 4, value: 'Kantine' }] });
    const booked = await kit.db.query(
      `select category, name from cost join branch on branch.id = branch_id where booked_on = '2017-01-11' order by amount_cents`,
    );
    const meant = { category: 'SALARIES', name: 'Gand' };
    expect(booked).toEqual([meant, meant]);

    const columns = Object.entries(mapping).map(([field, header]) => ({ field, header }));
    const keep = `mutation ($columns: [ImportColumnInput!]!, $words: [ImportWordInput!]!) { saveImportMapping(name: "With words", kind: COSTS, columns: $columns, words: $words) { ... on ImportMapping { name words { field word means } } ... on Refusal { code field } } }`;
    expect((await operate(keep, { columns, words: whole })).saveImportMapping).toEqual({
      name: 'With words',
      words: whole,
    });
    for (const wrong of [words[1], { field: 'category', word: 'x', means: 'TRAVEL' }])
      expect((await operate(keep, { columns, words: [wrong] })).saveImportMapping).toEqual({
        code: 'CHOICE_INVALID',
        field: 'words',
      });
  });

  test('is not lost to another one of its name, and is put back where it was replaced', async () => {
    const columnsOf = (fields: Record<string, string>) =>
      Object.entries(fields).map(([field, header]) => ({ field, header }));
    const costs = columnsOf({ booked_on: 'quand', category: 'quoi', branch: 'où', amount_cents: 'combien' });
    const budgets = columnsOf({ month: 'mois', category: 'quoi', branch: 'où', amount_cents: 'prévu' });
    const people = columnsOf({
      reference: 'nr',
      given_name: 'prénom',
      family_name: 'nom',
      birth_date: 'né',
      branch: 'où',
    });
    const keep = async (kind: string, columns: readonly object[], replaces?: string, key = administrator) => {
      const query = `mutation ($kind: ImportKind!, $columns: [ImportColumnInput!]!, $replaces: ID) {
        saveImportMapping(name: "Accounts", kind: $kind, columns: $columns, replaces: $replaces) {
          ... on ImportMapping { id kind columns { field header } } ... on Refusal { code field } } }`;
      const headers = { 'content-type': 'application/json', 'x-api-key': key };
      const variables = { kind, columns, replaces };
      return (await reportOf(post('/graphql', JSON.stringify({ query, variables }), headers))).data
        .saveImportMapping;
    };
    const taken = { code: 'NAME_TAKEN', field: 'name' };
    expect(await keep('COSTS', costs, newId())).toEqual({ code: 'NOT_FOUND', field: 'replaces' });
    const { id } = await keep('COSTS', costs);
    expect(await keep('BUDGETS', budgets, undefined, finance)).toEqual(taken);
    expect(await keep('BUDGETS', budgets, newId(), finance)).toEqual(taken);
    expect(await keep('BUDGETS', budgets, id, finance)).toEqual({ id, kind: 'BUDGETS', columns: budgets });
    expect(await keep('COSTS', costs, id, finance)).toEqual({ id, kind: 'COSTS', columns: costs });
    const trail: { before: { kind: string } | null; after: { kind: string } }[] = await kit.db.query(
      'select before, after from audit_entry where record_id = $1 order by at, id',
      [id],
    );
    expect(trail.map(({ before, after }) => [before?.kind ?? null, after.kind])).toEqual([
      [null, 'COSTS'],
      ['COSTS', 'BUDGETS'],
      ['BUDGETS', 'COSTS'],
    ]);
    // One of people is not finance's to replace, whatever it knows of it.
    await keep('MENTEES', people, id);
    expect(await keep('COSTS', costs, id, finance)).toEqual(taken);
  });
});
