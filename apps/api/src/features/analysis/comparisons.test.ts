import { CATALOGUE } from '@tandem/metrics/catalogue';
import type { MetricDefinition } from '@tandem/metrics/definition';
import { responses } from '@tandem/metrics/sources';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeDuos, times, type DuoCourse } from '../../../test/many-duos.ts';
import { makeBranch } from '../../../test/programme.ts';
import { ask, askRaw, openTestkit, viewerWith, type Testkit } from '../../../test/testkit.ts';

const staff = viewerWith('ADMINISTRATOR');
let kit: Testkit;
let antwerp: string;
let brussels: string;
let ghent: string;

/** Duos whose year is over: some with a training in it, some known to search on its last day. */
function cohort(year: string, exits: number, others: number, gender: string): DuoCourse[] {
  return [
    ...times(exits, { startedOn: `${year}-02-01`, trainedOn: `${year}-05-01`, gender }),
    ...times(others, { startedOn: `${year}-02-01`, searchedOn: `${Number(year) + 1}-02-01`, gender }),
  ];
}

beforeAll(async () => {
  kit = await openTestkit('2017-12-31');
  antwerp = await makeBranch(kit.db, 'Antwerpen');
  brussels = await makeBranch(kit.db, 'Bruxelles');
  ghent = await makeBranch(kit.db, 'Gent');
  // Newcombe 1998, table II, first row: 56 of 70 and 48 of 80.
  await makeDuos(kit.db, antwerp, [...cohort('2016', 8, 12, 'MAN'), ...cohort('2016', 48, 2, 'WOMAN')]);
  await makeDuos(kit.db, brussels, [
    ...cohort('2015', 24, 26, 'MAN'),
    ...cohort('2015', 24, 2, 'WOMAN'),
    // Of these nothing is known.
    ...times(4, { startedOn: '2015-02-01', gender: 'WOMAN' }),
  ]);
  await makeDuos(kit.db, ghent, cohort('2016', 5, 2, 'MAN'));
});
afterAll(() => kit.close());

async function refused(query: string, variables: Record<string, unknown>, viewer = staff): Promise<unknown> {
  const { errors } = await askRaw(kit, viewer, query, variables);
  return errors?.[0]?.extensions['code'];
}

const DIFFERENCE =
  'difference interval { lower upper } simultaneous { lower upper } probability adjustedProbability verdict';
const GROUPS = `query ($by: Dimension, $step: TrendStep, $reference: String, $metric: MetricId = POSITIVE_EXIT_RATE) {
  compareGroups(metric: $metric, by: $by, step: $step, reference: $reference) { comparisons figures {
    key label isReference among wording result { ... on Figure { numerator denominator unknown } } difference { ${DIFFERENCE} } } } }`;
const FIGURES = `query ($requests: [ComparedRequest!]!, $reference: Int) { compareFigures(requests: $requests, reference: $reference) {
  ... on FigureComparison { comparisons figures { key label isReference wording difference { ${DIFFERENCE} } } }
  ... on OverlappingFigures { figure reference duos } } }`;

