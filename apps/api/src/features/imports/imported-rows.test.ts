import { menteeEligibility } from '@tandem/domain/eligibility';
import type * as eligibility from '@tandem/domain/eligibility';
import { describe, expect, test, vi } from 'vitest';
import { first, kit, TODAY } from '../../../test/imports-kit.ts';
import { CountriesOfToday1700000000156 } from '../../database/migrations/1700000000156-countries-of-today.ts';
import { asChoice } from './cells.ts';
import { importFiles } from './import-files.ts';
import { EVERY_KIND } from './kinds.ts';
import { refusalInWords } from './refusal-words.ts';
import { COUNTRY_WORDS } from './words-of-files.ts';

// Rules of all countries ask for the same age so far: which one is asked is seen at the question alone.
vi.mock('@tandem/domain/eligibility', async (load) => {
  const rule = (await load<typeof eligibility>()).menteeEligibility;
  return { menteeEligibility: vi.fn<typeof rule>(rule) };
});

describe('the day on which something was written down', () => {
  const HEADER = 'Réf. duo;Date;Situation;Source';
  async function recordedOf(content: string, today = TODAY, mapped = false) {
    const [{ reference }] = await kit.db.query('select reference from duo order by reference limit 1');
    const file = { name: 'suivi.csv', content: Buffer.from(content.replaceAll('DUO', reference)) };
    const chosen = {
      kind: 'OUTCOMES' as const,
      mapping: {
        duo: 'Réf. duo',
        observed_on: 'Date',
        situation: 'Situation',
        evidence: 'Source',
        recorded_on: 'Au bureau',
      },
    };
    const { files: reports } = await importFiles(kit.db, [{ ...file, ...(mapped && { chosen }) }], {
      dryRun: false,
      today,
      kinds: EVERY_KIND,
    });
    const rows: { recorded: string }[] = await kit.db.query(
      `select recorded_on as recorded from outcome join duo on duo.id = duo_id
       where reference = $1 and observed_on = '2017-11-02' order by recorded_on`,
      [reference],
    );
    return { days: rows.map(({ recorded }) => recorded), refusals: reports.flatMap((one) => one.refusals) };
  }

  test('is the one that the file states, under whatever header, and else that of the import', async () => {
    const stated = await recordedOf(
      `${HEADER};Encodé le\nDUO;02/11/2017;Stage;Contrat;20/11/2017\nDUO;02/11/2017;Formation;Contrat;\n`,
    );
    expect(stated.days).toEqual(['2017-11-20', TODAY]);
    const mapped = await recordedOf(
      `${HEADER};Au bureau\nDUO;02/11/2017;Recherche d'emploi;Déclaratif;03/11/2017\n`,
      TODAY,
      true,
    );
    expect(mapped.days).toEqual(['2017-11-03', '2017-11-20', TODAY]);
  });

  test('is no part of what a row is known by: the same row comes in once, and keeps its day', async () => {
    const again = await recordedOf(`${HEADER}\nDUO;02/11/2017;Stage;Contrat\n`, '2018-03-01');
    expect(again.days).toEqual(['2017-11-03', '2017-11-20', TODAY]);
  });

  test('is neither before what it is about nor ahead', async () => {
    const { refusals } = await recordedOf(
      `${HEADER};Encodé le\nDUO;02/11/2017;Stage;Déclaratif;01/11/2017\nDUO;02/11/2017;Stage;Administratif;02/02/2018\n`,
    );
    expect(refusals.map(({ line, column, code }) => `${line} ${column}: ${code}`)).toEqual(
      expect.arrayContaining(['2 Encodé le: RECORDED_TOO_EARLY', '3 Encodé le: DAY_IN_FUTURE']),
    );
    await expect(
      kit.db.query(`update outcome set recorded_on = observed_on - 1 where observed_on = '2017-11-02'`),
    ).rejects.toThrow('outcome_recorded_once_known');
  });

  test('lies in the sample within weeks of what it is about, and not after the day on which the sample stands', async () => {
    const [sample] = await kit.db.query(
      `select max(recorded_on) <= greatest('2017-12-31', max(observed_on)) as until, max(recorded_on - observed_on) as latest,
         count(distinct recorded_on) > 100 as many
       from (select observed_on, recorded_on from outcome where observed_on <> '2017-11-02'
         union all select answered_on, recorded_on from response) as written`,
    );
    expect(sample).toMatchObject({ until: true, many: true });
    expect(sample.latest).toBeLessThan(60);
  });
});

