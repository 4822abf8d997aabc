import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeDuos, times } from '../test/many-duos.ts';
import { makeBranch } from '../test/programme.ts';
import { ask, askRaw, openTestkit, viewerWith, type Testkit } from '../test/testkit.ts';
import { importFiles } from './features/imports/import-files.ts';
import { EVERY_KIND } from './features/imports/kinds.ts';
import { applyRetention } from './features/privacy/apply-retention.ts';
import { platformActor } from './features/audit/record-change.ts';

const TODAY = '2017-12-31';
const staff = viewerWith('ADMINISTRATOR');
const analyst = viewerWith('ANALYST');
let kit: Testkit;
let branch: string;

beforeAll(async () => {
  kit = await openTestkit(TODAY);
  branch = await makeBranch(kit.db, 'Bruxelles');
  // Ten times the treated of Hernán and Robins 2020, table 2.2, with women for L = 1.
  await makeDuos(
    kit.db,
    branch,
    [
      ['MAN', 10, 30],
      ['WOMAN', 60, 30],
    ].flatMap(([gender, exits, others]) => [
      ...times(Number(exits), { startedOn: '2016-02-01', trainedOn: '2016-06-01', gender: String(gender) }),
      ...times(Number(others), { startedOn: '2016-02-01', searchedOn: '2016-06-01', gender: String(gender) }),
    ]),
  );
});
afterAll(() => kit.close());

const HEADER = 'Groupe de comparaison;Pseudonyme;Sexe;Âge;Début;Observé jusqu’au;Sortie positive;Emploi';
/** Ten times the untreated of the same table, and two whom nobody is like or who were not followed for a year. */
function rows(): string[] {
  const person = (gender: string, index: number, exit: string, until = '15/06/2017') =>
    `Demandeurs 2016;${gender}-${index};${gender};;01/03/2016;${until};${exit};`;
  return [
    ...Array.from({ length: 40 }, (_, index) => person('h', index, index < 10 ? '10/05/2016' : '')),
    ...Array.from({ length: 30 }, (_, index) => person('f', index, index < 20 ? '10/05/2016' : '')),
    person('x', 1, '10/05/2016'),
    person('f', 99, '', '01/09/2016'),
  ];
}
function take(lines: readonly string[], dryRun = false) {
  const content = Buffer.from([HEADER.replace('’', "'"), ...lines].join('\r\n'));
  return importFiles(kit.db, [{ name: 'comparaison.csv', content }], {
    dryRun,
    today: TODAY,
    kinds: EVERY_KIND,
  });
}

describe('a file of a comparison group', () => {
  test('is recognised, checked and taken in; the same file again adds nothing', async () => {
    const checked = await take(rows(), true);
    expect(checked.files[0]).toMatchObject({ kind: 'COMPARISONS', problem: null, accepted: 72, refused: 0 });
    expect((await take(rows())).added).toEqual({ COMPARISONS: 72 });
    const again = await take(rows());
    expect([again.added, again.unchanged, again.named.COMPARISON_GROUP]).toEqual([
      { COMPARISONS: 0 },
      { COMPARISONS: 72 },
      [],
    ]);
  });

  test('has no names, no days out of order, nobody twice, and says nothing else than the record', async () => {
    const line = (pseudonym: string, rest: string) => `Demandeurs 2016;${pseudonym};${rest}`;
    const { files } = await take([
      line('Amina Diallo', 'f;;01/03/2016;15/06/2017;;'),
      line('amina@example.org', 'f;;01/03/2016;15/06/2017;;'),
      line('amina', 'f;;01/03/2016;15/06/2017;;'),
      line('n-1', 'f;;01/03/2016;15/06/2017;01/02/2016;'),
      line('n-2', 'f;;01/03/2016;15/06/2016;;01/07/2016'),
      line('n-3', 'f;;01/03/2016;15/06/2017;;'),
      line('n-3', 'f;;01/03/2016;15/06/2017;;'),
      line('f-0', 'h;;01/03/2016;15/06/2017;10/05/2016;'),
    ]);
    expect(files[0]?.refusals.map(({ line: at, column, code }) => [at, column, code])).toEqual([
      [2, 'Pseudonyme', 'NOT_A_PSEUDONYM'],
      [3, 'Pseudonyme', 'NOT_A_PSEUDONYM'],
      [4, 'Pseudonyme', 'NOT_A_PSEUDONYM'],
      [5, 'Sortie positive', 'STEP_OUT_OF_ORDER'],
      [6, "Observé jusqu'au", 'STEP_OUT_OF_ORDER'],
      [8, 'Pseudonyme', 'REPEATED_IN_LIST'],
      [9, 'Sexe', 'RECORD_DIFFERS'],
    ]);
    await kit.db.query(`delete from comparison_member where pseudonym = 'n-3'`);
  });
});

