import { describe, expect, test } from 'vitest';
import { closeDuo, logMeeting, reopenDuo, startDuo } from './duo.ts';
import { menteeEligibility } from './eligibility.ts';
import { roundCents } from './money.ts';
import { isStableJob, recordOutcome } from './outcome.ts';
import { decideTime, logTime } from './time-entry.ts';

const TODAY = '2017-12-31';
const active = { startedOn: '2017-06-01', plannedEndOn: '2017-12-01', closedOn: null, closureReason: null };
const met = { ...active, lastMeetingOn: '2017-06-01' };
const codeOf = (decision: { ok: true } | { ok: false; refusal: { code: string } }) =>
  decision.ok ? undefined : decision.refusal.code;

describe('the life of a duo', () => {
  test('is planned for six months', () => {
    expect(startDuo('2017-08-31', TODAY)).toEqual({
      ok: true,
      value: { startedOn: '2017-08-31', plannedEndOn: '2018-02-28', closedOn: null, closureReason: null },
    });
    expect(codeOf(startDuo('2018-01-01', TODAY))).toBe('DAY_IN_FUTURE');
  });

  test('ends once, not before it began and not after today', () => {
    const closed = closeDuo(met, { closedOn: '2017-06-01', closureReason: 'HEALTH' }, TODAY);
    expect(
      closed.ok &&
        codeOf(
          closeDuo(
            { ...closed.value, lastMeetingOn: null },
            { closedOn: '2017-07-01', closureReason: 'HEALTH' },
            TODAY,
          ),
        ),
    ).toBe('DUO_ALREADY_CLOSED');
    expect(closed.ok && reopenDuo(closed.value)).toEqual({ ok: true, value: active });
    expect(codeOf(closeDuo(met, { closedOn: '2017-05-31', closureReason: 'HEALTH' }, TODAY))).toBe(
      'CLOSURE_BEFORE_START',
    );
    expect(codeOf(closeDuo(met, { closedOn: '2018-01-01', closureReason: 'HEALTH' }, TODAY))).toBe(
      'DAY_IN_FUTURE',
    );
    expect(
      codeOf(
        closeDuo(
          { ...active, lastMeetingOn: '2017-07-02' },
          { closedOn: '2017-07-01', closureReason: 'HEALTH' },
          TODAY,
        ),
      ),
    ).toBe('CLOSURE_BEFORE_MEETING');
    expect(codeOf(reopenDuo(active))).toBe('DUO_NOT_CLOSED');
  });

  test('has no meeting after its closure', () => {
    const meeting = { heldOn: '2017-09-02', minutes: 60, mode: 'REMOTE' } as const;
    expect(logMeeting(active, meeting, TODAY).ok).toBe(true);
    expect(
      codeOf(logMeeting({ ...active, closedOn: '2017-09-01', closureReason: 'HEALTH' }, meeting, TODAY)),
    ).toBe('MEETING_AFTER_CLOSURE');
  });
});

describe('outcomes', () => {
  test('a fixed-term job is stable from three months on', () => {
    const job = { situation: 'JOB', contractType: 'FIXED_TERM' } as const;
    expect(isStableJob({ ...job, months: 2 })).toBe(false);
    expect(isStableJob({ ...job, months: 3 })).toBe(true);
    expect(isStableJob({ situation: 'JOB', contractType: 'OPEN_ENDED', months: null })).toBe(true);
    expect(isStableJob({ situation: 'TRAINING', contractType: null, months: 9 })).toBe(false);
  });

  test('a contract goes with a job', () => {
    const base = { observedOn: '2017-07-01', months: null, evidence: 'DECLARED' } as const;
    expect(codeOf(recordOutcome(active, { ...base, situation: 'JOB', contractType: null }, TODAY))).toBe(
      'CONTRACT_NEEDED_FOR_JOB',
    );
    expect(
      codeOf(recordOutcome(active, { ...base, situation: 'TRAINING', contractType: 'OPEN_ENDED' }, TODAY)),
    ).toBe('CONTRACT_ONLY_FOR_JOB');
    expect(
      codeOf(
        recordOutcome(
          active,
          { ...base, observedOn: '2017-05-31', situation: 'TRAINING', contractType: null },
          TODAY,
        ),
      ),
    ).toBe('OUTCOME_BEFORE_START');
  });
});

test('a mentee is of age on the day of entry', () => {
  expect(codeOf(menteeEligibility('2000-01-02', 'BE', '2018-01-01'))).toBe('MENTEE_UNDER_AGE');
  expect(menteeEligibility('2000-01-01', 'BE', '2018-01-01').ok).toBe(true);
});

test('hours are decided once, and a rejection says why', () => {
  expect(codeOf(decideTime('APPROVED', { status: 'REJECTED', rejectionReason: 'x' }))).toBe(
    'HOURS_ALREADY_DECIDED',
  );
  expect(codeOf(decideTime('SUBMITTED', { status: 'REJECTED', rejectionReason: ' ' }))).toBe('REASON_NEEDED');
  expect(codeOf(logTime({ status: 'WITHDRAWN' }, { workedOn: TODAY, minutes: 60 }, TODAY))).toBe(
    'VOLUNTEER_WITHDRAWN',
  );
});

test('amounts round half away from zero', () => {
  expect([roundCents(0.5), roundCents(-0.5), roundCents(1.4999), roundCents(-0.2)]).toEqual([1, -1, 1, 0]);
  expect(() => roundCents(2 ** 60)).toThrow(RangeError);
});
