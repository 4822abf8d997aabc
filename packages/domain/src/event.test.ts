import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  cancelEvent,
  changeEvent,
  recordAttendance,
  restoreEvent,
  ROLES_OF_AUDIENCE,
  statusOfEvent,
  USUAL_AUDIENCE,
} from './event.ts';
import { attendanceInput } from './inputs.ts';
import { ATTENDANCE_STATUSES, EVENT_AUDIENCES, PARTICIPANT_ROLES } from './vocabulary.ts';

const TODAY = '2017-12-31';
const workshop = { heldOn: '2017-06-01', audience: 'MENTEES', cancelled: false } as const;
const came = [{ role: 'MENTEE', status: 'ATTENDED' }] as const;
const expected = [{ role: 'MENTEE', status: 'REGISTERED' }] as const;
const codeOf = (decision: { ok: true } | { ok: false; refusal: { code: string } }) =>
  decision.ok ? undefined : decision.refusal.code;

describe('an event', () => {
  test('is held from its day on', () => {
    expect(statusOfEvent({ ...workshop, heldOn: '2018-01-01' }, TODAY)).toBe('PLANNED');
    expect(statusOfEvent({ ...workshop, heldOn: TODAY }, TODAY)).toBe('HELD');
    expect(statusOfEvent({ ...workshop, cancelled: true }, TODAY)).toBe('CANCELLED');
  });

  test('is cancelled once, and not where somebody came; that is taken back', () => {
    expect(codeOf(cancelEvent(workshop, came))).toBe('EVENT_TOOK_PLACE');
    expect(codeOf(cancelEvent(workshop, expected))).toBe(undefined);
    expect(codeOf(cancelEvent({ ...workshop, cancelled: true }, []))).toBe('EVENT_CANCELLED');
    expect(codeOf(restoreEvent({ ...workshop, cancelled: true }))).toBe(undefined);
    expect(codeOf(restoreEvent(workshop))).toBe('EVENT_NOT_CANCELLED');
  });

  test('is not moved ahead once somebody came, nor made for others than those on its list', () => {
    const ahead = { heldOn: '2018-01-10', audience: 'MENTEES' } as const;
    expect(codeOf(changeEvent(workshop, ahead, came, TODAY))).toBe('EVENT_TOOK_PLACE');
    expect(codeOf(changeEvent(workshop, ahead, expected, TODAY))).toBe(undefined);
    expect(codeOf(changeEvent(workshop, { ...workshop, audience: 'MENTORS' }, expected, TODAY))).toBe(
      'NOT_OF_AUDIENCE',
    );
    expect(codeOf(changeEvent({ ...workshop, cancelled: true }, workshop, [], TODAY))).toBe(
      'EVENT_CANCELLED',
    );
  });

  test('is usually for somebody', () => {
    for (const audience of Object.values(USUAL_AUDIENCE))
      expect(ROLES_OF_AUDIENCE[audience].length).toBeGreaterThan(0);
  });
});

test('whatever is written down of a list can be: its audience, and nothing that is not known yet', () => {
  const day = fc.constantFrom('2017-12-30', TODAY, '2018-01-01');
  fc.assert(
    fc.property(
      day,
      fc.constantFrom(...EVENT_AUDIENCES),
      fc.boolean(),
      fc.constantFrom(...PARTICIPANT_ROLES),
      fc.constantFrom(...ATTENDANCE_STATUSES),
      (heldOn, audience, cancelled, role, status) => {
        const decision = recordAttendance({ heldOn, audience, cancelled }, { role, status }, TODAY);
        const known = status === 'ATTENDED' || status === 'ABSENT';
        expect(decision.ok).toBe(
          !cancelled && (audience === 'BOTH' || audience === `${role}S`) && (heldOn <= TODAY || !known),
        );
      },
    ),
  );
});

test('a person stands once in what is saved of a list', () => {
  const personId = '0197a5a0-0000-7000-8000-000000000000';
  const entry = { personId, role: 'MENTEE', status: 'ATTENDED' };
  expect(attendanceInput.safeParse([entry]).success).toBe(true);
  expect(attendanceInput.safeParse([entry, entry]).error?.issues[0]?.message).toBe('REPEATED_IN_LIST');
  expect(attendanceInput.safeParse([]).success).toBe(false);
});
