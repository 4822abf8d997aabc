import type { AllocationSpan } from '@tandem/domain/vocabulary';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { allocateBy } from '../../../test/allocate-by.ts';
import { importSample } from '../../../test/sample.ts';
import { ask, openTestkit, viewerWith, type Testkit } from '../../../test/testkit.ts';

const finance = viewerWith('FINANCE');
const NATURES = ['DIRECT', 'SHARED', 'INDIRECT'] as const;
let kit: Testkit;
let duoId: string;
let corrected: unknown;

beforeAll(async () => {
  kit = await openTestkit('2017-12-31');
  await importSample(kit.db);
  [{ id: duoId }] = await kit.db.query(`select id from duo where reference = 'BD0001'`);
  // A line of the duo's time is put right once its month is closed: what takes its place is booked two years later.
  const [{ id, branch_id: branchId }] = await kit.db.query(
    `select id, branch_id from cost where booked_on = '2015-10-31' and category = 'SALARIES'
       and branch_id = (select branch_id from duo where id = $1)`,
    [duoId],
  );
  await ask(kit, finance, 'mutation { closeMonth(month: "2017-06-01", version: 1) { __typename } }');
  corrected = await ask(
    kit,
    finance,
    'mutation ($id: ID!, $input: CostCorrectionInput!) { correctCost(id: $id, input: $input) { ... on Cost { bookedOn documentOn } ... on Refusal { code } } }',
    {
      id,
      input: {
        bookedOn: '2015-10-31',
        category: 'SALARIES',
        branchId,
        amountCents: 123_45,
        reason: 'Typed wrong',
      },
    },
  );
}, 60_000);
afterAll(() => kit.close());

const DUO_COST = `query ($duoId: ID!) { duoCost(duoId: $duoId) {
  parts { from to branchId grantId groupCents directCents sharedCents indirectCents weight } } }`;
const TRACE = `query ($period: PeriodInput!, $branchId: ID!, $grantId: ID, $noGrant: Boolean!, $nature: CostNature, $about: Boolean! = true) {
  allocationTrace(period: $period, branchId: $branchId, grantId: $grantId, noGrant: $noGrant, nature: $nature, about: $about) {
    total { cents } lines { bookedOn nature cents } } }`;

interface Part {
  readonly from: string;
  readonly to: string;
  readonly branchId: string;
  readonly grantId: string | null;
  readonly groupCents: number;
  readonly directCents: number;
  readonly sharedCents: number;
  readonly indirectCents: number;
  readonly weight: number;
}
const partsOf = async (): Promise<Part[]> => (await ask(kit, finance, DUO_COST, { duoId })).duoCost.parts;
const traceOf = async ({ from, to, branchId, grantId }: Part, more: Record<string, unknown> = {}) =>
  (
    await ask(kit, finance, TRACE, {
      period: { from, to },
      branchId,
      grantId,
      noGrant: grantId === null,
      ...more,
    })
  ).allocationTrace;

describe.each<AllocationSpan>(['MONTH', 'YEAR', 'PERIOD'])('what a duo cost, by %s', (span) => {
  beforeAll(() => allocateBy(kit, span));

  test('is traced by nature to the lines about its time, also those that were booked later', async () => {
    const parts = await partsOf();
    expect(parts.length).toBeGreaterThan(1);
    for (const part of parts) {
      expect((await traceOf(part)).total.cents).toBe(part.groupCents);
      const cents: Record<(typeof NATURES)[number], number> = {
        DIRECT: part.directCents,
        SHARED: part.sharedCents,
        INDIRECT: part.indirectCents,
      };
      for (const nature of NATURES) {
        const { total, lines } = await traceOf(part, { nature });
        expect(lines.every((line: { nature: string }) => line.nature === nature)).toBe(true);
        expect(Math.abs(total.cents * part.weight - cents[nature])).toBeLessThan(1);
      }
    }
    expect(corrected).toEqual({ correctCost: { bookedOn: '2017-07-01', documentOn: '2015-10-31' } });
    const ofOctober = parts.filter(({ from, to }) => from <= '2015-10-31' && '2015-10-31' < to);
    expect(ofOctober).toHaveLength(1);
    const late = async (about: boolean) => {
      const traced = await Promise.all(ofOctober.map((part) => traceOf(part, { about })));
      return traced
        .flatMap(({ lines }) => lines)
        .filter(({ bookedOn }: { bookedOn: string }) => bookedOn === '2017-07-01').length;
    };
    // Its counter-entry and what takes its place; by the period that is asked for, lines are about the day of booking.
    expect(await late(true)).toBe(span === 'PERIOD' ? 0 : 2);
    expect(await late(false)).toBe(0);
  });
});

test('what lines are about is asked of no time that ends before it begins', async () => {
  const [{ branch_id: branchId }] = await kit.db.query('select branch_id from duo where id = $1', [duoId]);
  const period = { from: '2016-01-01', to: '2016-01-01' };
  await expect(ask(kit, finance, TRACE, { period, branchId, noGrant: true })).rejects.toThrow(
    'ends before it begins',
  );
});