describe('groups beside each other', () => {
  test('are held against the largest, by Newcombe’s interval as published, and of few nothing is said', async () => {
    const { comparisons, figures } = (await ask(kit, staff, GROUPS, { by: 'BRANCH' })).compareGroups;
    expect(comparisons).toBe(2);
    const [first, second, third] = ['Antwerpen', 'Bruxelles', 'Gent'].map((name) =>
      figures.find(({ label }: any) => label === name),
    );
    expect(second).toMatchObject({ isReference: true, difference: null, wording: 'SHARE' });
    expect(first.result).toEqual({ numerator: 56, denominator: 70, unknown: 0 });
    expect(first.difference.difference).toBeCloseTo(0.2, 12);
    expect(first.difference.interval.lower).toBeCloseTo(0.0524, 4);
    expect(first.difference.interval.upper).toBeCloseTo(0.3339, 4);
    expect(first.difference.simultaneous.lower).toBeLessThan(first.difference.interval.lower);
    expect(first.difference.adjustedProbability).toBeCloseTo(2 * first.difference.probability, 12);
    expect(first.difference.verdict).toBe('HIGHER');
    expect(third).toMatchObject({ wording: 'COUNT', difference: { verdict: 'TOO_FEW' } });
  });

  test('are held against the one that is named, and periods as groups are', async () => {
    const { figures } = (await ask(kit, staff, GROUPS, { by: 'BRANCH', reference: antwerp })).compareGroups;
    expect(figures.find(({ key }: any) => key === brussels).difference.verdict).toBe('LOWER');
  });

  test('that are not there are no reference: an address keeps one from indicator to indicator', async () => {
    const named = await ask(kit, staff, GROUPS, { by: 'BRANCH', reference: 'x' });
    expect(named.compareGroups).toEqual((await ask(kit, staff, GROUPS, { by: 'BRANCH' })).compareGroups);
  });

  test('are no grants, no counts, and no group that is not there', async () => {
    for (const variables of [{ by: 'GRANT' }, { by: 'BRANCH', metric: 'DUOS_STARTED' }, {}])
      expect(await refused(GROUPS, variables)).toBe('BAD_USER_INPUT');
    const partner = viewerWith('PARTNER_MEMBER', { partnerId: antwerp });
    expect(await refused(GROUPS, { by: 'BRANCH' }, partner)).toBe('FORBIDDEN');
  });
});

describe('figures named one by one', () => {
  const of = (branch: string, label?: string) => ({
    metric: 'POSITIVE_EXIT_RATE',
    filter: { branch: [branch] },
    label,
  });

  test('are held against one of them', async () => {
    const { compareFigures } = await ask(kit, staff, FIGURES, {
      requests: [of(antwerp, 'Ours'), of(brussels)],
      reference: 1,
    });
    expect(compareFigures.figures).toMatchObject([
      { label: 'Ours', isReference: false, difference: { verdict: 'HIGHER' } },
      { label: '2', isReference: true, difference: null },
    ]);
  });

  test('have nobody in common: of a part and its whole, nothing is said but how many are in both', async () => {
    const whole = { metric: 'POSITIVE_EXIT_RATE' };
    const compared = async (...requests: object[]) =>
      (await ask(kit, staff, FIGURES, { requests })).compareFigures;
    expect(await compared(of(antwerp), whole)).toEqual({ figure: 1, reference: 0, duos: 70 });
    expect(await compared(of(antwerp), of(brussels), of(antwerp))).toEqual({
      figure: 2,
      reference: 0,
      duos: 70,
    });
    // People who are not duos cannot be counted here; what is asked says whether they are others.
    const people = (branch: string) => ({ metric: 'INTAKE_CONVERSION_RATE', filter: { branch: [branch] } });
    expect(await compared(people(antwerp), people(antwerp))).toEqual({ figure: 1, reference: 0, duos: null });
    expect(await compared(people(antwerp), people(ghent))).toMatchObject({ comparisons: 0 });
  });

  test('are of one indicator, two or more, with a reference among them', async () => {
    for (const variables of [
      { requests: [of(antwerp)] },
      { requests: [of(antwerp), of(brussels)], reference: 2 },
      { requests: [of(antwerp), { ...of(brussels), metric: 'EMPLOYMENT_RATE' }] },
    ])
      expect(await refused(FIGURES, variables)).toBe('BAD_USER_INPUT');
  });
});

