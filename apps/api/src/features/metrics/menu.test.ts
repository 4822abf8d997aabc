import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importSample } from '../../../test/sample.ts';
import { ask, openTestkit, viewerWith, type Testkit } from '../../../test/testkit.ts';
import { newId } from '../../database/new-id.ts';

const staff = viewerWith('ADMINISTRATOR');
let kit: Testkit;

beforeAll(async () => {
  kit = await openTestkit('2017-12-31');
  await importSample(kit.db);
}, 60_000);
afterAll(() => kit.close());

describe('what is of the whole programme', () => {
  test('is the same for a partner as for staff, and not its own duos under all cost', async () => {
    const [{ id: partnerId }] = await kit.db.query(`select id from partner where name = 'Banque du Parc'`);
    const query = '{ figure(metric: COST_PER_DUO) { ... on Figure { value numerator denominator } } }';
    const funder = await ask(kit, viewerWith('PARTNER_MEMBER', { partnerId }), query);
    expect(funder).toEqual(await ask(kit, staff, query));
  });

  test('is not answered where the duos of others are few', async () => {
    const partnerId = newId();
    await kit.db.query(`insert into partner (id, name, kind) values ($1, 'Almost all', 'FOUNDATION')`, [
      partnerId,
    ]);
    const funder = viewerWith('PARTNER_MEMBER', { partnerId });
    const read = (today: string) =>
      ask(
        { ...kit, today },
        funder,
        '{ cost: figure(metric: COST_PER_JOB) { __typename } sroi: figure(metric: SROI_NET) { __typename } sroiModel { id } }',
      );
    const shown = { cost: { __typename: 'Figure' }, sroi: { __typename: 'Figure' } };
    expect(await read('2017-12-31')).toMatchObject({ ...shown, sroiModel: { id: expect.any(String) } });
    const grantId = newId();
    await kit.db.query(
      `insert into funding_grant (id, reference, partner_id, kind, starts_on, ends_before, amount_cents, currency)
       values ($1, 'ALL', $2, 'FUNDRAISING', '2015-09-01', '2018-01-01', 1, 'EUR')`,
      [grantId, partnerId],
    );
    // Room for another payer: the sample's grants pay their duos whole.
    await kit.db.query('update earmark set share = share / 2');
    const earmarkAllBut = (others: number) =>
      kit.db.query(
        `insert into earmark (duo_id, grant_id, share)
         select id, $1, 0.01 from duo where closed_on is not null order by id offset $2`,
        [grantId, others],
      );
    await earmarkAllBut(9);
    await kit.db.query('select rebuild_facts()');
    // What was released stays until the next day, and is known: the next release has nothing new.
    expect(await read('2017-12-31')).toMatchObject({ ...shown, sroiModel: { id: expect.any(String) } });
    expect(await read('2018-01-01')).toEqual({
      cost: { __typename: 'Withheld' },
      sroi: { __typename: 'Withheld' },
      sroiModel: null,
    });
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

  test('is no period but a calendar year: which periods leave nothing out would tell when the first and the last began', async () => {
    const period = 'period: {from: "2015-09-01", to: "2018-01-01"}';
    const query = `{ figure(metric: POSITIVE_EXIT_RATE, ${period}) { ... on Withheld { reason } } }`;
    expect((await ask(kit, funder, query)).figure).toEqual({ reason: 'NOT_FOR_YOU' });
  });

  test('is of no other population: what two of them leave between them can be few', async () => {
    for (const population of ['STARTED', 'CLOSED']) {
      const query = `{ figure(metric: POSITIVE_EXIT_RATE, parameters: {population: ${population}}) { ... on Withheld { reason } } }`;
      expect((await ask(kit, funder, query)).figure).toEqual({ reason: 'NOT_FOR_YOU' });
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

describe('counts that come to a whole that is shown', () => {
  test('are shown together or not at all', async () => {
    const [{ id: partnerId }] = await kit.db.query(
      `select partner_id as id from funding_grant where reference = 'BF05'`,
    );
    const funder = viewerWith('PARTNER_MEMBER', { partnerId });
    const query =
      '{ figures(requests: [{metric: DUOS_STARTED}, {metric: DUOS_CLOSED}, {metric: DUOS_ACTIVE}]) { __typename ... on Figure { value } } }';
    const { figures } = await ask(kit, funder, query);
    expect(figures[0].value).toBeGreaterThan(0);
    expect(figures[1].__typename).toBe(figures[2].__typename);
    const groups = `{ breakdown(metric: DUOS_CLOSED, by: GENDER) { key } grant: breakdown(metric: DUOS_ACTIVE, by: GRANT) { key } }`;
    expect(await ask(kit, funder, groups)).toEqual({ breakdown: [], grant: [] });
  });
});

describe('a sum', () => {
  test('of a kind of funds is shown where enough funders give it, and else is part of the rest', async () => {
    const query =
      '{ all: figure(metric: FUNDING) { ... on Figure { value } } breakdown(metric: FUNDING, by: GRANT_KIND) { key result { ... on Figure { value } ... on Withheld { reason } } } }';
    const kindsFor = async (partnerId: string) => {
      const { all, breakdown } = await ask(kit, viewerWith('PARTNER_MEMBER', { partnerId }), query);
      expect(all.value).toBeGreaterThan(0);
      return Object.fromEntries(breakdown.map(({ key, result }: any) => [key, result]));
    };
    const hidden = { reason: 'PROTECTED' };
    const partnerId = newId();
    await kit.db.query(`insert into partner (id, name, kind) values ($1, 'No funds', 'COMPANY')`, [
      partnerId,
    ]);
    expect(await kindsFor(partnerId)).toEqual({
      PUBLIC_SUBSIDY: { value: 69_150_000 },
      FINANCIAL_SPONSORSHIP: hidden,
      FUNDRAISING: hidden,
      SKILLS_SPONSORSHIP: hidden,
    });
    // Who gives skills itself takes them off: what is hidden has to be wide without them.
    const [{ id }] = await kit.db.query(`select id from partner where name = 'Banque du Parc'`);
    expect(await kindsFor(id)).toEqual({
      PUBLIC_SUBSIDY: hidden,
      FINANCIAL_SPONSORSHIP: hidden,
      FUNDRAISING: hidden,
      SKILLS_SPONSORSHIP: { value: 9_674_692 },
    });
  });

  test('of hours is hidden where fewer than five duos met', async () => {
    const partnerId = newId();
    const grantId = newId();
    await kit.db.query(`insert into partner (id, name, kind) values ($1, 'Two duos', 'FOUNDATION')`, [
      partnerId,
    ]);
    await kit.db.query(
      `insert into funding_grant (id, reference, partner_id, kind, starts_on, ends_before, amount_cents, currency)
       values ($1, 'TWO', $2, 'FUNDRAISING', '2016-01-01', '2018-01-01', 1, 'EUR')`,
      [grantId, partnerId],
    );
    await kit.db.query('update earmark set share = share / 2');
    await kit.db.query(
      `insert into earmark (duo_id, grant_id, share) select duo_id, $1, 0.01 from meeting group by duo_id order by duo_id limit 2`,
      [grantId],
    );
    await kit.db.query('select rebuild_facts()');
    const query =
      '{ hours: figure(metric: MENTORING_HOURS) { ... on Withheld { reason } } duos: figure(metric: DUOS_STARTED) { ... on Figure { value } } grants { duoCount } }';
    expect(await ask(kit, viewerWith('PARTNER_MEMBER', { partnerId }), query)).toEqual({
      hours: { reason: 'PROTECTED' },
      // How many duos a grant pays stands in its contract.
      duos: { value: 2 },
      grants: [{ duoCount: 2 }],
    });
  });
});
