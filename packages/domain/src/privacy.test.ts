import { describe, expect, test } from 'vitest';
import { addDays } from './calendar-day.ts';
import { decideConsent, decideErasure, decideReason } from './privacy.ts';
import { appliesFrom, dueOf, isRetentionDue, lastSince, ruleFor, type RetentionRule } from './retention.ts';
import { decideThreshold, SAFE_MINIMUM, STANDARD_THRESHOLDS } from './thresholds.ts';
import { THRESHOLD_NAMES } from './vocabulary.ts';

const TODAY = '2020-06-30';

describe('a consent', () => {
  const purpose = { legalBasis: 'CONSENT', fromDay: '2018-05-25' } as const;
  const entry = (onDay: string) => ({ answer: 'GIVEN', onDay }) as const;
  test.each([
    [
      'a purpose that rests on something else',
      { ...purpose, legalBasis: 'CONTRACT' as const },
      TODAY,
      'CONSENT_NOT_ASKED',
    ],
    ['a day to come', purpose, '2020-07-01', 'DAY_IN_FUTURE'],
    ['a day before the version was in force', purpose, '2018-05-24', 'PURPOSE_NOT_YET'],
  ])('is refused for %s', (_, to, day, code) => {
    expect(decideConsent(to, entry(day), TODAY)).toMatchObject({ ok: false, refusal: { code } });
  });
  test('is taken from the first day on', () => {
    expect(decideConsent(purpose, entry('2018-05-25'), TODAY).ok).toBe(true);
  });
});

test.each([
  [{ erasedOn: '2019-01-01', onHold: true, hasActiveDuo: true }, 'PERSON_ERASED'],
  [{ erasedOn: null, onHold: true, hasActiveDuo: true }, 'UNDER_LEGAL_HOLD'],
  [{ erasedOn: null, onHold: false, hasActiveDuo: true }, 'DUO_ACTIVE'],
])('an erasure of %j is refused: %s', (state, code) => {
  expect(decideErasure(state)).toMatchObject({ ok: false, refusal: { code } });
});

test.each([
  ['Asked by letter of 3 May', true],
  ['aicha asked for it', false],
  ['Asked by Mrs DE SMET.', false],
  ['Asked by Mrs Smets', true],
  ['It is what Li wants', true],
])('the reason "%s" is taken: %j', (reason, ok) => {
  expect(decideReason(reason, ['Aïcha', 'De Smet', 'Li', null]).ok).toBe(ok);
});

describe('retention', () => {
  const rule = (kind: RetentionRule['kind'], country: string | null, months: number): RetentionRule => ({
    kind,
    country,
    months,
    writtenOn: '2020-01-01',
  });
  const rules = [rule('MENTOR', null, 12), rule('MENTOR', 'FR', 24), rule('VOLUNTEER', null, 6)];

  test('takes the rule of the country before that of all countries, whatever their order', () => {
    for (const order of [rules, rules.toReversed()]) {
      expect(ruleFor(order, 'MENTOR', 'FR')?.months).toBe(24);
      expect(ruleFor(order, 'MENTOR', 'BE')?.months).toBe(12);
      expect(ruleFor(order, 'MENTEE', 'BE')).toBeUndefined();
    }
  });

  const mentor = (since: string | null, country = 'BE') => ({ kind: 'MENTOR', country, since }) as const;
  const volunteer = (since: string | null) => ({ kind: 'VOLUNTEER', country: 'BE', since }) as const;
  test.each([
    ['on the day', [mentor('2019-06-30')], '2020-06-30'],
    ['not the day before', [mentor('2019-07-01')], undefined],
    ['not while the other role is in use', [mentor('2015-01-01'), volunteer(null)], undefined],
    ['once both are over, by the later one', [mentor('2015-01-01'), volunteer('2019-12-30')], '2020-06-30'],
    ['not without a rule', [{ kind: 'MENTEE', country: 'BE', since: '2010-01-01' } as const], undefined],
    ['not what is nothing', [], undefined],
    ['by the rule of the country', [mentor('2019-01-01', 'FR')], undefined],
  ])('is due %s', (_, kept, dueOn) => {
    expect(dueOf(kept, rules, TODAY)?.dueOn).toBe(dueOn);
  });

  test('looks records up by a day that leaves out nothing that is due, and no day more', () => {
    const days = Array.from({ length: 800 }, (_, index) => addDays('2018-01-01', index));
    for (const today of ['2019-02-28', '2020-02-29', '2019-12-31', '2019-03-01', '2019-06-30'])
      for (const months of [1, 6, 12]) {
        const own = [rule('MENTOR', 'BE', months), rule('MENTOR', null, months + 2)];
        const due = days.filter((since) => dueOf([mentor(since)], own, today) !== undefined);
        expect(lastSince(own, 'MENTOR', today)).toBe(due.at(-1));
      }
    expect(lastSince(rules, 'MENTEE', TODAY)).toBeUndefined();
  });

  test('leaves a day to look at a new rule, and runs once a day', () => {
    expect(appliesFrom(rule('MENTOR', null, 1))).toBe('2020-01-02');
    expect([
      isRetentionDue(null, TODAY),
      isRetentionDue(TODAY, TODAY),
      isRetentionDue('2020-06-29', TODAY),
    ]).toEqual([true, false, true]);
  });
});

describe('a limit of disclosure control', () => {
  test.each(THRESHOLD_NAMES)('%s never goes below its safe minimum', (name) => {
    expect(STANDARD_THRESHOLDS[name]).not.toBeLessThan(SAFE_MINIMUM[name]);
    expect(decideThreshold(name, SAFE_MINIMUM[name]).ok).toBe(true);
    expect(decideThreshold(name, SAFE_MINIMUM[name] - 1)).toMatchObject({ refusal: { code: 'TOO_SMALL' } });
    expect(decideThreshold(name, 101)).toMatchObject({ refusal: { code: 'TOO_LARGE' } });
    expect(decideThreshold(name, 7.5)).toMatchObject({ refusal: { code: 'NUMBER_INVALID' } });
  });
});
