import { z } from 'zod';
import { CAPABILITIES, ROLES } from './capabilities.ts';
import { calendarDaySchema } from './period.ts';
import {
  ATTENDANCE_STATUSES,
  CLOSURE_REASONS,
  CONTRACT_TYPES,
  ENGAGEMENTS,
  EVENT_AUDIENCES,
  EVENT_KINDS,
  EVIDENCE_SOURCES,
  MEETING_MODES,
  PARTICIPANT_ROLES,
  SITUATIONS,
} from './vocabulary.ts';

/**
 * What forms, the API and imports accept for one operation: one schema for all three. The messages are
 * refusal codes, so that each door says them in its reader's language.
 */
const id = z.uuid({ error: 'REFERENCE_UNKNOWN' });
export const text = (max: number) =>
  z.string({ error: 'REQUIRED' }).trim().min(1, { error: 'REQUIRED' }).max(max, { error: 'TOO_LONG' });
export const optionalText = (max: number) =>
  z
    .string()
    .trim()
    .max(max, { error: 'TOO_LONG' })
    .transform((value) => (value === '' ? null : value))
    .nullable()
    .default(null);
export const choice = <const T extends readonly string[]>(values: T) =>
  z.enum(values, { error: 'CHOICE_INVALID' });
const minutes = z
  .number({ error: 'NUMBER_INVALID' })
  .int({ error: 'NUMBER_INVALID' })
  .min(1, { error: 'TOO_SMALL' })
  .max(24 * 60, { error: 'TOO_LARGE' });

export const MAXIMUM_NOTE_LENGTH = 4000;
export const MAXIMUM_NAME_LENGTH = 120;
/** How many people one registration may hold. */
export const MAXIMUM_REGISTRATION = 200;

export const email = z
  .string({ error: 'REQUIRED' })
  .trim()
  .toLowerCase()
  .min(1, { error: 'REQUIRED' })
  .pipe(z.email({ error: 'EMAIL_INVALID' }).max(254, { error: 'TOO_LONG' }));

export const startDuoInput = z.object({
  mentorId: id,
  menteeId: id,
  coordinatorId: id,
  branchId: id,
  startedOn: calendarDaySchema,
  grantId: id.nullable().default(null),
});

export const closeDuoInput = z.object({
  closedOn: calendarDaySchema,
  closureReason: choice(CLOSURE_REASONS),
});

export const meetingInput = z.object({
  heldOn: calendarDaySchema,
  minutes,
  mode: choice(MEETING_MODES),
  note: optionalText(MAXIMUM_NOTE_LENGTH),
});

export const outcomeInput = z.object({
  observedOn: calendarDaySchema,
  situation: choice(SITUATIONS),
  contractType: choice(CONTRACT_TYPES).nullable().default(null),
  months: z
    .number({ error: 'NUMBER_INVALID' })
    .int({ error: 'NUMBER_INVALID' })
    .min(1, { error: 'TOO_SMALL' })
    .max(120, { error: 'TOO_LARGE' })
    .nullable()
    .default(null),
  evidence: choice(EVIDENCE_SOURCES),
});

export const eventInput = z.object({
  kind: choice(EVENT_KINDS),
  title: text(MAXIMUM_NAME_LENGTH),
  heldOn: calendarDaySchema,
  branchId: id,
  audience: choice(EVENT_AUDIENCES),
});

/** How many people one saving of a list of attendance may hold. */
export const MAXIMUM_ATTENDANCE = 500;
/** Who came; a status of null takes somebody off the list. */
export const attendanceInput = z
  .array(
    z.object({
      personId: id,
      role: choice(PARTICIPANT_ROLES),
      status: choice(ATTENDANCE_STATUSES).nullable().default(null),
    }),
  )
  .min(1, { error: 'REQUIRED' })
  .max(MAXIMUM_ATTENDANCE, { error: 'TOO_LARGE' })
  .refine((entries) => new Set(entries.map(({ personId }) => personId)).size === entries.length, {
    error: 'REPEATED_IN_LIST',
  });

export const volunteerInput = z.object({
  givenName: text(MAXIMUM_NAME_LENGTH),
  familyName: text(MAXIMUM_NAME_LENGTH),
  email,
  engagement: choice(ENGAGEMENTS),
  branchId: id,
  availability: optionalText(300),
  plannedHours: z
    .number({ error: 'NUMBER_INVALID' })
    .int({ error: 'NUMBER_INVALID' })
    .min(0, { error: 'TOO_SMALL' })
    .max(2000, { error: 'TOO_LARGE' })
    .nullable()
    .default(null),
});

export const timeEntryInput = z.object({
  volunteerId: id,
  workedOn: calendarDaySchema,
  minutes,
  activity: text(300),
});

/** Why hours are rejected: read by the company. */
export const rejectionInput = z.object({
  reason: z
    .string({ error: 'REASON_NEEDED' })
    .trim()
    .min(1, { error: 'REASON_NEEDED' })
    .max(300, { error: 'TOO_LONG' }),
});

export type StartDuoInput = z.output<typeof startDuoInput>;
export type CloseDuoInput = z.output<typeof closeDuoInput>;
export type MeetingInput = z.output<typeof meetingInput>;
export type OutcomeInput = z.output<typeof outcomeInput>;
export type EventInput = z.output<typeof eventInput>;
export type VolunteerInput = z.output<typeof volunteerInput>;
export type TimeEntryInput = z.output<typeof timeEntryInput>;

export const LETTER_LOCALES = ['fr', 'nl', 'en'] as const;

const position = {
  role: choice(ROLES),
  partnerId: id.nullable().default(null),
  branchIds: z
    .array(id)
    .max(50, { error: 'TOO_LARGE' })
    .nullable()
    .default([])
    .transform((ids) => ids ?? []),
};
export const invitationInput = z.object({
  email: z.email({ error: 'EMAIL_INVALID' }).trim().toLowerCase().max(200, { error: 'TOO_LONG' }),
  name: text(MAXIMUM_NAME_LENGTH),
  locale: choice(LETTER_LOCALES),
  ...position,
});
export const positionInput = z.object(position);

export const snapshotInput = z.object({
  name: text(MAXIMUM_NAME_LENGTH),
});

/** The longest that a key holds. */
export const MAXIMUM_KEY_DAYS = 366;
export const apiKeyInput = z.object({
  name: text(MAXIMUM_NAME_LENGTH),
  scopes: z.array(choice(CAPABILITIES)).min(1, { error: 'REQUIRED' }),
  days: z
    .number({ error: 'NUMBER_INVALID' })
    .int({ error: 'NUMBER_INVALID' })
    .min(1, { error: 'TOO_SMALL' })
    .max(MAXIMUM_KEY_DAYS, { error: 'TOO_LARGE' }),
  ofPartner: z.boolean().nullable().default(false).transform(Boolean),
});
