import type { ImportKind } from './kinds.ts';

/** The record of a staged row `s`, as `r` with what it is joined to, and what it says of each field of the row. */
interface RecordOfRow {
  readonly from: string;
  readonly where: string;
  readonly says: Readonly<Record<string, string>>;
}

const PERSON = {
  given_name: 'person.given_name',
  family_name: 'person.family_name',
  gender: 'person.gender',
  birth_date: 'person.birth_date',
  email: 'person.email',
  branch: 'branch.name',
};

const stage = (journey: string, step: string) =>
  `(select reached_on from stage_change where person_id = r.person_id and journey = '${journey}' and stage = '${step}')`;
const answer = (question: string) =>
  `(select score from answer where response_id = r.id and question = '${question}')`;

/** Kinds whose rows carry a reference; the rows of the others are what they say, and one that says something else is another. */
const RECORDS: Readonly<Partial<Record<ImportKind, RecordOfRow>>> = {
  GRANTS: {
    from: `funding_grant as r join partner on partner.id = r.partner_id left join branch on branch.id = r.branch_id`,
    where: 'r.reference = s.reference and r.removed_at is null',
    says: {
      funder: 'partner.name',
      kind: 'r.kind',
      starts_on: 'r.starts_on',
      ends_on: 'r.ends_before - 1',
      amount_cents: 'r.amount_cents',
      branch: 'branch.name',
    },
  },
  MENTEES: {
    from: `mentee as r join person on person.id = r.person_id join branch on branch.id = r.branch_id`,
    where: 'r.reference = s.reference',
    says: {
      ...PERSON,
      nationality: 'r.nationality',
      education_level: 'r.education_level',
      residence_ground: 'r.residence_ground',
      months_out_of_work: 'r.months_out_of_work',
      referral: 'r.referral',
      info_session_on: stage('MENTEE', 'INFO_SESSION'),
      registered_on: stage('MENTEE', 'REGISTERED'),
      intake_on: stage('MENTEE', 'INTAKE'),
      consent: `(select status from current_consent where person_id = r.person_id and purpose = 'PROGRAMME')`,
    },
  },
  MENTORS: {
    from: `mentor as r join person on person.id = r.person_id join branch on branch.id = r.branch_id`,
    where: 'r.reference = s.reference',
    says: {
      ...PERSON,
      sector: 'r.sector',
      work_status: 'r.work_status',
      info_session_on: stage('MENTOR', 'INFO_SESSION'),
      interview_on: stage('MENTOR', 'INTERVIEW'),
      trained_on: stage('MENTOR', 'TRAINED'),
    },
  },
  DUOS: {
    from: `duo as r join mentee on mentee.id = r.mentee_id join mentor on mentor.id = r.mentor_id join branch on branch.id = r.branch_id
      left join coordinator on coordinator.id = r.coordinator_id`,
    where: 'r.reference = s.reference',
    says: {
      mentee: 'mentee.reference',
      mentor: 'mentor.reference',
      coordinator: 'coordinator.name',
      branch: 'branch.name',
      started_on: 'r.started_on',
      planned_end_on: 'r.planned_end_on',
      closed_on: 'r.closed_on',
      closure_reason: 'r.closure_reason',
      earmarked_grant: `(select funding_grant.reference from earmark join funding_grant on funding_grant.id = earmark.grant_id
        where earmark.duo_id = r.id order by funding_grant.reference = s.earmarked_grant desc limit 1)`,
    },
  },
  EVENTS: {
    from: 'event as r join branch on branch.id = r.branch_id',
    where: 'r.reference = s.reference',
    says: {
      kind: 'r.kind',
      title: 'r.title',
      held_on: 'r.held_on',
      branch: 'branch.name',
      audience: 'r.audience',
    },
  },
  ATTENDANCES: {
    from: 'attendance as r join event on event.id = r.event_id',
    where: `event.reference = s.event and r.person_id in (
      select person_id from mentee where reference = s.mentee union all select person_id from mentor where reference = s.mentor)`,
    says: { status: 'r.status' },
  },
  COMPARISONS: {
    from: 'comparison_member as r join comparison_group on comparison_group.id = r.group_id and comparison_group.removed_at is null',
    where: 'comparison_group.name = s.comparison_group and r.pseudonym = s.pseudonym',
    says: {
      country: 'r.country',
      gender: 'r.gender',
      age: 'r.age',
      nationality: 'r.nationality',
      education_level: 'r.education_level',
      months_out_of_work: 'r.months_out_of_work',
      started_on: 'r.started_on',
      observed_until: 'r.observed_until',
      // Both may stand for an earlier day of what they follow from.
      exit_on:
        'case when s.exit_on <= least(s.job_on, s.stable_job_on) is not false then r.exit_on else s.exit_on end',
      job_on: 'case when s.job_on <= s.stable_job_on is not false then r.job_on else s.job_on end',
      stable_job_on: 'r.stable_job_on',
    },
  },
  EVALUATIONS: {
    from: 'response as r join duo on duo.id = r.duo_id',
    where: 'duo.reference = s.duo and r.respondent = s.respondent',
    says: {
      answered_on: 'r.answered_on',
      autonomy: answer('AUTONOMY'),
      network: answer('NETWORK'),
      usefulness: answer('USEFULNESS'),
      coaching: answer('COACHING'),
      satisfaction: answer('SATISFACTION'),
      recommendation: answer('RECOMMENDATION'),
    },
  },
};

/**
 * A statement for the cells of the staged rows that say something else than the record that is there: `file`, `line`,
 * `field` and `said`, what the record says. An empty cell says nothing. Undefined for kinds without references.
 */
export function differencesOf(kind: ImportKind, table: string): string | undefined {
  const record = RECORDS[kind];
  if (record === undefined) return undefined;
  const cells = Object.entries(record.says).map(
    ([field, said]) => `('${field}', s.${field}::text, (${said})::text)`,
  );
  return `select s.file, s.line, cell.field, cell.said from ${table} as s cross join lateral (
    select cell.* from ${record.from} cross join lateral (values ${cells.join(', ')}) as cell (field, value, said)
    where ${record.where} and cell.value <> coalesce(cell.said, '')) as cell`;
}
