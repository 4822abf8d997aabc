import { readFile } from 'node:fs/promises';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { files, first, kit, SAMPLE, TODAY } from '../../../test/imports-kit.ts';
import { openTestkit } from '../../../test/testkit.ts';
import { importFiles } from './import-files.ts';
import { EVERY_KIND } from './kinds.ts';

async function counts(): Promise<Record<string, number>> {
  const [row] = await kit.db
    .query(`select (select count(*) from mentee) as mentees, (select count(*) from mentor) as mentors, (select count(*) from duo) as duos,
    (select count(*) from outcome) as outcomes, (select count(*) from meeting) as meetings, (select count(*) from response) as evaluations,
    (select count(*) from cost) as costs, (select count(*) from funding_grant) as grants`);
  return row;
}

test('a file of meetings alone brings the facts of their duos up to date', async () => {
  const hours = async () =>
    (await kit.db.query(`select sum(minute) as sum from duo_fact, unnest(meeting_minutes) as minute`))[0].sum;
  const before = Number(await hours());
  const [{ reference, day }] = await kit.db.query(
    `select reference, (started_on + 1)::text as day from duo where closed_on is null order by id limit 1`,
  );
  const content = Buffer.from(`Réf. duo;Date;Durée (h);Mode\n${reference};${day};1,5;Présentiel\n`);
  await importFiles(kit.db, [{ name: 'rencontres.csv', content }], {
    dryRun: false,
    today: TODAY,
    kinds: EVERY_KIND,
  });
  expect(Number(await hours())).toBe(before + 90);
  const kept = await kit.db.query('select * from duo_fact order by duo_id');
  await kit.db.query('select rebuild_facts()');
  expect(await kit.db.query('select * from duo_fact order by duo_id')).toEqual(kept);
  await kit.db.query(
    `delete from meeting where minutes = 90 and held_on = $1 and duo_id = (select id from duo where reference = $2)`,
    [day, reference],
  );
  await kit.db.query('select rebuild_facts()');
});

test('the first files of a programme bring their branches, those after them only ones that were agreed to', async () => {
  const empty = await openTestkit(TODAY);
  try {
    const take = async (branch: string) =>
      (
        await importFiles(
          empty.db,
          [
            {
              name: 'depenses.csv',
              content: Buffer.from(`Date;Catégorie;Antenne;Montant\n30/09/2015;IT;${branch};1,00\n`),
            },
          ],
          { dryRun: false, today: TODAY, kinds: EVERY_KIND, newBranches: new Set() },
        )
      ).taken;
    expect([await take('Bruxelles'), await take('Brussel'), await take('Bruxelles')]).toEqual([
      true,
      false,
      true,
    ]);
  } finally {
    await empty.close();
  }
});

test('a mentor who is there already brings no partner', async () => {
  const [{ known }] = await kit.db.query(
    `select concat_ws(';', mentor.reference, given_name, family_name, branch.name) as known from mentor
     join person on person.id = person_id join branch on branch.id = mentor.branch_id order by mentor.reference limit 1`,
  );
  const report = await importFiles(
    kit.db,
    [
      {
        name: 'mentors.csv',
        content: Buffer.from(
          `Réf. mentor;Prénom;Nom;Antenne;Entreprise\n${known};Nobody knows us SA\nM-NEW;Rita;Peeters;Bruxelles;New SA\n`,
        ),
      },
    ],
    { dryRun: true, today: TODAY, kinds: EVERY_KIND },
  );
  expect([report.added, report.unchanged]).toEqual([{ MENTORS: 1 }, { MENTORS: 1 }]);
  expect(report.named.PARTNER).toEqual(['New SA']);
});

describe('the sample of Brussels 2017', () => {
  test('gives the expected row counts', async () => {
    const expected = JSON.parse(await readFile(new URL('expected.json', SAMPLE), 'utf8'));
    expect(await counts()).toEqual(expected.rows);
  });

  test('refuses exactly the faulty rows, by name', () => {
    const refusals = first.files.flatMap(({ name, refusals }) =>
      refusals.map(({ code, column, value }) => `${name}: ${code} ${column}=${value}`),
    );
    expect(refusals.toSorted()).toMatchInlineSnapshot(`
      [
        "depenses.csv: NUMBER_INVALID Montant=n/a",
        "duos.csv: CLOSURE_BEFORE_START Clôture=23/08/2015",
        "duos.csv: REFERENCE_UNKNOWN Réf. mentor=X0000",
        "duos.csv: REFERENCE_UNKNOWN Réf. mentor=X0000",
        "duos.csv: REPEATED_IN_LIST Réf. duo=BD0006",
        "mentees.csv: MENTEE_UNDER_AGE Date de naissance=02/01/2009",
        "rencontres.csv: TOO_SMALL Durée (h)=-2,0",
        "suivi-emploi.csv: CHOICE_INVALID Situation=???",
        "suivi-emploi.csv: DAY_INVALID Date=31/02/2017",
      ]
    `);
  });

  test('changes nothing when it comes again, and says so', async () => {
    const before = await counts();
    const again = await importFiles(kit.db, files, { dryRun: false, today: TODAY, kinds: EVERY_KIND });
    expect(await counts()).toEqual(before);
    expect(Object.values(again.added).every((count) => count === 0)).toBe(true);
    expect(again.unchanged).toEqual(first.added);
  });

  test('leaves facts that equal a rebuild', async () => {
    for (const fact of ['duo_fact', 'mentee_fact', 'mentor_fact', 'response_fact']) {
      const kept = await kit.db.query(`select * from ${fact} order by 1`);
      expect(kept.length).toBeGreaterThan(200);
      await kit.db.query('select rebuild_facts()');
      expect(await kit.db.query(`select * from ${fact} order by 1`)).toEqual(kept);
    }
  });
});

