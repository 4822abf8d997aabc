import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeBranch } from '../../../test/programme.ts';
import { ask, openTestkit, viewerWith, type Testkit } from '../../../test/testkit.ts';
import { KeysOfWholeLines1700000000155 } from '../../database/migrations/1700000000155-keys-of-whole-lines.ts';
import { importFiles } from './import-files.ts';
import { EVERY_KIND } from './kinds.ts';
import { describeReport } from './report-words.ts';

const TODAY = '2017-12-31';
let kit: Testkit;

beforeAll(async () => {
  kit = await openTestkit(TODAY);
  await makeBranch(kit.db);
});
afterAll(() => kit.close());

const sumOf = async (reference: string): Promise<number> =>
  (
    await kit.db.query('select sum(amount_cents)::bigint as cents from cost where reference = $1', [
      reference,
    ])
  )[0].cents;

const file = (rows: string) => ({
  name: 'costs.csv',
  content: Buffer.from(`Date;Catégorie;Antenne;Montant;Pièce;Nature;Subvention\n${rows}`),
});
const take = (rows: string) =>
  importFiles(kit.db, [file(rows)], { dryRun: false, today: TODAY, kinds: EVERY_KIND });

describe('a file of the accounts', () => {
  test('books lines by their reference, knows them again, and puts changed ones right', async () => {
    expect(
      (await take('10/05/2017;Salaires;Bruxelles;10,00;F1;\n11/05/2017;Loyer;Bruxelles;20,00;F2;direct'))
        .added,
    ).toEqual({ COSTS: 2 });
    const again = await take('10/05/2017;Salaires;Bruxelles;10,00;F1;\n11/05/2017;Loyer;Bruxelles;25,00;F2;');
    expect([again.added, again.corrected, again.unchanged]).toEqual([
      { COSTS: 0 },
      { COSTS: 1 },
      { COSTS: 1 },
    ]);
    expect(await sumOf('F2')).toBe(25_00);
    const [current] = await kit.db.query(
      `select nature, reason from cost where reference = 'F2' and entry = 'REPLACEMENT'`,
    );
    expect(current).toEqual({ nature: 'DIRECT', reason: 'Import' });
  });

  test('that corrects the category of a line gives it the usual nature of that one, unless it says another', async () => {
    await take('10/04/2017;Loyer;Bruxelles;1,00;E1;\n10/04/2017;Loyer;Bruxelles;2,00;E2;');
    const corrected = '10/04/2017;Salaires;Bruxelles;1,00;E1;\n10/04/2017;Salaires;Bruxelles;2,00;E2;direct';
    expect((await take(corrected)).corrected).toEqual({ COSTS: 2 });
    expect(
      await kit.db.query(
        `select reference, nature from cost where reference in ('E1', 'E2') and entry = 'REPLACEMENT' order by reference`,
      ),
    ).toEqual([
      { reference: 'E1', nature: 'SHARED' },
      { reference: 'E2', nature: 'DIRECT' },
    ]);
    expect((await take(corrected)).unchanged).toEqual({ COSTS: 2 });
  });

  test('is told of a line that was taken back by hand, which it neither books nor counts as there', async () => {
    await take('10/04/2017;IT;Bruxelles;25,00;L1;');
    const [{ id }] = await kit.db.query(`select id from cost where reference = 'L1'`);
    await ask(
      kit,
      viewerWith('FINANCE'),
      'mutation ($id: ID!) { reverseCost(id: $id, reason: "Twice") { ... on Refusal { code } } }',
      { id },
    );
    const report = await take('10/04/2017;IT;Bruxelles;30,00;L1;\n10/04/2017;IT;Bruxelles;4,00;L2;');
    expect([report.added, report.unchanged]).toEqual([{ COSTS: 1 }, { COSTS: 0 }]);
    expect(report.files[0]).toMatchObject({
      amounts: { accepted: 4_00 },
      refusals: [{ line: 2, column: 'Pièce', value: 'L1', code: 'LINE_TAKEN_BACK' }],
    });
    expect(await sumOf('L1')).toBe(0);
  });

  test('books corrections of a closed month in the open one, once, and refuses new lines of it', async () => {
    await take('10/06/2017;Salaires;Bruxelles;10,00;G1;\n10/06/2017;IT;Bruxelles;5,00;;');
    await kit.db.query(`update ledger set closed_before = '2017-07-01'`);
    const rows =
      '10/06/2017;Salaires;Bruxelles;12,00;G1;\n10/06/2017;IT;Bruxelles;5,00;;\n12/06/2017;IT;Bruxelles;6,00;;\n12/06/2017;IT;Bruxelles;7,00;G2;';
    const changed = await take(rows);
    expect([changed.added, changed.corrected, changed.unchanged]).toEqual([
      { COSTS: 0 },
      { COSTS: 1 },
      { COSTS: 1 },
    ]);
    expect(changed.files[0]?.refusals.map(({ line: at, code }) => [at, code])).toEqual([
      [4, 'MONTH_CLOSED'],
      [5, 'MONTH_CLOSED'],
    ]);
    const again = await take(rows);
    expect([again.corrected, again.unchanged]).toEqual([{}, { COSTS: 2 }]);
    const [moved] = await kit.db.query(
      `select booked_on, document_on, amount_cents from cost where reference = 'G1' and entry = 'REPLACEMENT'`,
    );
    expect(moved).toEqual({ booked_on: '2017-07-01', document_on: '2017-06-10', amount_cents: 12_00 });
    await kit.db.query('update ledger set closed_before = null');
  });

  test('that only corrects says so, before and after, and not that there is nothing new', async () => {
    await take('10/09/2017;IT;Bruxelles;99,99;J1;');
    const corrects = file('10/09/2017;IT;Bruxelles;109,99;J1;');
    const options = { today: TODAY, kinds: EVERY_KIND };
    const checked = await importFiles(kit.db, [corrects], { ...options, dryRun: true });
    expect(describeReport(checked, 'en').slice(1)).toEqual([
      '  accepted: €109.99; new: €0.00',
      '  put right: €99.99 becomes €109.99',
      'Would be put right by counter-entries: 1 cost.',
    ]);
    expect(await sumOf('J1')).toBe(99_99);
    const taken = await importFiles(kit.db, [corrects], { ...options, dryRun: false });
    expect(describeReport(taken, 'en').at(-1)).toBe('Put right by counter-entries: 1 cost.');
    expect(taken.files).toEqual(checked.files);
    expect(await sumOf('J1')).toBe(109_99);
  });

  test('tells by file what its rows come to: what is there already, new, and put right', async () => {
    const day = '10/10/2017;IT;Bruxelles';
    await take(`${day};100,00;K1;\n${day};20,00;K2;\n${day};3,00;;`);
    const report = await importFiles(
      kit.db,
      [
        file(
          `${day};100,00;K1;\n${day};25,50;K2;\n${day};3,00;;\n${day};3,00;;\n${day};7,00;K3;\n${day};n/a;K4;`,
        ),
        { ...file(`${day};-40,10;K5;`), name: 'credit.csv' },
      ],
      { dryRun: true, today: TODAY, kinds: EVERY_KIND },
    );
    expect(report.files.map(({ amounts }) => amounts)).toEqual([
      {
        accepted: 138_50,
        added: { rows: 2, cents: 10_00 },
        corrected: { rows: 1, cents: 25_50, formerCents: 20_00 },
      },
      {
        accepted: -40_10,
        added: { rows: 1, cents: -40_10 },
        corrected: { rows: 0, cents: 0, formerCents: 0 },
      },
    ]);
    expect([report.added, report.corrected, report.unchanged]).toEqual([
      { COSTS: 3 },
      { COSTS: 1 },
      { COSTS: 2 },
    ]);
  });

  test('warns of rows after the day on which the programme stands', async () => {
    const rows =
      '31/12/2017;IT;Bruxelles;1,00;;\n01/01/2018;IT;Bruxelles;1,00;;\n02/03/2018;IT;Bruxelles;1,00;;';
    const options = { dryRun: true, today: '2018-02-01', kinds: EVERY_KIND };
    const [warned] = (await importFiles(kit.db, [file(rows)], { ...options, programmeDay: TODAY })).files;
    expect([warned?.accepted, warned?.refused, warned?.ahead]).toEqual([2, 1, { rows: 1, day: TODAY }]);
    expect((await importFiles(kit.db, [file(rows)], options)).files[0]?.ahead).toBeNull();
  });

  test('with a new branch is not taken in by the command before somebody agrees, and says which there are', async () => {
    const files = [file('10/11/2017;IT;Brussel;1,00;;')];
    const options = { dryRun: false, today: TODAY, kinds: EVERY_KIND };
    const held = await importFiles(kit.db, files, { ...options, newBranches: new Set() });
    expect(held.taken).toBe(false);
    expect(describeReport(held, 'nl').slice(2)).toEqual([
      'Zou worden opgenomen: 1 kost.',
      'Nieuwe vestigingen: Brussel.',
      'Met nieuwe vestigingen wordt niets opgenomen zonder uw akkoord, want geen ervan wordt nog verwijderd: voeg --new-branches toe. Er zijn: Bruxelles.',
    ]);
    expect(await kit.db.query('select name from branch')).toEqual([{ name: 'Bruxelles' }]);
  });

  test('names a reference once', async () => {
    const report = await take('10/08/2017;IT;Bruxelles;1,00;H1;\n10/08/2017;IT;Bruxelles;2,00;H1;');
    expect(report.files[0]?.refusals.map(({ code }) => code)).toEqual(['REPEATED_IN_LIST']);
  });
});

