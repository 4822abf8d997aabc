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

async function countRecords(metric: string, standing?: string): Promise<number | null> {
  const { figureRecords } = await ask(
    kit,
    staff,
    `query ($standing: FigureStanding) { figureRecords(metric: ${metric}, parameters: {population: CLOSED}, standing: $standing) { totalCount } }`,
    { standing: standing ?? null },
  );
  return figureRecords && figureRecords.totalCount;
}

async function countTogether(metric: string, standings: readonly string[]): Promise<number> {
  let sum = 0;
  for (const standing of standings) sum += (await countRecords(metric, standing)) ?? 0;
  return sum;
}

interface Told {
  readonly key: string;
  readonly pseudonym: string;
  readonly standing: string;
  readonly criterion: readonly (string | null)[];
}

async function allRecords(metric: string, fields: string): Promise<Told[]> {
  const told: Told[] = [];
  let after: string | null = null;
  do {
    const { figureRecords }: any = await ask(
      kit,
      staff,
      `query ($after: String) { figureRecords(metric: ${metric}, parameters: {population: CLOSED}, first: 200, after: $after) {
        pageInfo { hasNextPage endCursor } edges { node { ${fields} } } } }`,
      { after },
    );
    told.push(...figureRecords.edges.map(({ node }: { node: Told }) => node));
    after = figureRecords.pageInfo.hasNextPage ? figureRecords.pageInfo.endCursor : null;
  } while (after !== null);
  return told;
}

