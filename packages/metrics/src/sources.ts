import type { Source } from './definition.ts';

const DUO_DIMENSIONS = {
  COUNTRY: 'f.country',
  BRANCH: 'f.branch_id',
  COORDINATOR: 'f.coordinator_id',
  GENDER: 'f.gender',
  AGE_BAND: 'f.age_band',
  EDUCATION: 'f.education_level',
  NATIONALITY_GROUP: 'f.nationality_group',
  RESIDENCE_GROUND: 'f.residence_ground',
  OUT_OF_WORK: 'f.out_of_work',
  SECTOR: 'f.sector',
  REFERRAL: 'f.referral',
  GRANT: 'f.grant_ids',
} as const;

/** Duos by their start. */
export const duosByStart: Source = {
  name: 'duosByStart',
  fact: 'duo_fact',
  relation: 'duo_fact as f',
  cohortDay: () => 'f.started_on',
  placedBy: 'START',
  dimensions: DUO_DIMENSIONS,
  payers: 'f.partner_ids',
  records: 'DUOS',
};

/** Changes of how many duos go on: one more on the first day of each, one less on its last. */
export const duoChanges: Source = {
  ...duosByStart,
  name: 'duoChanges',
  records: 'GROUPED',
  relation:
    'duo_fact as f cross join lateral (values (f.started_on, 1), (f.closed_on, -1)) as flow (day, change)',
  cohortDay: () => 'flow.day',
  // Without it each row would be looked at for each of its two days.
  near: (from, to) =>
    `((f.started_on >= ${from} and f.started_on < ${to}) or (f.closed_on >= ${from} and f.closed_on < ${to}))`,
};

/** Duos by their closure; those that go on have none and are no rows of it. */
export const duosByClosure: Source = {
  ...duosByStart,
  name: 'duosByClosure',
  cohortDay: () => 'f.closed_on',
  placedBy: 'CLOSURE',
};

/** Duos by the day from which exits are sought. */
export const duosByAnchor: Source = {
  ...duosByStart,
  name: 'duosByAnchor',
  cohortDay: ({ anchor }) => (anchor === 'START' ? 'f.started_on' : 'f.closed_on'),
  placedBy: 'ANCHOR',
};

/** Duos by the day on which their mentee first had a job, after the start. */
export const duosByFirstJob: Source = {
  ...duosByStart,
  name: 'duosByFirstJob',
  cohortDay: () => 'f.job_from_start',
  placedBy: 'FIRST_JOB',
};

/** Duos by their first meeting. */
export const duosByFirstMeeting: Source = {
  ...duosByStart,
  name: 'duosByFirstMeeting',
  cohortDay: () => 'f.meeting_days[1]',
  placedBy: 'MEETING',
};

/** Meetings by the day on which they were held. */
export const meetings: Source = {
  ...duosByStart,
  name: 'meetings',
  records: 'GROUPED',
  relation:
    'duo_fact as f cross join lateral unnest(f.meeting_days, f.meeting_minutes) as met (held_on, minutes)',
  cohortDay: () => 'met.held_on',
  placedBy: 'MEETING',
  // A duo meets from its first day to its last, as a constraint of the fact says.
  near: (from, to) => `f.started_on < ${to} and (f.closed_on >= ${from} or f.closed_on is null)`,
};

/** Answers to the evaluation at closure, by the closure that they are about: an answer belongs to its duo, whenever it came. */
export const responses: Source = {
  ...duosByStart,
  name: 'responses',
  records: 'ANSWERS',
  fact: 'response_fact',
  relation: 'response_fact as f',
  cohortDay: () => 'f.closed_on',
  placedBy: 'CLOSURE',
};

const MENTEE_DIMENSIONS = {
  COUNTRY: 'f.country',
  BRANCH: 'f.branch_id',
  GENDER: 'f.gender',
  AGE_BAND: 'f.age_band',
  EDUCATION: 'f.education_level',
  NATIONALITY_GROUP: 'f.nationality_group',
  RESIDENCE_GROUND: 'f.residence_ground',
  OUT_OF_WORK: 'f.out_of_work',
  REFERRAL: 'f.referral',
} as const;

