import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeBranch } from '../../../test/programme.ts';
import { openTestkit, type Testkit } from '../../../test/testkit.ts';
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

const file = (rows: string, name = 'budget.csv') => ({
  name,
  content: Buffer.from(`Mois;Catégorie;Antenne;Montant budgété\n${rows}`),
});
const take = (...files: { name: string; content: Buffer }[]) =>
  importFiles(kit.db, files, { dryRun: false, today: TODAY, kinds: EVERY_KIND, by: 'Filip Maes' });
const lines = (year: number, version: number) =>
  kit.db.query(
    `select month, category, amount_cents, made_by from budget join budget_line on budget_id = budget.id
     where year = $1 and version = $2 order by month, category`,
    [year, version],
  );

describe('a file of a budget', () => {
  test('becomes the first version of each of its years, in months that are still to come', async () => {
    const report = await take(
      file(
        '12/2017;Salaires;Bruxelles;1.000,00\n2018-01;lonen;Bruxelles;20.000,00\n31/01/2018;Salaires;Bruxelles;500\n02/2018;IT;Bruxelles;0',
      ),
    );
    expect(report.files[0]).toMatchObject({ kind: 'BUDGETS', accepted: 4, refused: 0, problem: null });
    expect(report.added).toEqual({ BUDGETS: 4 });
    expect(await lines(2018, 1)).toEqual([
      { month: '2018-01-01', category: 'SALARIES', amount_cents: 20_500_00, made_by: 'Filip Maes' },
      { month: '2018-02-01', category: 'IT', amount_cents: 0, made_by: 'Filip Maes' },
    ]);
    expect(await lines(2017, 1)).toHaveLength(1);
  });

  test('that comes again adds nothing, and one that differs is the next version of its year alone', async () => {
    const rows = '12/2017;Salaires;Bruxelles;1000\n01/2018;Salaires;Bruxelles;20500\n';
    expect(await take(file(`${rows}02/2018;IT;Bruxelles;0`))).toMatchObject({
      added: { BUDGETS: 0 },
      unchanged: { BUDGETS: 3 },
    });
    // A line that is no longer there makes another budget, too.
    const changed = await take(file(rows));
    expect(changed).toMatchObject({ added: { BUDGETS: 1 }, unchanged: { BUDGETS: 1 } });
    expect(changed.files[0]).toMatchObject({
      amounts: { accepted: 21_500_00, added: { rows: 1, cents: 20_500_00 } },
      ahead: null,
    });
    const versions = await kit.db.query('select year, version from budget order by year, version');
    expect(versions).toEqual([
      { year: 2017, version: 1 },
      { year: 2018, version: 1 },
      { year: 2018, version: 2 },
    ]);
    expect(await lines(2018, 1)).toHaveLength(2);
    expect(await lines(2018, 2)).toHaveLength(1);
  });

  test('comes in whole or not at all, and each refused row says why', async () => {
    const report = await take(
      file(
        '13/2019;Salaires;Bruxelles;1\n03/2019;Café;Bruxelles;1\n03/2019;IT;Bruxelle;1\n04/2019;IT;Bruxelles;-1\n05/2019;IT;Bruxelles;1',
      ),
      file('05/2020;IT;Bruxelles;1', 'other.csv'),
    );
    expect(report.files[0]).toMatchObject({
      accepted: 0,
      refused: 4,
      problem: { code: 'FILE_NOT_WHOLE' },
    });
    expect(report.files[0]?.refusals.map(({ line, code }) => [line, code])).toEqual([
      [2, 'MONTH_INVALID'],
      [3, 'CHOICE_INVALID'],
      [4, 'REFERENCE_UNKNOWN'],
      [5, 'TOO_SMALL'],
    ]);
    expect(report.added).toEqual({ BUDGETS: 1 });
    expect([await lines(2019, 1), await lines(2020, 1)].map(({ length }) => length)).toEqual([0, 1]);
    const said = describeReport(report, 'nl');
    expect(said[0]).toContain('budget.csv: Niets van dit bestand');
    expect(said[1]).toBe(
      '  rij 2: Mois "13/2019" is geen maand, geschreven als 01/2018, 2018-01 of een dag ervan',
    );
    expect(said).toContain('Opgenomen: 1 budgetlijn.');
  });

  test('is the only one of its year', async () => {
    const report = await take(
      file('05/2021;IT;Bruxelles;1', 'a.csv'),
      file('06/2021;IT;Bruxelles;1', 'b.csv'),
    );
    expect(report.files.map(({ problem }) => problem)).toEqual([null, { code: 'FILE_NOT_WHOLE' }]);
    expect(report.files[1]?.refusals[0]?.code).toBe('REPEATED_IN_LIST');
    expect(await lines(2021, 1)).toHaveLength(1);
  });

  test('is not taken for one of a budget where its amount may be what was spent', async () => {
    const content = Buffer.from('Mois;Catégorie;Antenne;Montant\n01/2018;Salaires;Bruxelles;20000');
    const [spent] = (await take({ name: 'x.csv', content })).files;
    expect(spent?.kind).not.toBe('BUDGETS');
    const mapping = {
      month: 'Mois',
      category: 'Catégorie',
      branch: 'Antenne',
      amount_cents: 'Montant',
    };
    const mapped = await importFiles(
      kit.db,
      [{ name: 'x.csv', content, chosen: { kind: 'BUDGETS', mapping } }],
      {
        dryRun: true,
        today: TODAY,
        kinds: EVERY_KIND,
      },
    );
    expect(mapped.added).toEqual({ BUDGETS: 1 });
  });
});
