/** What records may say: the condition under which one says it, and among which records it is sought ($1 is the day). */
const MENTEES = 'mentee as r join person on person.id = r.person_id where person.erased_on is null';
const MENTORS = 'mentor as r join person on person.id = r.person_id where person.erased_on is null';
const DUOS = 'duo_fact as r where r.started_on <= $1::date';
const CLOSED = 'duo_fact as r where r.closed_on <= $1::date';

const FIELDS = {
  MENTEE_GENDER: [MENTEES, 'person.gender is not null'],
  MENTEE_BIRTH_DATE: [MENTEES, 'person.birth_date is not null'],
  MENTEE_NATIONALITY: [MENTEES, 'r.nationality is not null'],
  MENTEE_EDUCATION: [MENTEES, 'r.education_level is not null'],
  MENTEE_RESIDENCE_GROUND: [MENTEES, 'r.residence_ground is not null'],
  MENTEE_OUT_OF_WORK: [MENTEES, 'r.months_out_of_work is not null'],
  MENTEE_REFERRAL: [MENTEES, 'r.referral is not null'],
  MENTOR_GENDER: [MENTORS, 'person.gender is not null'],
  MENTOR_BIRTH_DATE: [MENTORS, 'person.birth_date is not null'],
  MENTOR_SECTOR: [MENTORS, 'r.sector is not null'],
  MENTOR_WORK_STATUS: [MENTORS, 'r.work_status is not null'],
  DUO_COORDINATOR: [DUOS, 'r.coordinator_id is not null'],
  DUO_GRANT: [DUOS, `r.grant_ids <> '{}'`],
  DUO_MEETING: [
    `duo_fact as r where r.started_on <= $1::date - interval '1 month'`,
    'r.meeting_days[1] <= $1::date',
  ],
  DUO_SITUATION: [
    `duo_fact as r where r.started_on <= $1::date - interval '1 year'`,
    `r.first_known_from_start <= r.started_on + interval '1 year'`,
  ],
  DUO_MENTEE_EVALUATION: [CLOSED, 'r.mentee_answered'],
  DUO_MENTOR_EVALUATION: [CLOSED, 'r.mentor_answered'],
} as const satisfies Readonly<Record<string, readonly [string, string]>>;

export type CompletedField = keyof typeof FIELDS;
export const COMPLETED_FIELDS = Object.keys(FIELDS) as [CompletedField, ...CompletedField[]];

/** A statement that answers with `field`, `key` (the branch), `label`, `filled` and `records`: each sort of records is read once. */
export const COMPLETENESS = [...Map.groupBy(COMPLETED_FIELDS, (field) => FIELDS[field][0])]
  .map(
    ([records, fields]) => `select field, branch.id as key, branch.name as label, filled, records from (
  select r.branch_id, count(*) as records, ${fields.map((field) => `count(*) filter (where ${FIELDS[field][1]}) as ${field.toLowerCase()}`).join(', ')}
  from ${records} group by r.branch_id) as counted
cross join lateral (values ${fields.map((field) => `('${field}', ${field.toLowerCase()})`).join(', ')}) as said (field, filled)
join branch on branch.id = branch_id`,
  )
  .join('\nunion all\n');
