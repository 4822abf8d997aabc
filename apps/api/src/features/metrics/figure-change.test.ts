import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importSample } from '../../../test/sample.ts';
import { ask, askRaw, openTestkit, viewerWith, type Testkit } from '../../../test/testkit.ts';
import { refreshRollUps } from './roll-ups.ts';

const staff = viewerWith('ADMINISTRATOR');
const COMPARED = `before { ... on Figure { value numerator denominator asOf } } after { ... on Figure { value numerator denominator asOf } } changes { change count counted }`;
let kit: Testkit;

beforeAll(async () => {
  kit = await openTestkit('2017-12-31');
  await importSample(kit.db);
});
afterAll(() => kit.close());

describe('why a figure changed', () => {
  test.each([
    ['POSITIVE_EXIT_RATE', '', 'since: {asOf: "2017-06-30"}'],
    ['EMPLOYMENT_RATE', ', parameters: {population: CLOSED}', 'since: {asOf: "2016-12-31"}'],
    ['MEETING_REGULARITY_RATE', '', 'since: {asOf: "2017-09-30"}'],
    [
      'COMPLETION_RATE',
      ', period: {from: "2017-01-01", to: "2018-01-01"}',
      'since: {period: {from: "2016-01-01", to: "2017-01-01"}}',
    ],
    ['COMPLETION_RATE', '', 'since: {version: 1}'],
    ['DUOS_ACTIVE', '', 'since: {asOf: "2017-06-30"}'],
    ['JOB_SUSTAINED_6_RATE', '', 'since: {asOf: "2017-06-30"}'],
  ])('%s%s: the duos that came, went and changed make the difference', async (metric, args, since) => {
    const query = `{ figureChange(metric: ${metric}${args}, ${since}) { ${COMPARED} } }`;
    const { figureChange: compared } = await ask(kit, staff, query);
    const of = Object.fromEntries(compared.changes.map((one: any) => [one.change, one]));
    const { ENTERED, LEFT, NOW_COUNTED, NO_LONGER_COUNTED } = of;
    const among = (side: any) => side.denominator ?? side.numerator;
    expect(among(compared.after) - among(compared.before)).toBe(ENTERED.count - LEFT.count);
    expect(compared.after.numerator - compared.before.numerator).toBe(
      ENTERED.counted - LEFT.counted + NOW_COUNTED.count - NO_LONGER_COUNTED.count,
    );
    expect(ENTERED.count + LEFT.count + NOW_COUNTED.count + NO_LONGER_COUNTED.count).toBeGreaterThan(0);
    const { changedRecords } = await ask(
      kit,
      staff,
      `{ changedRecords(metric: ${metric}${args}, ${since}, first: 5) { totalCount edges { node { change record { counted startedOn duo { reference } } } } } }`,
    );
    expect(changedRecords.totalCount).toBe(
      compared.changes.reduce((sum: number, { count }: any) => sum + count, 0),
    );
    expect(changedRecords.edges[0].node.record.duo.reference).toMatch(/^BD/);
  });

  test('is not told by duos where none are below', async () => {
    const query = `{ figureChange(metric: TOTAL_COST, since: {asOf: "2017-06-30"}) { ${COMPARED} } changedRecords(metric: TOTAL_COST, since: {asOf: "2017-06-30"}) { totalCount } }`;
    const { figureChange: compared, changedRecords } = await ask(kit, staff, query);
    expect(compared.changes).toBeNull();
    expect(changedRecords).toBeNull();
    expect(compared.after.value).toBeGreaterThan(compared.before.value);
  });

  test('names no duo to an analyst, and is nothing for a partner', async () => {
    const records = `{ changedRecords(metric: POSITIVE_EXIT_RATE, since: {asOf: "2017-06-30"}, first: 1) { edges { node { record { pseudonym } } } } }`;
    const { changedRecords } = await ask(kit, viewerWith('ANALYST'), records);
    expect(changedRecords.edges[0].node.record.pseudonym).not.toMatch(/BD/);
    const [{ id: partnerId }] = await kit.db.query('select id from partner limit 1');
    const { errors } = await askRaw(kit, viewerWith('PARTNER_MEMBER', { partnerId }), records);
    expect(errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
  });
});

describe('a definition that was', () => {
  test('counts as it did, and says what changed', async () => {
    const query = `query ($version: Int) { figure(metric: COMPLETION_RATE, version: $version) { ... on Figure {
      numerator denominator definition { version numerator formerVersions { version replacedOn replaced numerator } } } } }`;
    const { figure: now } = await ask(kit, staff, query);
    const { figure: former } = await ask(kit, staff, query, { version: 1 });
    const [{ lasted }] = await kit.db.query(
      `select count(*) as lasted from duo where closed_on >= started_on + interval '6 months'`,
    );
    expect(former).toMatchObject({ numerator: lasted, denominator: now.denominator });
    expect(former.numerator).not.toBe(now.numerator);
    expect([now.definition.version, former.definition.version]).toEqual([2, 1]);
    expect(now.definition.formerVersions).toMatchObject([{ version: 1, replacedOn: '2026-11-26' }]);
    expect(former.definition.numerator).not.toBe(now.definition.numerator);
  });

  test('is refused where there was none', async () => {
    const { errors } = await askRaw(
      kit,
      staff,
      '{ figure(metric: DUOS_STARTED, version: 7) { __typename } }',
    );
    expect(errors?.[0]?.message).toBe('DUOS_STARTED has no version 7.');
  });
});

test('a figure opens to the SQL that gave it and to that over the facts, and both give it again', async () => {
  const query = `{ figure(metric: POSITIVE_EXIT_RATE, filter: {gender: [WOMAN]}) { ... on Figure { numerator denominator statement { text values } factsStatement { text values } } } }`;
  await refreshRollUps(kit.db, kit.today);
  const { figure } = await ask(kit, staff, query);
  expect(figure.statement.text).not.toBe(figure.factsStatement.text);
  for (const { text, values } of [figure.statement, figure.factsStatement]) {
    const [row] = await kit.db.query(text, values);
    expect(row).toMatchObject({ numerator: figure.numerator, denominator: figure.denominator });
  }
});
