import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allocate, type DuoGroup, type LedgerLine } from './allocation.ts';
import { allocateToDuos, groupKey, poolCost, type DuoInGroup } from './duo-allocation.ts';
import { COST_NATURES } from './vocabulary.ts';

const cents = fc.integer({ min: -10_000_000_000, max: 10_000_000_000 });

describe('allocation to single duos', () => {
  const span = fc.constantFrom('2017-03-01', '2017-04-01');
  const line = fc.record<LedgerLine>({
    id: fc.uuid(),
    span,
    branchId: fc.constantFrom('a', 'b', 'c'),
    nature: fc.constantFrom(...COST_NATURES),
    grantId: fc.constantFrom(null, null, 'g'),
    cents,
  });
  const duo = fc.record<DuoInGroup>({
    duoId: fc.uuid(),
    span,
    branchId: fc.constantFrom('a', 'b'),
    grantId: fc.constantFrom('g', 'h', null),
    started: fc.constantFrom(0n, 5000n, 10_000n),
    activeDays: fc.bigInt({ min: 0n, max: 3_660_000n }),
  });

  test('shares of all duos and what no duo bears add up to what was allocated, pool by pool, and so to the ledger', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(line, { maxLength: 12, selector: ({ id }) => id }),
        fc.constantFrom('STARTED_DUOS' as const, 'ACTIVE_DUO_MONTHS' as const),
        fc.subarray([...COST_NATURES]),
        fc.uniqueArray(duo, { maxLength: 20, selector: ({ duoId }) => duoId }),
        async (lines, basis, spread, duos) => {
          const groups = [...Map.groupBy(duos, groupKey).values()].map((members): DuoGroup => ({
            span: members[0]?.span ?? '',
            branchId: members[0]?.branchId ?? '',
            grantId: members[0]?.grantId ?? null,
            started: members.reduce((sum, { started }) => sum + started, 0n),
            activeDays: members.reduce((sum, { activeDays }) => sum + activeDays, 0n),
          }));
          const allocated = [
            ...allocate(lines, { basis, span: 'MONTH', spread, branchShares: null }, groups),
          ];
          const half = Math.floor(allocated.length / 2);
          const pools = await poolCost(lines, [allocated.slice(0, half), allocated.slice(half)]);
          const parts = allocateToDuos(pools, basis, duos);
          const sum = (of: readonly { cents: number }[]) =>
            of.reduce((total, { cents: one }) => total + one, 0);
          expect(sum(parts)).toBe(sum(lines));
          for (const pool of pools) {
            const own = parts.filter(
              (part) => groupKey(part) === groupKey(pool) && part.nature === pool.nature,
            );
            expect(sum(own)).toBe(pool.cents);
            const members = duos.filter((one) => groupKey(one) === groupKey(pool));
            const weigh = ({ started, activeDays }: DuoGroup) =>
              basis === 'STARTED_DUOS' ? started : activeDays;
            const whole = members.reduce((total, one) => total + weigh(one), 0n);
            expect(own.some(({ duoId }) => duoId === null)).toBe(whole === 0n);
            for (const member of members) {
              const part = own.find(({ duoId }) => duoId === member.duoId)?.cents ?? 0;
              const distance = BigInt(part) * whole - BigInt(pool.cents) * weigh(member);
              expect(whole === 0n || (distance < whole && -distance < whole)).toBe(true);
            }
          }
        },
      ),
    );
  });

  test('gives duos of the same weight amounts that differ by no more than a cent, however many lines there are', async () => {
    const duos = ['1', '2', '3'].map((duoId): DuoInGroup => ({
      duoId,
      span: '2017-03-01',
      branchId: 'a',
      grantId: null,
      started: 10_000n,
      activeDays: 0n,
    }));
    const lines = Array.from({ length: 100 }, (_, index): LedgerLine => ({
      id: String(index),
      span: '2017-03-01',
      branchId: 'a',
      nature: 'SHARED',
      grantId: null,
      cents: 100,
    }));
    const group = { span: '2017-03-01', branchId: 'a', grantId: null, started: 30_000n, activeDays: 0n };
    const rule = { basis: 'STARTED_DUOS', span: 'MONTH', spread: [], branchShares: null } as const;
    const pools = await poolCost(lines, [[...allocate(lines, rule, [group])]]);
    const parts = allocateToDuos(pools, 'STARTED_DUOS', duos);
    expect(parts.map(({ duoId, cents: part }) => [duoId, part])).toEqual([
      ['1', 33_34],
      ['2', 33_33],
      ['3', 33_33],
    ]);
  });

  test('refuses a part of a line that it was not given', async () => {
    const part = { lineId: 'x', branchId: 'a', grantId: null, byRule: true, cents: 1 };
    await expect(poolCost([], [[part]])).rejects.toThrow('the line x');
  });
});