test('a consent without a day is to the words of the day of the import', async () => {
  await kit.db.query(
    `insert into purpose (code, version, legal_basis, data_categories, recipients, name, description, from_day)
     select code, version + 1, legal_basis, data_categories, recipients, name, description, $1::date + 1 from purpose
     where code = 'PROGRAMME' order by version desc limit 1`,
    [TODAY],
  );
  const take = async (reference: string, today: string) => {
    const content = Buffer.from(
      `Réf. mentee;Prénom;Nom;Date de naissance;Antenne;Consentement\n${reference};Awa;Diop;01/01/1990;Bruxelles;oui\n`,
    );
    await importFiles(kit.db, [{ name: 'mentees.csv', content }], {
      dryRun: false,
      today,
      kinds: EVERY_KIND,
    });
    const [consent] = await kit.db.query(
      'select version from consent join mentee using (person_id) where reference = $1',
      [reference],
    );
    return consent.version;
  };
  const former = await take('C1', TODAY);
  expect(await take('C2', '2018-02-02')).toBe(former + 1);
});

describe('rows that cannot be', () => {
  async function refusalsOf(...texts: readonly string[]): Promise<string[]> {
    const given = texts.map((text, index) => ({ name: `${index}.csv`, content: Buffer.from(text) }));
    const { files: reports } = await importFiles(kit.db, given, {
      dryRun: true,
      today: TODAY,
      kinds: EVERY_KIND,
    });
    return reports.flatMap(({ problem, refusals }) => [
      ...(problem === null ? [] : [problem.code]),
      ...refusals.map(
        ({ line, column, code, params }) =>
          `${line} ${column}: ${code}${params === undefined ? '' : ` ${Object.values(params).join()}`}`,
      ),
    ]);
  }
  const MENTEES = "Réf. mentee;Prénom;Nom;Date de naissance;Antenne;Séance d'info;Inscription\n";
  const DUOS = 'Réf. duo;Réf. mentee;Réf. mentor;Antenne;Début;Fin prévue;Clôture;Motif de clôture\n';

  test('say every reason that one look finds', async () => {
    expect(await refusalsOf(`${DUOS}N1;X1;X2;Gent;01/01/2017;;01/12/2016;\n`)).toEqual([
      '2 Réf. mentee: REFERENCE_UNKNOWN',
      '2 Réf. mentor: REFERENCE_UNKNOWN',
      '2 Clôture: CLOSURE_BEFORE_START',
      '2 Motif de clôture: REQUIRED',
    ]);
  });

  test('are in the future, in the wrong order or beyond any amount', async () => {
    expect(await refusalsOf(`${DUOS}N1;M0001;V001;Gent;02/02/2018;01/08/2018;;\n`)).toEqual([
      `2 Début: DAY_IN_FUTURE ${TODAY}`,
    ]);
    expect(await refusalsOf(`${MENTEES}N1;A;B;01/01/1990;Gent;05/05/2017;04/05/2017\n`)).toEqual([
      "2 Inscription: STEP_OUT_OF_ORDER Séance d'info,2017-05-05",
    ]);
    expect(
      await refusalsOf('Date;Catégorie;Antenne;Montant\n01/01/2017;Salaires;Gent;99999999999999999999\n'),
    ).toEqual(['2 Montant: TOO_LARGE 1000000000']);
  });

  test('are held against the age rule of the country of their branch, which the row says of a new one alone', async () => {
    const asked = vi.mocked(menteeEligibility);
    asked.mockClear();
    const mentee = (reference: string, branch: string, country: string) =>
      `${reference};A;B;01/01/2010;${branch};05/05/2017;;${country}\n`;
    expect(
      await refusalsOf(
        `${MENTEES.trimEnd()};Pays\n${mentee('N1', 'Lille', 'France')}${mentee('N2', 'Lille', '')}${mentee('N3', 'Bruxelles', 'France')}${mentee('N4', 'Namur', '')}`,
      ),
    ).toEqual([2, 3, 4, 5].map((line) => `${line} Date de naissance: MENTEE_UNDER_AGE 7,18`));
    const countries = asked.mock.calls.map(([, country]) => country);
    expect(countries.toSorted()).toEqual(['BE', 'BE', 'FR', 'FR']);
  });

  test('refer to a row that is refused itself', async () => {
    expect(
      await refusalsOf(
        `${MENTEES}N1;A;B;01/01/2010;Gent;05/05/2017;\n`,
        `${DUOS}N2;N1;X2;Gent;01/06/2017;;;\n`,
      ),
    ).toEqual([
      '2 Date de naissance: MENTEE_UNDER_AGE 7,18',
      '2 Réf. mentee: REFERENCE_REFUSED',
      '2 Réf. mentor: REFERENCE_UNKNOWN',
    ]);
  });

  test('say something else than the record, which stays as it is', async () => {
    const [duo] = await kit.db.query(
      `select duo.reference, mentee.reference as mentee, mentor.reference as mentor, branch.name as branch, started_on, closed_on
       from duo join mentee on mentee.id = mentee_id join mentor on mentor.id = mentor_id join branch on branch.id = duo.branch_id
       where closed_on is not null order by duo.reference limit 1`,
    );
    const row = (closure: string, reason: string) =>
      `${DUOS}${duo.reference};${duo.mentee};${duo.mentor};${duo.branch};${duo.started_on};;${closure};${reason}\n`;
    expect(await refusalsOf(row('', ''))).toEqual([]);
    expect(await refusalsOf(row('2018-01-15', 'Santé'))).toEqual(
      expect.arrayContaining([`2 Clôture: RECORD_DIFFERS ${duo.closed_on}`]),
    );
    const [grant] = await kit.db.query(
      `select partner.name as funder from funding_grant join partner on partner.id = partner_id where reference = 'BF04'`,
    );
    expect(
      await refusalsOf(
        `Réf.;Bailleur;Type;Début;Fin;Montant\nBF04;${grant.funder};Subside public;01/09/2016;31/12/2017;1\n`,
      ),
    ).toEqual(['2 Type: RECORD_DIFFERS SKILLS_SPONSORSHIP', '2 Montant: RECORD_DIFFERS 96746.92']);
    const differs = { line: 2, field: 'kind', column: 'Type', value: 'Subside public' };
    const said = { code: 'RECORD_DIFFERS', params: { said: 'SKILLS_SPONSORSHIP' } } as const;
    expect(refusalInWords('GRANTS', { ...differs, ...said }, 'nl')).toContain('(competentiemecenaat)');
  });
});