/** Mentees by their info session. */
export const mentees: Source = {
  name: 'mentees',
  fact: 'mentee_fact',
  relation: 'mentee_fact as f',
  cohortDay: () => 'f.info_session_on',
  placedBy: 'INFO_SESSION',
  dimensions: MENTEE_DIMENSIONS,
};

/** Mentees by the start of their first duo. */
export const menteesByMatch: Source = {
  ...mentees,
  name: 'menteesByMatch',
  cohortDay: () => 'f.matched_on',
  placedBy: 'FIRST_DUO',
};

const MENTOR_DIMENSIONS = {
  COUNTRY: 'f.country',
  BRANCH: 'f.branch_id',
  GENDER: 'f.gender',
  SECTOR: 'f.sector',
} as const;

/** Mentors by the closure of their first duo. */
export const mentors: Source = {
  name: 'mentors',
  fact: 'mentor_fact',
  relation: 'mentor_fact as f',
  cohortDay: () => 'f.first_closure_on',
  placedBy: 'FIRST_CLOSURE',
  dimensions: MENTOR_DIMENSIONS,
};

/** Mentors by their info session. */
export const mentorsByInfoSession: Source = {
  ...mentors,
  name: 'mentorsByInfoSession',
  cohortDay: () => 'f.info_session_on',
  placedBy: 'INFO_SESSION',
};

/** Mentors by the start of their first duo. */
export const mentorsByMatch: Source = {
  ...mentors,
  name: 'mentorsByMatch',
  cohortDay: () => 'f.first_duo_on',
  placedBy: 'FIRST_DUO',
};

/** Lines of the accounts by booking day. */
export const costs: Source = {
  name: 'costs',
  fact: 'cost',
  relation: 'cost as f join branch on branch.id = f.branch_id',
  cohortDay: () => 'f.booked_on',
  dimensions: {
    COUNTRY: 'branch.country',
    BRANCH: 'f.branch_id',
    COST_CATEGORY: 'f.category',
    COST_NATURE: 'f.nature',
  },
};

/** Hours given in kind by the day on which they were worked, with their value. */
export const hoursInKind: Source = {
  name: 'hoursInKind',
  fact: 'valued_hours',
  relation: 'valued_hours as f join branch on branch.id = f.branch_id',
  cohortDay: () => 'f.worked_on',
  dimensions: { COUNTRY: 'branch.country', BRANCH: 'f.branch_id' },
};

/** Lines of the accounts by booking day, and valued hours by the day on which they were worked. */
export const costsWithInKind: Source = {
  name: 'costsWithInKind',
  fact: 'cost_with_in_kind',
  relation: 'cost_with_in_kind as f join branch on branch.id = f.branch_id',
  cohortDay: () => 'f.booked_on',
  dimensions: { COUNTRY: 'branch.country', BRANCH: 'f.branch_id' },
};

/** Grants by their first day. */
export const grants: Source = {
  name: 'grants',
  fact: null,
  relation: 'funding_grant as f',
  cohortDay: () => 'f.starts_on',
  dimensions: { GRANT_KIND: 'f.kind' },
  payers: 'array[f.partner_id]',
};

/** People on the lists of events, by the day of the event; those of cancelled events are none. */
export const attendances: Source = {
  name: 'attendances',
  fact: 'attendance',
  relation:
    'attendance as f join event on event.id = f.event_id and event.cancelled_at is null join branch on branch.id = event.branch_id',
  cohortDay: () => 'event.held_on',
  placedBy: 'EVENT',
  dimensions: {
    COUNTRY: 'branch.country',
    BRANCH: 'event.branch_id',
    EVENT_KIND: 'event.kind',
  },
};
