import type { Source, TrendStep } from './definition.ts';

const DUO_DIMENSIONS = {
  BRANCH: 'f.branch_id',
  GENDER: 'f.gender',
  EDUCATION: 'f.education_level',
  GRANT: 'f.grant_ids',
} as const;

/** What metrics know of a duo: neither who follows it nor where its mentee comes from. */
const DUO_COLUMNS = [
  'duo_id',
  'branch_id',
  'mentor_id',
  'grant_ids',
  'gender',
  'education_level',
  'started_on',
  'closed_on',
  'closure_reason',
  ...['start', 'closure'].flatMap((anchor) => [
    `first_known_from_${anchor}`,
    ...['exit', 'job', 'stable_job'].flatMap((what) => [
      `${what}_from_${anchor}`,
      `documented_${what}_from_${anchor}`,
    ]),
  ]),
]
  .map((column) => `duo_fact.${column}`)
  .join(', ');

/** Duos by their start. */
export const duosByStart: Source = {
  relation: () => 'duo_fact as f',
  cohortDay: () => 'f.started_on',
  dimensions: DUO_DIMENSIONS,
  ofDuos: true,
};

const STEP_LENGTH: Readonly<Record<TrendStep, string>> = {
  MONTH: '1 month',
  QUARTER: '3 months',
  YEAR: '1 year',
};

/** Duos that go on at the end of a day: the last one that is asked for, or in a trend the last one of each step. */
export const duosByDay: Source = {
  ...duosByStart,
  relation: ({ lastDay, step }) => {
    const days =
      step === undefined
        ? `select ${lastDay} as day`
        : `select least((step + interval '${STEP_LENGTH[step]}')::date - 1, ${lastDay}) as day
      from generate_series(date_trunc('${step.toLowerCase()}', (select min(started_on) from duo_fact)::timestamp), ${lastDay}::timestamp, interval '${STEP_LENGTH[step]}') as step`;
    return `(select ${DUO_COLUMNS}, days.day from (${days}) as days join duo_fact
    on duo_fact.started_on <= days.day and (duo_fact.closed_on is null or duo_fact.closed_on > days.day)) as f`;
  },
  cohortDay: () => 'f.day',
};

/** Duos by their closure; those that go on have none and are no rows of it. */
export const duosByClosure: Source = { ...duosByStart, cohortDay: () => 'f.closed_on' };

/** Duos by the day from which exits are sought. */
export const duosByAnchor: Source = {
  ...duosByStart,
  cohortDay: ({ anchor }) => (anchor === 'START' ? 'f.started_on' : 'f.closed_on'),
};

/** Duos by their start, with how often they met by the as-of day. */
export const duosWithMeetings: Source = {
  ...duosByStart,
  relation: ({
    asOf,
  }) => `(select ${DUO_COLUMNS}, (select count(*) from unnest(meeting_days) as held_on where held_on <= ${asOf}) as times
    from duo_fact) as f`,
};

/** Duos by their closure, with who answered the evaluation at it, whenever the answer came. */
export const duosWithResponses: Source = {
  ...duosByClosure,
  relation:
    () => `(select ${DUO_COLUMNS}, coalesce(got.mentee, false) as mentee_answered, coalesce(got.mentor, false) as mentor_answered
    from duo_fact left join (select duo_id, bool_or(respondent = 'MENTEE') as mentee, bool_or(respondent = 'MENTOR') as mentor
      from response_fact group by duo_id) as got using (duo_id)) as f`,
};

/** Meetings by the day on which they were held. */
export const meetings: Source = {
  relation:
    () => `(select duo_fact.duo_id, duo_fact.branch_id, duo_fact.gender, duo_fact.education_level, duo_fact.grant_ids, met.held_on, met.minutes
    from duo_fact cross join unnest(meeting_days, meeting_minutes) as met (held_on, minutes)) as f`,
  cohortDay: () => 'f.held_on',
  dimensions: DUO_DIMENSIONS,
  ofDuos: true,
};

/** Answers to the evaluation at closure, by the closure that they are about: an answer belongs to its duo, whenever it came. */
export const responses: Source = {
  relation: () => 'response_fact as f',
  cohortDay: () => 'f.closed_on',
  dimensions: DUO_DIMENSIONS,
  ofDuos: true,
};

/** Mentees by their info session. A cohort is followed to where its records go, so later steps count with it. */
export const mentees: Source = {
  relation: () => 'mentee_fact as f',
  cohortDay: () => 'f.info_session_on',
  dimensions: { BRANCH: 'f.branch_id', GENDER: 'f.gender', EDUCATION: 'f.education_level' },
  ofDuos: false,
};

/** Mentors by the closure of their first duo. */
export const mentors: Source = {
  relation: () => 'mentor_fact as f',
  cohortDay: () => 'f.first_closure_on',
  dimensions: { BRANCH: 'f.branch_id', GENDER: 'f.gender' },
  ofDuos: false,
};

/** Lines of the accounts by booking day. */
export const costs: Source = {
  relation: () => 'cost as f',
  cohortDay: () => 'f.booked_on',
  dimensions: { BRANCH: 'f.branch_id', COST_CATEGORY: 'f.category' },
  ofDuos: false,
};

/** Grants by their first day. */
export const grants: Source = {
  relation: () => 'funding_grant as f',
  cohortDay: () => 'f.starts_on',
  dimensions: { GRANT_KIND: 'f.kind' },
  ofDuos: false,
};