describe('what rows name', () => {
  test('is said where it is new, and so are columns that fill nothing', async () => {
    const content = Buffer.from(
      'Date;Catégorie;Antenne;Montant;Remarque\n01/01/2017;Salaires;Hasselt;1;x\n01/01/2017;Salaires;Bruxelles;1;\n',
    );
    const report = await importFiles(kit.db, [{ name: 'a.csv', content }], {
      dryRun: true,
      today: TODAY,
      kinds: EVERY_KIND,
    });
    expect(report.named).toEqual({ BRANCH: ['Hasselt'], COORDINATOR: [], PARTNER: [], COMPARISON_GROUP: [] });
    expect(report.files[0]?.unused).toEqual(['Remarque']);
    expect(first.named.COORDINATOR.length).toBeGreaterThan(0);
  });
});

describe('a country', () => {
  test.each([
    ['France', 'FR'],
    ['Congo-Kinshasa', 'CD'],
    ['Rusland', 'RU'],
    ['Verenigd Koninkrijk', 'GB'],
    ['UK', 'GB'],
    ['de', 'DE'],
  ])('is known by its name and code of today: %s', (word, code) => {
    expect(asChoice(COUNTRY_WORDS)(word)).toEqual({ value: code });
  });

  test('that a file was once read as of a former code is put right, with the facts', async () => {
    const group = async () =>
      (
        await kit.db.query(
          `select mentee.nationality, nationality_group from mentee join mentee_fact on mentee_fact.mentee_id = mentee.id order by mentee.reference limit 1`,
        )
      )[0];
    const [{ id, nationality }] = await kit.db.query(
      'select id, nationality from mentee order by reference limit 1',
    );
    await kit.db.query(`update mentee set nationality = 'FX' where id = $1`, [id]);
    await kit.db.query(`select refresh_people_facts(array[$1]::uuid[], '{}')`, [id]);
    const wrong = await group();
    const runner = kit.db.createQueryRunner();
    await new CountriesOfToday1700000000156().up(runner);
    await runner.release();
    expect([wrong.nationality, await group()]).toEqual([
      'FX',
      { nationality: 'FR', nationality_group: 'EUROPEAN_UNION' },
    ]);
    await kit.db.query(`update mentee set nationality = $2 where id = $1`, [id, nationality]);
    await kit.db.query(`select refresh_people_facts(array[$1]::uuid[], '{}')`, [id]);
  });
});