const GROUPS = '{ comparisonGroups { id name source people firstStart observedUntil version removed } }';
const groupOf = async (viewer = staff) => (await ask(kit, viewer, GROUPS)).comparisonGroups[0];
const COMPARE = `query ($id: ID!, $covariates: [Dimension!], $estimand: Estimand, $parameters: FigureParametersInput, $metric: MetricId = POSITIVE_EXIT_RATE) {
  compareWeighted(groupId: $id, metric: $metric, covariates: $covariates, estimand: $estimand, parameters: $parameters) {
    ... on WeightedEffect { group { name } treated comparison leftOut effectiveTreated effectiveComparison largestWeightShare
      unweighted { treated comparison difference } weighted { treated comparison difference } interval { lower upper } verdict isBalanced
      balance { covariate value treated comparison weightedTreated weightedComparison before after } }
    ... on NoWeightedEffect { reason treated comparison oneSided { covariate value treated comparison } } } }`;
async function compared(variables: object): Promise<any> {
  const { id } = await groupOf();
  return (await ask(kit, staff, COMPARE, { id, covariates: ['GENDER'], ...variables })).compareWeighted;
}

interface Balance {
  readonly covariate: string;
  readonly value: string;
}
interface Series {
  readonly key: string;
  readonly label: string;
  readonly country: string | null;
  readonly misfit: string | null;
  readonly rates: readonly { readonly year: number }[];
}