describe('the records below a figure', () => {
  test.each([
    'POSITIVE_EXIT_RATE',
    'EMPLOYMENT_RATE',
    'COMPLETION_RATE',
    'MEETING_REGULARITY_RATE',
    'AUTONOMY_RATE',
    'MENTEE_RESPONSE_RATE',
  ])('of %s are its denominator, and those counted its numerator', async (metric) => {
    const { figure } = await ask(
      kit,
      staff,
      `{ figure(metric: ${metric}, parameters: {population: CLOSED}) { ... on Figure { numerator denominator unknown } } }`,
    );
    expect(await countRecords(metric)).toBe(figure.denominator);
    expect(await countRecords(metric, 'COUNTED')).toBe(figure.numerator);
    expect((await countRecords(metric, 'UNKNOWN')) ?? 0).toBe(figure.unknown ?? 0);
    const [others, tooEarly] = [
      await countTogether(metric, ['NOT_COUNTED', 'UNKNOWN']),
      await countTogether(metric, ['NOT_YET']),
    ];
    const left = figure.denominator - figure.numerator - others;
    expect(left).toBeGreaterThanOrEqual(0);
    expect(left).toBeLessThanOrEqual(tooEarly);
  });

  test('of a count are all it counts', async () => {
    expect(await countRecords('DUOS_STARTED')).toBe(expected.duos_started);
    expect(await countRecords('DUOS_STARTED', 'COUNTED')).toBe(expected.duos_started);
    expect(await countRecords('DUOS_STARTED', 'NOT_COUNTED')).toBe(0);
  });

  test.each([
    ['SATISFACTION_RATE', 'SATISFACTION', (score: number) => score >= 4],
    ['NET_PROMOTER_SCORE', 'RECOMMENDATION', () => true],
  ])('of %s are its answers, each with who answered, when and what', async (metric, question, counts) => {
    const scores: { score: number }[] = await kit.db.query(
      `select score from answer join response on response.id = response_id join duo on duo.id = duo_id where question = $1 and closed_on is not null`,
      [question],
    );
    expect(await countRecords(metric)).toBe(scores.length);
    const records = await allRecords(metric, 'key pseudonym standing criterion');
    expect(new Set(records.map(({ key }) => key)).size).toBe(scores.length);
    expect(new Set(records.map(({ pseudonym }) => pseudonym)).size).toBeLessThan(scores.length);
    expect(records.map(({ criterion }) => Number(criterion[2])).toSorted((a, b) => a - b)).toEqual(
      scores.map(({ score }) => score).toSorted((a, b) => a - b),
    );
    for (const { standing, criterion } of records) {
      expect(['MENTEE', 'MENTOR']).toContain(criterion[0]);
      expect(standing === 'COUNTED').toBe(counts(Number(criterion[2])));
    }
  });

  test('of exits carry what they are counted by, so that the figure can be counted again from the list', async () => {
    const records = await allRecords('POSITIVE_EXIT_RATE', 'standing startedOn criterion');
    const { figure } = await ask(
      kit,
      staff,
      '{ figure(metric: POSITIVE_EXIT_RATE, parameters: {population: CLOSED}) { ... on Figure { numerator denominator unknown definition { criterion { name is list } } } } }',
    );
    const names = figure.definition.criterion.map(({ name }: { name: string }) => name);
    expect(names).toEqual([
      'Window ends',
      'Exit on',
      'Situation',
      'Evidence',
      'Written down on',
      'Anything known since',
      'Last known on',
    ]);
    const again = records.filter(
      ({ criterion: [ends, exit] }) => exit != null && ends != null && exit <= ends,
    );
    expect(again).toHaveLength(figure.numerator);
    for (const { criterion } of again) {
      expect(['JOB', 'INTERNSHIP', 'TRAINING']).toContain(criterion[2]);
      expect(['DECLARED', 'CONTRACT', 'ADMINISTRATIVE']).toContain(criterion[3]);
      expect(criterion[4]).toMatch(/^20\d\d-\d\d-\d\d$/);
    }
    const unheard = records.filter(
      ({ criterion: [ends, exit, , , , , last] }) =>
        ends != null &&
        ends <= '2017-12-31' &&
        (exit == null || exit > ends) &&
        (last == null || last < ends),
    );
    expect(unheard).toHaveLength(figure.unknown);
    expect(unheard.every(({ standing }) => standing === 'UNKNOWN')).toBe(true);
    // Whoever was ever heard of was last heard of then or later.
    for (const { criterion } of records) expect(criterion[6] == null).toBe(criterion[5] == null);
    expect(records.every(({ criterion: [, , , , , first, last] }) => (last ?? '') >= (first ?? ''))).toBe(
      true,
    );
  });

  test('of jobs that last tell those of which nothing is known apart, and when it is too early', async () => {
    const { figure } = await ask(
      kit,
      staff,
      '{ figure(metric: JOB_SUSTAINED_6_RATE) { ... on Figure { numerator denominator unknown notYetObservable } } }',
    );
    expect(figure.unknown).toBeGreaterThan(0);
    expect(await countRecords('JOB_SUSTAINED_6_RATE')).toBe(figure.denominator);
    expect(await countRecords('JOB_SUSTAINED_6_RATE', 'UNKNOWN')).toBe(figure.unknown);
    expect(await countRecords('JOB_SUSTAINED_6_RATE', 'NOT_YET')).toBe(figure.notYetObservable);
  });

  test('are narrowed by the period and the filter of the figure', async () => {
    const [{ id: grant }] = await kit.db.query(`select id from funding_grant where reference = 'BF05'`);
    const { figure, figureRecords } = await ask(
      kit,
      staff,
      `query ($period: PeriodInput, $filter: FigureFilterInput) {
        figure(metric: EMPLOYMENT_RATE, period: $period, filter: $filter) { ... on Figure { numerator denominator } }
        figureRecords(metric: EMPLOYMENT_RATE, period: $period, filter: $filter, standing: COUNTED) { totalCount } }`,
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
          pageInfo { hasNextPage endCursor } edges { node { standing duo { id closureReason } } } } }`,
        { after },
      );
      for (const { node } of figureRecords.edges) {
        expect(seen.has(node.duo.id)).toBe(false);
        expect(node.standing === 'COUNTED').toBe(node.duo.closureReason === 'COMPLETED');
        seen.set(node.duo.id, true);
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
    const asked = `totalCount pageInfo { hasNextPage endCursor } edges { cursor node { key pseudonym standing cohortDay criterion branch { name } startedOn closedOn closureReason gender educationLevel } }`;
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