describe('an amount that can be read in two ways', () => {
  const checkWith = async (delimiter: string, amounts: readonly string[]) => {
    const rows = amounts.map((amount) => ['31/01/2018', 'IT', 'Bruxelles', amount]);
    const text = [['Date', 'Catégorie', 'Antenne', 'Montant'], ...rows]
      .map((cells) => `${cells.join(delimiter)}\n`)
      .join('');
    const file = { name: 'amounts.csv', content: Buffer.from(text) };
    const { files: reports } = await importFiles(kit.db, [file], {
      dryRun: true,
      today: TODAY,
      kinds: EVERY_KIND,
    });
    return reports[0];
  };
  const check = (...amounts: string[]) => checkWith('\t', amounts);

  test('is what its spreadsheet writes where cells are parted by semicolons', async () => {
    expect(await checkWith(';', ['20.000', '5.000'])).toMatchObject({ accepted: 2, refused: 0 });
    expect(await checkWith(';', ['1,234', '5.000'])).toMatchObject({
      accepted: 1,
      refusals: [{ line: 2, code: 'MORE_THAN_CENTS' }],
    });
  });

  test('is refused with both readings where its file does not show which is meant', async () => {
    for (const amount of ['1.234', '1,234']) {
      const report = await check(amount, '12');
      expect(report).toMatchObject({ accepted: 1, refused: 1 });
      const [refusal] = report?.refusals ?? [];
      expect(refusal).toMatchObject({ line: 2, value: amount, code: 'NUMBER_AMBIGUOUS' });
      const said = (locale: 'fr' | 'nl' | 'en') => refusal && refusalInWords('COSTS', refusal, locale);
      expect(said('en')).toMatch(/^can be 1,234 \(thousands\) or 1\.234 \(decimals\):/);
      expect(said('nl')).toMatch(/^kan 1\.234 \(duizendtallen\) of 1,234 \(decimalen\) zijn:/);
    }
  });

  test('is what the other numbers of its file show', async () => {
    expect(await check('1.234', '12,50')).toMatchObject({ accepted: 2, refused: 0 });
    expect(await check('1,234', '12.50')).toMatchObject({ accepted: 2, refused: 0 });
    expect(await check('1,234', '12,50')).toMatchObject({
      refusals: [{ line: 2, code: 'MORE_THAN_CENTS' }],
    });
    expect(await check('1.234', '12,50', '12.50')).toMatchObject({
      accepted: 2,
      refusals: [{ line: 2, code: 'NUMBER_AMBIGUOUS' }],
    });
  });

  test.each(['1.234,50', '1 234,50', "1'234.50", '1\u202f234,50 €'])(
    'is none of these: %s',
    async (amount) => {
      expect(await check(amount)).toMatchObject({ accepted: 1, refused: 0 });
    },
  );
});