describe('a weighted comparison', () => {
  test('holds participants against people who are weighted to look like them', async () => {
    const effect = await compared({});
    // Followed for less than a year: one; like no participant: one.
    expect(effect).toMatchObject({ treated: 130, comparison: 70, leftOut: 1, isBalanced: true });
    expect(effect.unweighted.treated).toBeCloseTo(7 / 13, 9);
    expect(effect.unweighted.comparison).toBeCloseTo(3 / 7, 9);
    expect(effect.weighted.treated).toBeCloseTo(7 / 13, 9);
    expect(effect.weighted.comparison).toBeCloseTo((4 * (1 / 4) + 9 * (2 / 3)) / 13, 7);
    expect(effect.effectiveComparison).toBeCloseTo(130 ** 2 / (40 + 30 * 9), 6);
    expect(effect.verdict).toBe('NOT_CLEAR');
    const women = effect.balance.find(({ value }: Balance) => value === 'WOMAN');
    expect(women.before).toBeCloseTo((9 / 13 - 3 / 7) / Math.sqrt((9 / 13) * (4 / 13)), 9);
    expect(women.after).toBeCloseTo(0, 6);
    expect(women).toMatchObject({ covariate: 'GENDER', treated: 9 / 13, comparison: 3 / 7 });
  });

  test('leaves participants out whom nobody outside is like, and says how many', async () => {
    const other = await makeBranch(kit.db, 'Other');
    await makeDuos(kit.db, other, [
      ...times(30, { startedOn: '2016-02-01', trainedOn: '2016-06-01', gender: 'MAN' }),
      ...times(5, { startedOn: '2016-02-01', gender: 'WOMAN', educationLevel: 'MASTER' }),
    ]);
    const query = COMPARE.replace('$id: ID!', '$id: ID!, $filter: FigureFilterInput')
      .replace('metric: $metric', 'metric: $metric, filter: $filter')
      .replace('leftOut ', 'leftOut leftOutTreated ');
    const { id } = await groupOf();
    const { compareWeighted } = await ask(kit, staff, query, {
      id,
      covariates: ['GENDER', 'EDUCATION'],
      filter: { branch: [other] },
    });
    // With the five women goes everybody outside who is a woman; the one of another gender has nobody either.
    expect(compareWeighted).toMatchObject({ treated: 30, leftOutTreated: 5, comparison: 40, leftOut: 31 });
    expect(compareWeighted.balance.map(({ value }: Balance) => value)).toEqual(['MAN', 'UNKNOWN']);
    await kit.db.query(`delete from duo_fact where branch_id = $1`, [other]);
  });

  test('says which values only one side has where there is no fit', async () => {
    expect(await compared({ estimand: 'ALL' })).toEqual({
      reason: 'SEPARATED',
      treated: 130,
      comparison: 71,
      oneSided: [{ covariate: 'GENDER', value: 'OTHER', treated: 0, comparison: 1 }],
    });
    // Of those outside no country is known.
    expect(await compared({ covariates: ['COUNTRY'] })).toMatchObject({
      reason: 'SEPARATED',
      oneSided: [
        { value: 'BE', treated: 130, comparison: 0 },
        { value: 'UNKNOWN', treated: 0, comparison: 71 },
      ],
    });
    expect(await compared({ parameters: { windowMonths: 22 } })).toMatchObject({
      reason: 'ONE_GROUP',
      comparison: 0,
    });
  });

  test('takes what says the same twice once: nobody’s age and schooling are known', async () => {
    const effect = await compared({ covariates: ['GENDER', 'AGE_BAND', 'EDUCATION', 'OUT_OF_WORK'] });
    expect(effect.weighted.comparison).toBeCloseTo(7 / 13, 7);
    expect(effect.balance.map(({ covariate, value }: Balance) => `${covariate} ${value}`)).toEqual([
      'GENDER WOMAN',
      'GENDER MAN',
      'AGE_BAND UNKNOWN',
      'EDUCATION UNKNOWN',
      'OUT_OF_WORK UNKNOWN',
    ]);
  });

  test('says nothing of few', async () => {
    const own = { filter: { branch: [await makeBranch(kit.db, 'Small')] } };
    await makeDuos(kit.db, own.filter.branch[0] ?? '', times(3, { startedOn: '2016-02-01', gender: 'MAN' }));
    const { id } = await groupOf();
    const query = COMPARE.replace('$id: ID!', '$id: ID!, $filter: FigureFilterInput').replace(
      'metric: $metric',
      'metric: $metric, filter: $filter',
    );
    const { compareWeighted } = await ask(kit, staff, query, { id, covariates: ['GENDER'], ...own });
    expect(compareWeighted).toMatchObject({ reason: 'TOO_FEW', treated: 3, comparison: 71 });
    await kit.db.query(`delete from duo_fact where branch_id = $1`, own.filter.branch);
  });

  test('is of exits from the start, by what both sides have', async () => {
    const { id } = await groupOf();
    for (const variables of [
      { metric: 'COMPLETION_RATE' },
      { covariates: ['BRANCH'] },
      { covariates: [] },
      { parameters: { anchor: 'CLOSURE' } },
    ]) {
      const { errors } = await askRaw(kit, staff, COMPARE, { id, ...variables });
      expect(errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT');
    }
    expect(await ask(kit, staff, COMPARE, { id: branch })).toEqual({ compareWeighted: null });
    const partner = viewerWith('PARTNER_ADMINISTRATOR', { partnerId: branch });
    const { errors } = await askRaw(kit, partner, COMPARE, { id });
    expect(errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
  });
});

describe('the record of a group', () => {
  const change = (name: string, input = '') =>
    `mutation ($id: ID!, $version: Int!${input === '' ? '' : ', $input: ComparisonGroupInput!'}) {
      ${name}(id: $id, version: $version${input}) { ... on ComparisonGroup { version removed source } ... on Refusal { code field } } }`;
  const run = async (name: string, variables: object, input = '', viewer = analyst) =>
    (await ask(kit, viewer, change(name, input), { ...variables }))[name];

  test('says what it is from, in versions, and stands in the trail', async () => {
    const { id, version } = await groupOf();
    const input = { name: 'Demandeurs 2016', source: 'Actiris, inscrits en février 2016' };
    const described = await run('describeComparisonGroup', { id, version, input }, ', input: $input');
    expect(described).toEqual({ version: version + 1, removed: false, source: input.source });
    expect(await run('describeComparisonGroup', { id, version, input }, ', input: $input')).toMatchObject({
      code: 'CHANGED_MEANWHILE',
    });
    const [entry] = await kit.db.query(
      `select action, after from audit_entry where record_id = $1 order by id desc limit 1`,
      [id],
    );
    expect(entry).toMatchObject({ action: 'describeComparisonGroup', after: input });
  });

  test('is removed and put back, and its rows are erased a month after it was removed', async () => {
    const { id, version } = await groupOf();
    expect(await run('removeComparisonGroup', { id, version })).toMatchObject({ removed: true });
    expect(await groupOf()).toBeUndefined();
    expect(await ask(kit, staff, COMPARE, { id, covariates: ['GENDER'] })).toEqual({ compareWeighted: null });
    expect(await run('restoreComparisonGroup', { id, version: version + 1 })).toMatchObject({
      removed: false,
    });
    await run('removeComparisonGroup', { id, version: version + 2 });
    const retain = () => applyRetention(kit.db, platformActor('Retention'), () => new Date(), TODAY);
    const left = async () => (await kit.db.query('select count(*) as rows from comparison_member'))[0].rows;
    await kit.db.query(`update comparison_group set removed_at = '2017-12-10'`);
    await retain();
    expect(await left()).toBe(72);
    await kit.db.query(`update comparison_group set removed_at = '2017-11-10'`);
    await retain();
    expect(await left()).toBe(0);
    expect(await run('restoreComparisonGroup', { id, version: version + 3 })).toEqual({
      code: 'NOT_FOUND',
      field: 'id',
    });
  });
});

describe('a published rate', () => {
  const SAVE = `mutation ($input: PublishedRateInput!, $id: ID, $version: Int) { savePublishedRate(input: $input, id: $id, version: $version) {
    ... on PublishedRate { id version rate people link label population region windowMonths } ... on Refusal { code field params } } }`;
  const input = {
    metric: 'POSITIVE_EXIT_RATE',
    labelEn: 'Job seekers under 30',
    rate: 0.38,
    people: 1200,
    populationEn: 'All registered job seekers under 30, also those looking for less than six months.',
    sourceEn: 'Employment service, yearly report 2016',
    link: 'https://example.org/report',
    country: 'BE',
    year: 2016,
  };
  const save = async (own: object, seen: object = {}, viewer = analyst) =>
    (await ask(kit, viewer, SAVE, { input: { ...input, ...own }, ...seen })).savePublishedRate;

  test('is held against the figure, with what its source allows to say', async () => {
    const saved = await save({});
    await save({ labelEn: 'Without people', people: null, year: 2015, rate: 0.53, link: '' });
    const { comparePublished } = await ask(
      kit,
      staff,
      `{ comparePublished(metric: POSITIVE_EXIT_RATE) { wording result { ... on Figure { numerator denominator } } rates {
        published { label year } difference { difference interval { lower upper } adjustedProbability probability verdict } } } }`,
    );
    expect(comparePublished).toMatchObject({
      wording: 'SHARE',
      result: { numerator: 70, denominator: 130 },
      rates: [
        { published: { label: input.labelEn }, difference: { verdict: 'HIGHER' } },
        { published: { label: 'Without people' }, difference: { verdict: 'NOT_CLEAR' } },
      ],
    });
    const changed = await save({ rate: 0.4 }, { id: saved.id, version: saved.version });
    expect(changed).toMatchObject({ id: saved.id, version: 2, rate: 0.4 });
    expect(await save({}, { id: saved.id, version: 1 })).toMatchObject({ code: 'CHANGED_MEANWHILE' });
  });

  const SERIES = `query ($filter: FigureFilterInput, $parameters: FigureParametersInput, $metric: MetricId = POSITIVE_EXIT_RATE, $version: Int) {
    publishedSeries(metric: $metric, filter: $filter, parameters: $parameters, version: $version) { key label country misfit rates { year } } }`;
  const seriesFor = async (variables: Record<string, unknown>): Promise<Series[]> =>
    (await ask(kit, staff, SERIES, variables)).publishedSeries;

  test('stands beside figures of its country that are counted as usual, its years in one line', async () => {
    const own = { metric: 'EMPLOYMENT_RATE', labelEn: 'Employment rate' };
    await save({ ...own, country: 'BE', year: 2016 });
    await save({ ...own, country: 'BE', year: 2015 });
    await save({ ...own, country: 'NL', year: 2016 });
    await save({ ...own, labelEn: 'Everywhere', country: null });
    const misfits = async (variables: Record<string, unknown>) =>
      Object.fromEntries(
        (await seriesFor({ metric: 'EMPLOYMENT_RATE', ...variables })).map(({ key, misfit }) => [
          key,
          misfit,
        ]),
      );
    expect(await seriesFor({ metric: 'EMPLOYMENT_RATE' })).toContainEqual({
      key: 'BE:Employment rate',
      label: 'Employment rate',
      country: 'BE',
      misfit: null,
      rates: [{ year: 2015 }, { year: 2016 }],
    });
    const all = { ':Everywhere': null, 'BE:Employment rate': null, 'NL:Employment rate': 'COUNTRY' };
    expect(await misfits({})).toEqual(all);
    expect(await misfits({ filter: { branch: [branch] } })).toEqual(all);
    expect(await misfits({ filter: { country: ['NL'] } })).toEqual({
      ...all,
      'BE:Employment rate': 'COUNTRY',
    });
    for (const variables of [{ parameters: { windowMonths: 6 } }, { parameters: { evidence: 'DOCUMENTED' } }])
      expect(Object.values(await misfits(variables))).toEqual(['COUNTING', 'COUNTING', 'COUNTING']);
    expect(await misfits({ parameters: { windowMonths: 12 } })).toEqual(all);
    const { comparePublished } = await ask(
      kit,
      staff,
      `{ comparePublished(metric: EMPLOYMENT_RATE, asOf: "2016-12-31") { rates { published { country year } } } }`,
    );
    expect(comparePublished.rates).toEqual([
      { published: { country: 'BE', year: 2016 } },
      { published: { country: null, year: 2016 } },
    ]);
  });

  test('is told in the reader’s language, else in one in which it is said', async () => {
    const words = {
      metric: 'COMPLETION_RATE',
      labelFr: 'Parrainage ailleurs',
      labelNl: 'Peterschap elders',
      labelEn: null,
      populationNl: 'Duo’s van een ander programma.',
      populationEn: 'Pairs of another programme.',
      regionFr: 'Flandre',
      regionNl: 'Vlaanderen',
    };
    await save(words);
    const told = async (locale: 'fr' | 'nl' | 'en') => {
      const { publishedSeries, publishedRates } = await ask(
        { ...kit, locale },
        staff,
        `{ publishedSeries(metric: COMPLETION_RATE) { key label region rates { label population } }
           publishedRates(metric: COMPLETION_RATE) { label labelEn population region } }`,
      );
      return { line: publishedSeries[0], rate: publishedRates[0] };
    };
    const key = 'BE/Flandre:Parrainage ailleurs';
    expect(await told('fr')).toMatchObject({
      line: { key, label: 'Parrainage ailleurs', region: 'Flandre' },
      rate: { label: 'Parrainage ailleurs', population: words.populationNl, region: 'Flandre' },
    });
    expect(await told('nl')).toMatchObject({
      line: {
        key,
        label: 'Peterschap elders',
        region: 'Vlaanderen',
        rates: [{ label: 'Peterschap elders' }],
      },
      rate: { population: words.populationNl },
    });
    expect(await told('en')).toMatchObject({
      line: { key, label: 'Parrainage ailleurs', region: 'Flandre' },
      rate: { labelEn: null, population: words.populationEn },
    });
  });

  test('with a window of its own stands beside figures of another, without a difference to it', async () => {
    await save({ labelEn: 'Within a year', windowMonths: 12 });
    const { comparePublished } = await ask(
      kit,
      staff,
      `{ comparePublished(metric: POSITIVE_EXIT_RATE, parameters: { windowMonths: 6, population: CLOSED }) { rates {
        published { label windowMonths } differs { windowHere populationHere } difference { difference } } } }`,
    );
    expect(comparePublished.rates).toEqual([
      {
        published: { label: 'Within a year', windowMonths: 12 },
        differs: { windowHere: 6, populationHere: 'CLOSED' },
        difference: null,
      },
    ]);
    const usual = await ask(
      kit,
      staff,
      '{ comparePublished(metric: POSITIVE_EXIT_RATE) { rates { published { label } differs { windowHere } difference { verdict } } } }',
    );
    expect(usual.comparePublished.rates).toContainEqual({
      published: { label: 'Within a year' },
      differs: { windowHere: null },
      difference: { verdict: 'HIGHER' },
    });
  });

  test('is of a rate, between 0 and 1, with source and page', async () => {
    for (const [own, field, code] of [
      [{ metric: 'DUOS_STARTED' }, 'metric', 'CHOICE_INVALID'],
      [{ rate: 38 }, 'rate', 'TOO_LARGE'],
      [{ sourceEn: ' ' }, 'sourceFr', 'LANGUAGE_NEEDED'],
      [{ labelEn: ' ' }, 'labelFr', 'LANGUAGE_NEEDED'],
      [{ populationEn: null }, 'populationFr', 'LANGUAGE_NEEDED'],
      [{ windowMonths: 0 }, 'windowMonths', 'TOO_SMALL'],
      [{ regionNl: 'x'.repeat(121) }, 'regionNl', 'TOO_LONG'],
      [{ link: 'javascript:alert(1)' }, 'link', 'LINK_INVALID'],
      [{ year: 1890 }, 'year', 'TOO_SMALL'],
    ] as const)
      expect(await save(own)).toMatchObject({ code, field });
    const { errors } = await askRaw(kit, viewerWith('COORDINATOR'), SAVE, { input });
    expect(errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
  });

  test('keeps a citation in the language that it is written in, and says which that is', async () => {
    const { id } = await save({
      labelEn: 'Cited',
      sourceEn: null,
      sourceNl: 'Arbeidsvoorziening, jaarverslag 2016',
    });
    for (const locale of ['fr', 'nl', 'en'] as const) {
      const { publishedRates } = await ask(
        { ...kit, locale },
        staff,
        '{ publishedRates { id source sourceLanguage } }',
      );
      expect(publishedRates).toContainEqual({
        id,
        source: 'Arbeidsvoorziening, jaarverslag 2016',
        sourceLanguage: 'nl',
      });
    }
  });

  test('is removed and put back', async () => {
    const list = async () => (await ask(kit, staff, '{ publishedRates { id version } }')).publishedRates;
    const before = await list();
    const [{ id, version }] = before;
    const run = async (name: string, seen: number) =>
      (
        await ask(
          kit,
          analyst,
          `mutation ($id: ID!, $version: Int!) { ${name}(id: $id, version: $version) { ... on PublishedRate { removed } ... on Refusal { code } } }`,
          { id, version: seen },
        )
      )[name];
    expect(await run('removePublishedRate', version)).toEqual({ removed: true });
    expect(await list()).toHaveLength(before.length - 1);
    expect(await run('removePublishedRate', version + 1)).toEqual({ code: 'NOT_FOUND' });
    expect(await run('restorePublishedRate', version + 1)).toEqual({ removed: false });
    expect(await list()).toHaveLength(before.length);
  });
});
