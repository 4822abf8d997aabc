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

  test('have names that say nothing for who may not see duos, and no id anywhere', async () => {
    const duos: { id: string; reference: string }[] = await kit.db.query('select id, reference from duo');
    const page = `metric: COMPLETION_RATE, first: 150`;
    const asked = `totalCount pageInfo { hasNextPage endCursor } edges { cursor node { pseudonym counted branch { name } startedOn closedOn closureReason gender educationLevel } }`;
    const analyst = viewerWith('ANALYST');
    const first = await ask(kit, analyst, `{ figureRecords(${page}) { ${asked} } }`);
    const { endCursor } = first.figureRecords.pageInfo;
    const second = await ask(kit, analyst, `{ figureRecords(${page}, after: "${endCursor}") { ${asked} } }`);
    type Row = { pseudonym: string; gender: string; closureReason: string };
    const rowsOf = ({ figureRecords }: { figureRecords: { edges: { node: Row }[] } }) =>
      figureRecords.edges.map(({ node }) => node);
    const nodes = [...rowsOf(first), ...rowsOf(second)];
    expect(new Set(nodes.map(({ pseudonym }) => pseudonym)).size).toBe(300);
    expect(
      nodes.some(({ gender, closureReason }) => gender === 'WOMAN' && closureReason === 'COMPLETED'),
    ).toBe(true);
    const readable = JSON.stringify([first, second]).replaceAll(
      /"(?:cursor|endCursor)":"([^"]+)"/g,
      (all, cursor) => `${all}${Buffer.from(cursor, 'base64url').toString('latin1')}`,
    );
    for (const { id, reference } of duos) {
      expect(readable).not.toContain(id);
      expect(readable).not.toContain(reference);
    }
    const again = await ask(
      kit,
      staff,
      `{ figureRecords(${page}) { edges { node { pseudonym duo { id } } } } }`,
    );
    expect(rowsOf(again).map(({ pseudonym }) => pseudonym)).toEqual(
      rowsOf(first).map(({ pseudonym }) => pseudonym),
    );
    const { errors } = await askRaw(
      kit,
      analyst,
      `{ figureRecords(${page}) { edges { node { duo { id } } } } }`,
    );
    expect(errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
  });

  test.each(['FINANCE', 'PARTNER_ADMINISTRATOR', 'PARTNER_MEMBER'] as const)(
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
