import { SMALLEST_DENOMINATOR } from '@tandem/metrics/disclosure';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importSample } from '../../../test/sample.ts';
import { ask, askRaw, openTestkit, viewerWith, type Testkit } from '../../../test/testkit.ts';

const staff = viewerWith('ADMINISTRATOR');
let kit: Testkit;
let expected: any;

beforeAll(async () => {
  kit = await openTestkit('2017-12-31');
  expected = await importSample(kit.db);
});
afterAll(() => kit.close());

async function countRecords(metric: string, counted?: boolean): Promise<number | null> {
  const { figureRecords } = await ask(
    kit,
    staff,
    `query ($counted: Boolean) { figureRecords(metric: ${metric}, parameters: {population: CLOSED}, counted: $counted) { totalCount } }`,
    { counted: counted ?? null },
  );
  return figureRecords && figureRecords.totalCount;
}

describe('the duos below a figure', () => {
  test.each([
    'POSITIVE_EXIT_RATE',
    'EMPLOYMENT_RATE',
    'COMPLETION_RATE',
    'MEETING_REGULARITY_RATE',
    'AUTONOMY_RATE',
  ])('of %s are its denominator, and those counted its numerator', async (metric) => {
    const { figure } = await ask(
      kit,
      staff,
      `{ figure(metric: ${metric}, parameters: {population: CLOSED}) { ... on Figure { numerator denominator } } }`,
    );
    expect(await countRecords(metric)).toBe(figure.denominator);
    expect(await countRecords(metric, true)).toBe(figure.numerator);
    expect(await countRecords(metric, false)).toBe(figure.denominator - figure.numerator);
  });

  test('of a count are all it counts', async () => {
    expect(await countRecords('DUOS_STARTED')).toBe(expected.duos_started);
    expect(await countRecords('DUOS_STARTED', true)).toBe(expected.duos_started);
    expect(await countRecords('DUOS_STARTED', false)).toBe(0);
  });

  test('of answers are the duos that answered, counted where one answer of theirs is', async () => {
    const [answered] = await kit.db.query(
      `select count(distinct duo_id) as duos, count(distinct duo_id) filter (where score >= 4) as counted
       from response join answer on response_id = response.id where question = 'SATISFACTION'`,
    );
    expect(answered.duos).toBeLessThan(expected.survey_top2.satisfied.denominator);
    expect(await countRecords('SATISFACTION_RATE')).toBe(answered.duos);
    expect(await countRecords('SATISFACTION_RATE', true)).toBe(answered.counted);
    expect(await countRecords('SATISFACTION_RATE', false)).toBe(answered.duos - answered.counted);
  });

  test('are narrowed by the period and the filter of the figure', async () => {
    const [{ id: grant }] = await kit.db.query(`select id from funding_grant where reference = 'BF05'`);
    const { figure, figureRecords } = await ask(
      kit,
      staff,
      `query ($period: PeriodInput, $filter: FigureFilterInput) {
        figure(metric: EMPLOYMENT_RATE, period: $period, filter: $filter) { ... on Figure { numerator denominator } }
        figureRecords(metric: EMPLOYMENT_RATE, period: $period, filter: $filter, counted: true) { totalCount } }`,
      { period: { from: '2016-01-01', to: '2016-12-01' }, filter: { grant: [grant], gender: ['WOMAN'] } },
    );
    expect(figure.numerator).toBeGreaterThan(0);
    expect(figureRecords.totalCount).toBe(figure.numerator);
  });

  test('come page by page, each once, with whether it counts', async () => {
    const seen = new Map<string, boolean>();
    let after: string | null = null;
    do {
      const { figureRecords }: any = await ask(
        kit,
        staff,
        `query ($after: String) { figureRecords(metric: COMPLETION_RATE, first: 100, after: $after) {
          pageInfo { hasNextPage endCursor } edges { node { counted duo { id closureReason } } } } }`,
        { after },
      );
      for (const { node } of figureRecords.edges) {
        expect(seen.has(node.duo.id)).toBe(false);
        expect(node.counted).toBe(node.duo.closureReason === 'COMPLETED');
        seen.set(node.duo.id, node.counted);
      }
      after = figureRecords.pageInfo.hasNextPage ? figureRecords.pageInfo.endCursor : null;
    } while (after !== null);
    expect(seen.size).toBe(expected.completion_rate.denominator);
  });

  test('are none where a figure is not made of duos', async () => {
    for (const metric of ['MENTOR_LOYALTY_RATE', 'TOTAL_COST', 'SROI_GROSS', 'INTAKE_CONVERSION_RATE'])
      expect(await countRecords(metric)).toBeNull();
  });

  test.each(['FINANCE', 'ANALYST', 'PARTNER_ADMINISTRATOR', 'PARTNER_MEMBER'] as const)(
    'are not for %s',
    async (role) => {
      const { errors } = await askRaw(
        kit,
        viewerWith(role),
        '{ figureRecords(metric: POSITIVE_EXIT_RATE) { totalCount } }',
      );
      expect(errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
    },
  );
});

describe('what is of the whole programme', () => {
  test('is the same for a partner as for staff, and not its own duos under all cost', async () => {
    const [{ id: partnerId }] = await kit.db.query(`select id from partner where name = 'Banque du Parc'`);
    const query = '{ figure(metric: COST_PER_DUO) { ... on Figure { value numerator denominator } } }';
    const funder = await ask(kit, viewerWith('PARTNER_MEMBER', { partnerId }), query);
    expect(funder).toEqual(await ask(kit, staff, query));
  });
});

describe('what a partner asks for in parts', () => {
  let funder: ReturnType<typeof viewerWith>;
  beforeAll(async () => {
    const [{ id: partnerId }] = await kit.db.query(`select id from partner where name = 'Banque du Parc'`);
    funder = viewerWith('PARTNER_MEMBER', { partnerId });
  });

  test.each([
    'metric: COST_PER_JOB, period: {from: "2017-01-01", to: "2017-01-08"}',
    'metric: FUNDING, asOf: "2016-06-01"',
    'metric: POSITIVE_EXIT_RATE, filter: {gender: [MAN]}',
    'metric: DUOS_STARTED, filter: {education: [MASTER]}',
    'metric: DUOS_STARTED, period: {from: "2016-01-01", to: "2016-12-31"}',
    'metric: DUOS_STARTED, period: {from: "2016-03-01", to: "2018-01-01"}',
    'metric: DUOS_STARTED, asOf: "2017-12-30"',
    'metric: POSITIVE_EXIT_RATE, parameters: {windowMonths: 11}',
    'metric: SROI_NET, asOf: "2017-06-01"',
  ])('is not answered where it would tell of others or of single people: %s', async (request) => {
    const { figure } = await ask(kit, funder, `{ figure(${request}) { ... on Withheld { reason } } }`);
    expect(figure).toEqual({ reason: 'NOT_FOR_YOU' });
  });

  test('is a group of a breakdown, hidden and shown with its neighbours', async () => {
    const { years } = await ask(
      kit,
      funder,
      '{ years: trend(metric: POSITIVE_EXIT_RATE, step: YEAR) { key result { __typename ... on Figure { value } } } }',
    );
    expect(years.length).toBeGreaterThan(1);
    for (const { key, result } of years) {
      const period = `{from: "${key}", to: "${Number(key.slice(0, 4)) + 1}-01-01"}`;
      const query = `{ figure(metric: POSITIVE_EXIT_RATE, period: ${period}) { __typename ... on Figure { value } } }`;
      expect((await ask(kit, funder, query)).figure).toEqual(result);
    }
  });

  test('is the whole in other words, where a period leaves nothing out', async () => {
    const period = 'period: {from: "2015-09-01", to: "2018-01-01"}';
    for (const metric of ['DUOS_STARTED', 'COST_PER_DUO', 'SROI_GROSS']) {
      const query = `{ whole: figure(metric: ${metric}) { ... on Figure { value } } same: figure(metric: ${metric}, ${period}) { ... on Figure { value } } }`;
      const { whole, same } = await ask(kit, funder, query);
      expect(whole.value).toBeGreaterThan(0);
      expect(same).toEqual(whole);
    }
  });

  test('is of another population only where what differs could be shown too', async () => {
    const cell = async (population: string, viewer = funder) => {
      const query = `{ figure(metric: POSITIVE_EXIT_RATE, parameters: {population: ${population}}) { __typename ... on Figure { numerator denominator } } }`;
      return (await ask(kit, viewer, query)).figure;
    };
    const whole = await cell('MATURE');
    expect(whole.__typename).toBe('Figure');
    for (const population of ['STARTED', 'CLOSED']) {
      const other = await cell(population);
      if (other.__typename !== 'Figure') continue;
      expect(Math.abs(other.denominator - whole.denominator)).not.toBeLessThan(SMALLEST_DENOMINATOR);
    }
  });

  test('is not a group of a group', async () => {
    const [{ id: own }] = await kit.db.query(`select id from funding_grant where partner_id = $1 limit 1`, [
      funder.partnerId,
    ]);
    const query = `{ breakdown(metric: POSITIVE_EXIT_RATE, by: GENDER, filter: {grant: ["${own}"]}) { key } trend(metric: DUOS_STARTED, step: QUARTER) { key } }`;
    expect(await ask(kit, funder, query)).toEqual({ breakdown: [], trend: [] });
  });

  test('is not answered month by month for money, nor for the grant of another', async () => {
    const { trend } = await ask(kit, funder, '{ trend(metric: FUNDING, step: MONTH) { key } }');
    expect(trend).toEqual([]);
    const [{ id: foreign }] = await kit.db.query(
      `select id from funding_grant where partner_id <> $1 limit 1`,
      [funder.partnerId],
    );
    const query = `{ figure(metric: POSITIVE_EXIT_RATE, filter: {grant: ["${foreign}"]}) { __typename } }`;
    expect((await ask(kit, funder, query)).figure.__typename).not.toBe('Figure');
  });
});