describe('a dry run', () => {
  test('reports what would happen and leaves nothing behind', async () => {
    const empty = await openTestkit('2017-12-31');
    const report = await importFiles(empty.db, files, { dryRun: true, today: TODAY, kinds: EVERY_KIND });
    expect(report).toEqual({ ...first, taken: false });
    expect(await empty.db.query('select count(*) from person')).toEqual([{ count: 0 }]);
    await empty.close();
  });
});

describe('files that cannot be taken', () => {
  const problemOf = async (content: Buffer) =>
    (
      await importFiles(kit.db, [{ name: 'x.csv', content }], {
        dryRun: true,
        today: TODAY,
        kinds: EVERY_KIND,
      })
    ).files[0]?.problem;

  test('each say why', async () => {
    expect(await problemOf(Buffer.from(''))).toEqual({ code: 'FILE_EMPTY' });
    expect(await problemOf(Buffer.from('Date;Montant\r\n'))).toEqual({ code: 'FILE_EMPTY' });
    expect(await problemOf(Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0, 0]))).toEqual({ code: 'NOT_A_TABLE' });
    expect(await problemOf(Buffer.from('hello world'))).toMatchObject({
      code: expect.stringMatching(/NOT_A_TABLE|FILE_EMPTY/),
    });
    expect(await problemOf(Buffer.from('a;b;c\n1;2;3\n'))).toEqual({ code: 'FILE_NOT_RECOGNISED' });
    expect(await problemOf(Buffer.from('Date;Antenne;Montant\n01/01/2017;Bruxelles;1\n'))).toMatchObject({
      code: 'COLUMN_MISSING',
      missing: { kind: 'COSTS', fields: ['category'] },
    });
    expect(await problemOf(Buffer.alloc(33 * 1024 * 1024, 65))).toMatchObject({ code: 'FILE_TOO_LARGE' });
  });
});

describe('other spreadsheets', () => {
  test('a Dutch file in UTF-8 with commas and ISO days is understood', async () => {
    const content = Buffer.from(
      '\uFEFFDatum,Categorie,Vestiging,Bedrag\n2018-01-31,Lonen,Gent,"1.234,50"\n2018-01-31,Huur,Gent,€ 12\n',
    );
    const report = await importFiles(kit.db, [{ name: 'kosten.csv', content }], {
      dryRun: true,
      today: TODAY,
      kinds: EVERY_KIND,
    });
    expect(report.files[0]).toMatchObject({ kind: 'COSTS', encoding: 'utf-8', delimiter: ',', accepted: 2 });
  });

  test('UTF-16 from a spreadsheet is understood', async () => {
    const content = Buffer.concat([
      Buffer.from([0xff, 0xfe]),
      iconv.encode('Date\tCatégorie\tAntenne\tMontant\r\n31/01/2018\tSalaires\tLiège\t5\r\n', 'utf-16le'),
    ]);
    const report = await importFiles(kit.db, [{ name: 'couts.txt', content }], {
      dryRun: true,
      today: TODAY,
      kinds: EVERY_KIND,
    });
    expect(report.files[0]).toMatchObject({ kind: 'COSTS', encoding: 'utf-16le', accepted: 1 });
  });

  test.each(['\n', '\r\n', '\r'])(
    'rows with cells of several lines are named by the line on which they begin, whatever ends a line: %j',
    async (end) => {
      const lines = [
        'Date;Catégorie;Antenne;Montant;Remarque',
        '31/01/2018;IT;Bruxelles;x;"one',
        'two"',
        '',
        '31/01/2018;IT;Bruxelles;y;three',
      ];
      const report = await importFiles(
        kit.db,
        [{ name: 'depenses.csv', content: Buffer.from(lines.join(end)) }],
        { dryRun: true, today: TODAY, kinds: EVERY_KIND },
      );
      expect(report.files[0]?.refusals.map(({ line, value }) => [line, value])).toEqual([
        [2, 'x'],
        [5, 'y'],
      ]);
    },
  );
});