describe('standardised rates', () => {
  const QUERY = `query ($branch: [ID!], $adjustedFor: [Dimension!]!, $collapse: Boolean, $by: Dimension = BRANCH) {
    standardisedRates(metric: POSITIVE_EXIT_RATE, filter: { branch: $branch }, by: $by, adjustedFor: $adjustedFor, collapse: $collapse) {
      standardRate standardSize isAdjusted collapsed standard { keys share size groups { key numerator denominator wording isThin } } empty { group keys } groups {
        label numerator denominator crude standardised standardisedInterval { lower upper } isReference
        difference differenceInterval { lower upper } ratio ratioLower ratioUpper } } }`;

  test('stand beside the crude ones, with their standard population', async () => {
    const { standardisedRates } = await ask(kit, staff, QUERY, {
      branch: [antwerp, brussels],
      adjustedFor: ['GENDER'],
    });
    expect(standardisedRates).toMatchObject({
      standardSize: 150,
      standardRate: 104 / 150,
      isAdjusted: true,
      collapsed: [],
      empty: [],
      standard: [
        { keys: ['WOMAN'], share: 80 / 150 },
        { keys: ['MAN'], share: 70 / 150 },
      ],
    });
    const [first, second] = ['Antwerpen', 'Bruxelles'].map((name) =>
      standardisedRates.groups.find(({ label }: any) => label === name),
    );
    const [ours, theirs] = [(70 * 0.4 + 80 * 0.96) / 150, (70 * 0.48 + 80 * 0.8) / 150];
    expect([first.crude, second.crude]).toEqual([0.8, 0.6]);
    expect(first.standardised).toBeCloseTo(ours, 12);
    expect(second.standardised).toBeCloseTo(theirs, 12);
    expect(second).toMatchObject({ isReference: true, difference: null, ratio: null });
    expect(first.difference).toBeCloseTo(ours - theirs, 12);
    expect(first.ratio).toBeCloseTo(ours / theirs, 12);
    // Adjusted for who they are, the difference is no longer clear.
    expect(first.differenceInterval.lower).toBeLessThan(0);
    expect(first.ratioLower).toBeLessThan(1);
    expect(first.ratioUpper).toBeGreaterThan(1);
  });

  test('are refused where a branch has nobody in a stratum, which is named; or strata are put together', async () => {
    const variables = { branch: [antwerp, brussels, ghent], adjustedFor: ['GENDER'] };
    const strict = (await ask(kit, staff, QUERY, variables)).standardisedRates;
    expect(strict.empty).toEqual([{ group: ghent, keys: ['WOMAN'] }]);
    expect([strict.isAdjusted, strict.groups.map(({ standardised }: any) => standardised)]).toEqual([
      false,
      [null, null, null],
    ]);
    const collapsed = (await ask(kit, staff, QUERY, { ...variables, collapse: true })).standardisedRates;
    expect(collapsed.standard).toMatchObject([
      { keys: ['COLLAPSED'], share: 1, size: collapsed.standardSize },
    ]);
    const sizes: readonly { denominator: number }[] = collapsed.groups;
    expect(collapsed.standard[0].groups).toMatchObject(
      sizes.map(({ denominator }) => ({ denominator, isThin: false })),
    );
    // With one stratum left nothing was adjusted for.
    expect([collapsed.isAdjusted, collapsed.collapsed]).toEqual([false, [['MAN'], ['WOMAN']]]);
    expect(collapsed.groups.map(({ crude, standardised }: any) => standardised - crude)).toEqual([0, 0, 0]);
  });

  test('adjust for something else than the groups', async () => {
    for (const adjustedFor of [[], ['BRANCH'], ['GRANT'], ['COST_CATEGORY']])
      expect(await refused(QUERY, { adjustedFor })).toBe('BAD_USER_INPUT');
    expect(await refused(QUERY, { adjustedFor: ['GENDER'], by: 'GRANT' })).toBe('BAD_USER_INPUT');
  });
});

