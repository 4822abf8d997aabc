import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkGrant, earmark } from './funding.ts';
import { bookOn, closeMonth, correctionDay, reopenMonth } from './ledger.ts';
import { wholeCents } from './money.ts';

describe('an amount in euros', () => {
  test('of whole cents is taken, up to a thousand million and as it is written', () => {
    const inCents = fc.integer({ min: -100_000_000_000, max: 100_000_000_000 });
    fc.assert(
      fc.property(inCents, (whole) => {
        const [units, rest] = [Math.trunc(Math.abs(whole) / 100), String(Math.abs(whole) % 100)];
        const written = Number(`${whole < 0 ? '-' : ''}${units}.${rest.padStart(2, '0')}`);
        expect(wholeCents(written)).toBe(whole === 0 ? 0 : whole);
      }),
    );
    expect(wholeCents(171_776_968.92)).toBe(171_776_968_92);
  });

  test('of more than cents is not, nor what has no exact cents', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -100_000_000_000, max: 100_000_000_000 }),
        fc.integer({ min: 1, max: 9 }),
        (whole, thousandth) => {
          const amount = Number(
            `${Math.trunc(whole / 100)}.${String(Math.abs(whole) % 100).padStart(2, '0')}${thousandth}`,
          );
          expect(wholeCents(amount)).toBeUndefined();
        },
      ),
    );
    for (const amount of [NaN, Infinity, 1e20, 0.1 + 0.2]) expect(wholeCents(amount)).toBeUndefined();
  });
});

describe('the ledger', () => {
  test('closes months that are over, one boundary for all before it, and opens them again', () => {
    const open = { closedBefore: null };
    expect(closeMonth(open, '2017-12-01', '2017-12-31')).toMatchObject({
      refusal: { code: 'MONTH_NOT_OVER' },
    });
    const closed = closeMonth(open, '2017-10-15', '2017-12-31');
    expect(closed).toEqual({ ok: true, value: { closedBefore: '2017-11-01' } });
    const ledger = { closedBefore: '2017-11-01' };
    expect(closeMonth(ledger, '2017-09-01', '2017-12-31')).toMatchObject({
      refusal: { code: 'MONTH_CLOSED' },
    });
    expect(reopenMonth(ledger, '2017-11-01')).toMatchObject({ refusal: { code: 'MONTH_NOT_CLOSED' } });
    expect(reopenMonth(ledger, '2017-09-30')).toEqual({ ok: true, value: { closedBefore: '2017-09-01' } });
    expect(bookOn(ledger, '2017-10-31', '2017-12-31')).toMatchObject({ refusal: { code: 'MONTH_CLOSED' } });
    expect(bookOn(ledger, '2017-11-01', '2017-12-31')).toEqual({ ok: true, value: '2017-11-01' });
    expect(correctionDay(ledger, '2016-02-29')).toBe('2017-11-01');
    expect(correctionDay(ledger, '2017-11-20')).toBe('2017-11-20');
  });
});

describe('a grant', () => {
  const grant = {
    status: 'AWARDED',
    startsOn: '2017-01-01',
    endsBefore: '2018-01-01',
    branchId: 'a',
  } as const;
  const duo = { branchId: 'a', startedOn: '2016-09-01', plannedEndOn: '2017-03-01', closedOn: null };

  test('pays duos of its period and branch, and no more of one than others leave', () => {
    expect(earmark(grant, duo, 0.75, 0.25)).toEqual({ ok: true, value: 0.25 });
    expect(earmark(grant, duo, 0.75, 0.2501)).toMatchObject({
      refusal: { code: 'DUO_FUNDED_ALREADY', params: { free: 0.25 } },
    });
    expect(earmark(grant, { ...duo, closedOn: '2016-12-31' }, 0, 1)).toMatchObject({
      refusal: { code: 'DUO_OUTSIDE_GRANT_PERIOD' },
    });
    expect(earmark(grant, { ...duo, branchId: 'b' }, 0, 1)).toMatchObject({
      refusal: { code: 'DUO_OF_OTHER_BRANCH' },
    });
    expect(earmark({ ...grant, status: 'REQUESTED' }, duo, 0, 1)).toMatchObject({
      refusal: { code: 'GRANT_DOES_NOT_COUNT' },
    });
    // Though it paid the duo before: what was settled with its funder stays.
    expect(earmark({ ...grant, status: 'SETTLED' }, duo, 0, 1, true)).toMatchObject({
      refusal: { code: 'GRANT_SETTLED' },
    });
  });

  test('has instalments within its amount and targets with their measures', () => {
    const terms = {
      startsOn: '2017-01-01',
      endsOn: '2017-12-31',
      amountCents: 100_00,
      instalments: [{ dueOn: '2017-02-01', amountCents: 100_00, receivedOn: null }],
      conditions: [],
      deadlines: [],
    };
    const code = (change: Partial<Parameters<typeof checkGrant>[0]>) => {
      const decision = checkGrant({ ...terms, ...change }, '2017-06-01');
      return decision.ok ? undefined : decision.refusal.code;
    };
    expect(code({})).toBeUndefined();
    expect(code({ amountCents: 99_99 })).toBe('INSTALMENTS_EXCEED_GRANT');
    expect(code({ endsOn: '2016-12-31' })).toBe('GRANT_PERIOD_EMPTY');
    expect(code({ conditions: [{ measure: 'DUOS_STARTED', target: null, metOn: null }] })).toBe(
      'TARGET_NEEDED',
    );
    expect(code({ conditions: [{ measure: 'WOMEN_SHARE', target: 40, metOn: null }] })).toBe('TOO_LARGE');
    expect(code({ deadlines: [{ sentOn: '2017-06-02' }] })).toBe('DAY_IN_FUTURE');
  });
});
