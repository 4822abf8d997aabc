import { answersAsked, responsesOf } from '@tandem/metrics/asked';
import { CATALOGUE, METRIC_IDS } from '@tandem/metrics/catalogue';
import { responses } from '@tandem/metrics/sources';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { importSample } from '../../../test/sample.ts';
import { ask, openTestkit, viewerWith, type Testkit } from '../../../test/testkit.ts';

const staff = viewerWith('ADMINISTRATOR');
const OF_ANSWERS = METRIC_IDS.filter((id) => responsesOf(id) !== undefined);
let kit: Testkit;

beforeAll(async () => {
  kit = await openTestkit('2017-12-31');
  await importSample(kit.db);
}, 60_000);
afterAll(() => kit.close());

const RESULT = `__typename ... on Figure { numerator denominator asked asOf } ... on NoData { asked }`;
type Told =
  | { __typename: 'Figure'; denominator: number; asked: number | null; asOf: string }
  | { __typename: 'NoData'; asked: number | null }
  | { __typename: 'Withheld' };

async function ofEach<T>(metrics: readonly string[], of: string, viewer = staff): Promise<Map<string, T>> {
  const answer = await ask(
    kit,
    viewer,
    `{ ${metrics.map((metric) => `${metric}: ${of.replace('METRIC', metric)}`).join(' ')} }`,
  );
  return new Map(metrics.map((metric): [string, T] => [metric, answer[metric]]));
}

const RATES = ['MENTEE_RESPONSE_RATE', 'MENTOR_RESPONSE_RATE'];

test('of every indicator made of answers it is known whom it asks', () => {
  expect(OF_ANSWERS).toEqual(METRIC_IDS.filter((id) => CATALOGUE[id].numerator.source === responses));
});

test('a figure of answers says how many were asked, by the duos that were closed; no other does', async () => {
  const [{ closed, women }] = await kit.db.query(
    `select count(*)::int as closed, count(*) filter (where gender = 'WOMAN')::int as women from duo
     join mentee on mentee.id = mentee_id join person on person.id = person_id where closed_on <= '2017-12-31'`,
  );
  const all = await ofEach<Told>(METRIC_IDS, `figure(metric: METRIC) { ${RESULT} }`);
  for (const [metric, told] of all) {
    const people = responsesOf(metric)?.length;
    expect([metric, 'asked' in told ? told.asked : undefined]).toEqual([
      metric,
      people === undefined ? null : people * closed,
    ]);
  }
  const ofWomen = await ofEach<Told>(
    OF_ANSWERS,
    `figure(metric: METRIC, filter: {gender: [WOMAN]}) { ${RESULT} }`,
  );
  expect(ofWomen.get('SATISFACTION_RATE')).toMatchObject({ asked: 2 * women });
  expect(ofWomen.get('COACHING_RATE')).toMatchObject({ asked: women });
});

test('so does each group of a breakdown, each period of a trend and each cell of a table', async () => {
  const QUERIES = [
    'breakdown(metric: METRIC, by: BRANCH)',
    'breakdown(metric: METRIC, by: BRANCH, largest: 1)',
    'breakdown(metric: METRIC, by: GRANT)',
    'trend(metric: METRIC, step: YEAR)',
    'trend(metric: METRIC, step: MONTH, asOf: "2017-05-15", period: {from: "2016-05-10", to: "2017-03-01"})',
  ];
  for (const query of QUERIES) {
    const groups = await ofEach<{ key: string; result: Told }[]>(
      ['SATISFACTION_RATE', ...RATES],
      `${query} { key result { ${RESULT} } }`,
    );
    const among = (metric: string, key: string) => {
      const result = groups.get(metric)?.find((group) => group.key === key)?.result;
      return result?.__typename === 'Figure' ? result.denominator : 0;
    };
    const found = groups.get('SATISFACTION_RATE') ?? [];
    expect(found.length).toBeGreaterThan(0);
    if (query.includes('largest')) continue;
    for (const { key, result } of found)
      expect([query, key, 'asked' in result && result.asked]).toEqual([
        query,
        key,
        RATES.reduce((sum, rate) => sum + among(rate, key), 0),
      ]);
  }
  const table = 'crossTable(metric: METRIC, rows: GENDER, columns: EDUCATION)';
  const crossed = await ofEach<{ cells: { row: string; column: string; result: Told }[] }>(
    ['AUTONOMY_RATE', 'MENTEE_RESPONSE_RATE'],
    `${table} { cells { row column result { ${RESULT} } } }`,
  );
  const cells = crossed.get('AUTONOMY_RATE')?.cells ?? [];
  expect(cells.length).toBeGreaterThan(4);
  for (const { row, column, result } of cells) {
    const response = crossed
      .get('MENTEE_RESPONSE_RATE')
      ?.cells.find((cell) => cell.row === row && cell.column === column)?.result;
    expect('asked' in result && result.asked).toBe(response?.__typename === 'Figure' && response.denominator);
  }
});

test('where nobody answered it is said how many were asked', async () => {
  const { figure } = await ask(
    kit,
    staff,
    `{ figure(metric: SATISFACTION_RATE, period: {from: "2001-01-01", to: "2002-01-01"}) { ${RESULT} } }`,
  );
  expect(figure).toEqual({ __typename: 'NoData', asked: 0 });
});

test('a partner is told how many were asked where it is told of all who were, as of the same day, and nowhere else', async () => {
  const partners: { id: string }[] = await kit.db.query(
    'select distinct partner_id as id from funding_grant',
  );
  let [told, hidden] = [0, 0];
  for (const { id } of partners) {
    const partner = viewerWith('PARTNER_MEMBER', { partnerId: id });
    for (const by of [
      'breakdown(metric: METRIC, by: BRANCH)',
      'breakdown(metric: METRIC, by: GENDER)',
      'trend(metric: METRIC, step: YEAR)',
    ]) {
      const groups = await ofEach<{ key: string; result: Told }[]>(
        [...OF_ANSWERS, ...RATES],
        `${by} { key result { ${RESULT} } }`,
        partner,
      );
      for (const metric of OF_ANSWERS)
        for (const { key, result } of groups.get(metric) ?? []) {
          if (result.__typename !== 'Figure') continue;
          const among = (responsesOf(metric) ?? []).map((rate) => {
            const response = groups.get(rate)?.find((group) => group.key === key)?.result;
            return response?.__typename === 'Figure' && response.asOf === result.asOf
              ? response.denominator
              : undefined;
          });
          expect([metric, key, result.asked]).toEqual([metric, key, answersAsked(among) ?? null]);
          if (result.asked === null) hidden += 1;
          else told += 1;
        }
    }
  }
  expect(told).toBeGreaterThan(0);
  expect(hidden).toBeGreaterThan(0);
});