describe('what is not known', () => {
  const BOUNDS = `query ($metric: MetricId!, $branch: [ID!]) { missingBounds(metric: $metric, filter: { branch: $branch }) {
    yes no unknown worst best amongKnown known interval { lower upper } } }`;

  test('bounds a rate of exits', async () => {
    const { missingBounds } = await ask(kit, staff, BOUNDS, {
      metric: 'POSITIVE_EXIT_RATE',
      branch: [brussels],
    });
    expect(missingBounds).toMatchObject({
      yes: 48,
      no: 28,
      unknown: 4,
      worst: 0.6,
      best: 0.65,
      // Exits are known by themselves: among the known, the share would be too high.
      amongKnown: null,
      known: 0.95,
    });
  });

  test('bounds answers to the evaluation by who was asked', async () => {
    const branch = await makeBranch(kit.db, 'Namur');
    await makeDuos(kit.db, branch, times(4, { startedOn: '2016-01-01', closedOn: '2016-07-01' }));
    await kit.db.query(
      `with chosen as (select id, row_number() over (order by id) as place from duo where branch_id = $1),
       given as (insert into response (duo_id, respondent, answered_on, recorded_on) select id, 'MENTEE', '2016-07-02', '2016-07-02' from chosen where place <= 3 returning id, duo_id)
       insert into answer (response_id, question, score) select given.id, 'AUTONOMY', case when place = 1 then 2 else 5 end
       from given join chosen on chosen.id = duo_id where place <= 2`,
      [branch],
    );
    await kit.db.query('select refresh_duo_facts((select array_agg(id) from duo where branch_id = $1))', [
      branch,
    ]);
    const { missingBounds } = await ask(kit, staff, BOUNDS, { metric: 'AUTONOMY_RATE', branch: [branch] });
    // Of four asked, one left the question open and one answered nothing.
    expect(missingBounds).toMatchObject({ yes: 1, no: 1, unknown: 2, worst: 0.25, best: 0.75, known: 0.5 });
    const both = await ask(kit, staff, BOUNDS, { metric: 'SATISFACTION_RATE', branch: [branch] });
    expect(both.missingBounds).toMatchObject({ yes: 0, no: 0, unknown: 8, amongKnown: null });
  });

  test('is asked of every indicator made of answers: who adds one says whom it asks', async () => {
    const metrics: readonly MetricDefinition[] = Object.values(CATALOGUE);
    const ofAnswers = metrics.filter(
      ({ unit, numerator }) => unit === 'RATE' && numerator.source === responses,
    );
    expect(ofAnswers.length).toBeGreaterThan(3);
    for (const { id } of ofAnswers)
      expect([id, await refused(BOUNDS, { metric: id, branch: [brussels] })]).toEqual([id, undefined]);
  });

  test('is null where there is nobody, and no question of what leaves nothing open', async () => {
    const nobody = await makeBranch(kit.db, 'Nobody');
    expect(await ask(kit, staff, BOUNDS, { metric: 'POSITIVE_EXIT_RATE', branch: [nobody] })).toEqual({
      missingBounds: null,
    });
    expect(await refused(BOUNDS, { metric: 'COMPLETION_RATE', branch: [brussels] })).toBe('BAD_USER_INPUT');
    expect(await refused(BOUNDS, { metric: 'DUOS_STARTED' })).toBe('BAD_USER_INPUT');
  });

  test('in the records is counted field by field', async () => {
    const { completeness } = await ask(
      kit,
      staff,
      '{ completeness { field filled records share branches { label filled records } } }',
    );
    const field = (name: string) => completeness.find((one: any) => one.field === name);
    expect(field('MENTEE_GENDER')).toMatchObject({ filled: 157, records: 161 });
    expect(field('MENTEE_GENDER').branches).toContainEqual({ label: 'Namur', filled: 0, records: 4 });
    expect(field('MENTEE_EDUCATION')).toMatchObject({ filled: 0, share: 0 });
    expect(field('DUO_SITUATION')).toMatchObject({ filled: 153, records: 161 });
    expect(field('DUO_MENTEE_EVALUATION')).toMatchObject({ filled: 3, records: 4, share: 0.75 });
    const bound = viewerWith('COORDINATOR', { branchIds: [ghent] });
    const own = await ask(kit, bound, '{ completeness { field records branches { label } } }');
    expect(own.completeness[0]).toMatchObject({ records: 7, branches: [{ label: 'Gent' }] });
  });
});