describe('a line without a reference', () => {
  const linesOf = (day: string): Promise<unknown[]> =>
    kit.db.query(
      `select nature, funding_grant.reference as grant from cost left join funding_grant on funding_grant.id = grant_id
       where booked_on = $1 order by nature, funding_grant.reference`,
      [day],
    );
  const makeGrant = (reference: string) =>
    importFiles(
      kit.db,
      [
        {
          name: 'grants.csv',
          content: Buffer.from(
            `Référence;Bailleur;Type;Début;Fin;Montant\n${reference};Ville;Subside public;01/01/2017;31/12/2017;1000\n`,
          ),
        },
      ],
      { dryRun: false, today: TODAY, kinds: EVERY_KIND },
    );

  test('is another one where its nature is, and the same where the row only says the usual one', async () => {
    const row = '10/02/2017;Loyer;Bruxelles;40,00;;';
    expect((await take(row)).added).toEqual({ COSTS: 1 });
    expect((await take(`${row}indirect`)).unchanged).toEqual({ COSTS: 1 });
    expect((await take(`${row}direct`)).added).toEqual({ COSTS: 1 });
    expect(await linesOf('2017-02-10')).toEqual([
      { nature: 'DIRECT', grant: null },
      { nature: 'INDIRECT', grant: null },
    ]);
  });

  test('is booked once, on its own grant, where an equal one of another grant was refused before', async () => {
    await makeGrant('N2');
    const rows = '11/02/2017;IT;Bruxelles;5,00;;;N1\n11/02/2017;IT;Bruxelles;5,00;;;N2';
    const before = await take(rows);
    expect([before.added, before.files[0]?.refused]).toEqual([{ COSTS: 1 }, 1]);
    await makeGrant('N1');
    const after = await take(rows);
    expect([after.added, after.unchanged]).toEqual([{ COSTS: 1 }, { COSTS: 1 }]);
    expect(await linesOf('2017-02-11')).toEqual([
      { nature: 'INDIRECT', grant: 'N1' },
      { nature: 'INDIRECT', grant: 'N2' },
    ]);
  });

  test('is known again by its file from before nature and grant were a part of its key', async () => {
    await makeGrant('N3');
    const day = '12/02/2017;IT;Bruxelles';
    const rows = `${day};6,00;;\n${day};6,00;;direct\n${day};6,00;;;N3\n${day};6,00;;\n${day};7,00;;shared`;
    expect((await take(rows)).added).toEqual({ COSTS: 5 });
    await kit.db.query(`alter table cost disable trigger ledger_is_append_only;
      update cost set import_key = 'cost:' || hash || ':' || turn from (
        select id, hash, row_number() over (partition by hash order by id) as turn from (
          select cost.id, md5(row(booked_on, category, branch.name, amount_cents)::text) as hash
          from cost join branch on branch.id = branch_id where import_key is not null) as former) as keyed
      where keyed.id = cost.id;
      alter table cost enable trigger ledger_is_append_only`);
    const runner = kit.db.createQueryRunner();
    await new KeysOfWholeLines1700000000155().up(runner);
    await runner.release();
    expect((await take(rows)).unchanged).toEqual({ COSTS: 5 });
  });
});
