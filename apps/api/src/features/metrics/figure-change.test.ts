import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importSample } from '../../../test/sample.ts';
import { ask, askRaw, openTestkit, viewerWith, type Testkit } from '../../../test/testkit.ts';

const staff = viewerWith('ADMINISTRATOR');
const COMPARED = `before { ... on Figure { value numerator denominator asOf } } after { ... on Figure { value numerator denominator asOf } } changes { change count counted } reasons { change reason count counted }`;
interface Side {
  readonly numerator: number;
  readonly denominator: number | null;
}
interface Change {
  readonly change: string;
  readonly reason: string;
  readonly count: number;
  readonly counted: number;
}
interface Changed extends Pick<Change, 'change' | 'reason'> {
  readonly criterionBefore: readonly string[] | null;
  readonly criterionAfter: readonly string[] | null;
}
interface Edge {
  readonly node: Changed;
}
interface Metric {
  readonly id: string;
  readonly records: string | null;
}
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
    const of = Object.fromEntries(compared.changes.map((one: Change) => [one.change, one]));
    const { ENTERED, LEFT, NOW_COUNTED, NO_LONGER_COUNTED } = of;
    const among = (side: Side) => side.denominator ?? side.numerator;
    expect(among(compared.after) - among(compared.before)).toBe(ENTERED.count - LEFT.count);
    expect(compared.after.numerator - compared.before.numerator).toBe(
      ENTERED.counted - LEFT.counted + NOW_COUNTED.count - NO_LONGER_COUNTED.count,
    );
    expect(ENTERED.count + LEFT.count + NOW_COUNTED.count + NO_LONGER_COUNTED.count).toBeGreaterThan(0);
    for (const { change, count } of compared.changes) {
      const { changedRecords: all } = await ask(
        kit,
        staff,
        `{ changedRecords(metric: ${metric}${args}, ${since}, change: ${change}, first: 1) { totalCount } }`,
      );
      expect(all.totalCount).toBe(count);
    }
    for (const { change, reason, count } of compared.reasons) {
      const { changedRecords: same } = await ask(
        kit,
        staff,
        `{ changedRecords(metric: ${metric}${args}, ${since}, change: ${change}, reason: ${reason}, first: 3) { totalCount edges { node { change reason } } } }`,
      );
      expect(same.totalCount).toBe(count);
      expect(same.edges).toHaveLength(Math.min(3, count));
      for (const { node } of same.edges) expect(node).toEqual({ change, reason });
    }
    const { changedRecords } = await ask(
      kit,
      staff,
      `{ changedRecords(metric: ${metric}${args}, ${since}, first: 5) { totalCount edges { node { change record { standing startedOn duo { reference } } } } } }`,
    );
    expect(changedRecords.totalCount).toBe(
      compared.changes.reduce((sum: number, { count }: Change) => sum + count, 0),
    );
    expect(changedRecords.edges[0].node.record.duo.reference).toMatch(/^BD/);
  });

  test('is not told by duos where none are below', async () => {
    const query = `{ figureChange(metric: TOTAL_COST, since: {asOf: "2017-06-30"}) { ${COMPARED} } changedRecords(metric: TOTAL_COST, since: {asOf: "2017-06-30"}) { totalCount } }`;
    const { figureChange: compared, changedRecords } = await ask(kit, staff, query);
    expect(compared.changes).toBeNull();
    expect(compared.reasons).toBeNull();
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

describe('the reason for which a record made a difference', () => {
  const RECORDS = `totalCount edges { node { change reason criterionBefore criterionAfter record { cohortDay startedOn closedOn criterion } } }`;
  async function changedOf(metric: string, args: string) {
    const { changedRecords } = await ask(
      kit,
      staff,
      `{ changedRecords(metric: ${metric}, ${args}, first: 200) { ${RECORDS} } }`,
    );
    return changedRecords.edges.map(({ node }: { node: unknown }) => node) as {
      readonly change: string;
      readonly reason: string;
      readonly criterionBefore: readonly (string | null)[] | null;
      readonly criterionAfter: readonly (string | null)[] | null;
      readonly record: { readonly cohortDay: string; readonly closedOn: string | null };
    }[];
  }

  test('is a window that ended, for those that became observable', async () => {
    const changed = await changedOf('POSITIVE_EXIT_RATE', 'since: {asOf: "2017-06-30"}, change: ENTERED');
    expect(changed.length).toBeGreaterThan(0);
    for (const { reason, criterionBefore, criterionAfter } of changed) {
      expect(reason).toBe('WINDOW_OVER');
      expect(criterionBefore).toBeNull();
      expect(criterionAfter?.[0]).toMatch(/^2017-(0[7-9]|1\d)/);
    }
  });

  test('is what was learnt in between, with the day of the fact, for those that count now', async () => {
    const changed = await changedOf(
      'POSITIVE_EXIT_RATE',
      'parameters: {population: STARTED}, since: {asOf: "2017-06-30"}, change: NOW_COUNTED',
    );
    expect(changed.length).toBeGreaterThan(0);
    for (const { reason, criterionBefore, criterionAfter } of changed) {
      expect(reason).toBe('OUTCOME');
      expect(criterionBefore?.[1]).toBeNull();
      expect(criterionAfter?.[1] ?? '').toMatch(/^2017-(0[7-9]|1\d)/);
    }
  });

  test('is the pace of their meetings, for those that met often enough before or after', async () => {
    const changed = await changedOf('MEETING_REGULARITY_RATE', 'since: {asOf: "2017-05-31"}');
    const both = changed.filter(({ change }) => change !== 'ENTERED');
    expect(both.length).toBeGreaterThan(0);
    for (const { reason } of both) expect(reason).toBe('MEETING');
  });

  test('is known of every indicator that opens to records', async () => {
    const { metrics } = await ask(kit, staff, '{ metrics { id records } }');
    const opening = metrics.filter(({ records }: Metric) => records !== null);
    expect(opening.length).toBeGreaterThanOrEqual(20);
    const open: string[] = [];
    for (const { id } of opening)
      for (const population of ['', ', parameters: {population: STARTED}']) {
        const { figureChange } = await ask(
          kit,
          staff,
          `{ figureChange(metric: ${id}${population}, since: {asOf: "2017-03-31"}) { reasons { reason } } }`,
        );
        if (figureChange.reasons.some(({ reason }: Change) => reason === 'CRITERION')) open.push(id);
      }
    expect(open).toEqual([]);
  });

  test('comes with the day on which it was written down, which is not the day of the import', async () => {
    const changed = await changedOf(
      'POSITIVE_EXIT_RATE',
      'parameters: {population: STARTED}, since: {asOf: "2017-06-30"}, change: NOW_COUNTED',
    );
    const { metrics } = await ask(kit, staff, '{ metrics { id criterion { name } } }');
    const { criterion } = metrics.find(({ id }: Metric) => id === 'POSITIVE_EXIT_RATE');
    const place = criterion.findIndex(({ name }: { readonly name: string }) => name === 'Written down on');
    const days = changed.map(({ criterionAfter }) => criterionAfter?.[place] ?? '');
    for (const [index, day] of days.entries()) {
      expect(day >= (changed[index]?.criterionAfter?.[1] ?? '')).toBe(true);
      expect(day <= kit.today).toBe(true);
    }
    expect(new Set(days).size).toBeGreaterThan(10);
  });

  test.each(['JOB_SUSTAINED_3_RATE', 'JOB_SUSTAINED_12_RATE'])(
    'is the day of the check that came, or what was learnt after it, for those that entered %s',
    async (metric) => {
      const entered = await changedOf(metric, 'since: {asOf: "2017-03-31"}, change: ENTERED');
      const before = entered.filter(({ record }) => record.cohortDay <= '2017-03-31');
      expect(before.some(({ reason }) => reason === 'WINDOW_OVER')).toBe(true);
      for (const { reason, criterionAfter } of before)
        expect(reason).toBe((criterionAfter?.[1] ?? '') > '2017-03-31' ? 'WINDOW_OVER' : 'KNOWN');
      for (const { reason } of entered.filter((one) => !before.includes(one))) expect(reason).toBe('NEW');
    },
  );

  test('is what was learnt in between, where the day of the check was over before', async () => {
    const { figureRecords } = await ask(
      kit,
      staff,
      '{ figureRecords(metric: JOB_SUSTAINED_3_RATE, asOf: "2017-09-30", standing: UNKNOWN, first: 1) { edges { node { duo { id reference } } } } }',
    );
    const { duo } = figureRecords.edges[0].node;
    await kit.db.query(
      `insert into outcome (duo_id, observed_on, recorded_on, situation, evidence) values ($1, '2017-10-02', '2017-10-04', 'JOB', 'DECLARED')`,
      [duo.id],
    );
    await kit.db.query('select refresh_duo_facts($1)', [[duo.id]]);
    const moments = 'asOf: "2017-10-02", since: {asOf: "2017-10-01"}, change: ENTERED';
    const { changedRecords } = await ask(
      kit,
      staff,
      `{ changedRecords(metric: JOB_SUSTAINED_3_RATE, ${moments}, first: 200) { edges { node { reason record { duo { id } } } } } }`,
    );
    const reasons = changedRecords.edges
      .filter(({ node }: { node: { record: { duo: { id: string } } } }) => node.record.duo.id === duo.id)
      .map(({ node }: Edge) => node.reason);
    expect(reasons).toEqual(['KNOWN']);
  });

  test('is the period, a start since, a closure or the other version', async () => {
    const periods = await changedOf(
      'COMPLETION_RATE',
      'period: {from: "2017-01-01", to: "2018-01-01"}, since: {period: {from: "2016-01-01", to: "2017-01-01"}}',
    );
    expect(new Set(periods.map(({ reason }) => reason))).toEqual(new Set(['PERIOD']));
    const since = await changedOf('COMPLETION_RATE', 'since: {asOf: "2017-06-30"}');
    expect(new Set(since.map(({ reason }) => reason))).toEqual(new Set(['NEW']));
    const versions = await changedOf('COMPLETION_RATE', 'since: {version: 1}');
    expect(new Set(versions.map(({ reason }) => reason))).toEqual(new Set(['DEFINITION']));
    const active = await changedOf('DUOS_ACTIVE', 'since: {asOf: "2017-06-30"}');
    for (const { change, reason } of active) expect(reason).toBe(change === 'ENTERED' ? 'NEW' : 'CLOSED');
    const closed = active.filter(({ reason }) => reason === 'CLOSED');
    expect(closed.length).toBeGreaterThan(0);
    for (const { record } of closed) expect(record.closedOn ?? '').toMatch(/^2017-(0[7-9]|1\d)/);
  });
});

describe('what adds more or less to a sum', () => {
  test('is among what makes the difference: the minutes of all come to that of the hours', async () => {
    const moments = 'metric: MENTORING_HOURS, since: {asOf: "2017-06-30"}';
    const { figureChange, changedRecords } = await ask(
      kit,
      staff,
      `{ figureChange(${moments}) { ${COMPARED} }
         changedRecords(${moments}, first: 200) { totalCount edges { node { change reason criterionBefore criterionAfter } } } }`,
    );
    const { before, after, changes } = figureChange;
    expect(changes.map(({ change }: Change) => change)).toEqual([
      'ENTERED',
      'LEFT',
      'COUNTS_MORE',
      'COUNTS_LESS',
    ]);
    const nodes = changedRecords.edges.map(({ node }: Edge) => node);
    expect(nodes).toHaveLength(changedRecords.totalCount);
    const more = nodes.filter(({ change }: Changed) => change === 'COUNTS_MORE');
    expect(more).toHaveLength(changes[2].count);
    expect(more.length).toBeGreaterThan(0);
    for (const { reason, criterionBefore, criterionAfter } of more) {
      expect(reason).toBe('MEETING');
      expect(Number(criterionAfter[0])).toBeGreaterThan(Number(criterionBefore[0]));
    }
    const minutes = nodes.reduce(
      (sum: number, { criterionBefore, criterionAfter }: Changed) =>
        sum + Number(criterionAfter?.[1] ?? 0) - Number(criterionBefore?.[1] ?? 0),
      0,
    );
    expect(minutes / 60).toBeCloseTo(after.value - before.value, 6);
  });
});

test('another version at another moment is refused: a change could be due to either', async () => {
  for (const moment of [
    '{version: 1, asOf: "2017-06-30"}',
    '{version: 1, period: {from: "2016-01-01", to: "2017-01-01"}}',
  ])
    for (const field of ['figureChange', 'changedRecords']) {
      const { errors } = await askRaw(
        kit,
        staff,
        `{ ${field}(metric: COMPLETION_RATE, since: ${moment}) { __typename } }`,
      );
      expect(errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT');
    }
});
