import { KNOWN_ON_THE_DAY, ROLES_OF_AUDIENCE } from '@tandem/domain/event';
import type { RefusalCode } from '@tandem/domain/refusal';
import type { ImportKind } from './kinds.ts';
import { IMPORT_DAY } from './moves.sql.ts';
import { NEW_COSTS, REFERENCED_COSTS } from './new-rows.sql.ts';

/** A condition on the staged rows `s` of a kind under which a row is refused, and the field that it is about. */
export interface SetCheck {
  readonly code: RefusalCode;
  readonly field: string;
  readonly when: string;
  readonly params?: Readonly<Record<string, string | number>>;
  /** Where it is refused for lying before another cell of its row: the name of that one's field, and its day. */
  readonly precedes?: { readonly field: string; readonly day: string };
}

/** The row says again what an earlier row of the run said. */
function repeated(table: string, columns: string): string {
  return `(s.file, s.line) in (select file, line from (
    select file, line, row_number() over (partition by ${columns} order by file, line) as turn from ${table}) as turns where turn > 1)`;
}

const unknown = (table: string, column: string) =>
  `not exists (select 1 from ${table} where ${table}.reference = s.${column})`;

/** A removed grant is none that a row could name; one that is not awarded is there, and pays nothing. */
const namesNoGrant = (field: string): SetCheck => ({
  code: 'REFERENCE_UNKNOWN',
  field,
  when: `s.${field} is not null and not exists (select from funding_grant where funding_grant.reference = s.${field} and removed_at is null)`,
});
const PAYS_NOTHING = 'funding_grant.removed_at is null and not funding_grant.counts';

/** A reference of somebody who was erased since: the file is from before, and would bring them back. */
const erased = (kind: 'mentee' | 'mentor' | 'duo', field = 'reference'): SetCheck => ({
  code: 'PERSON_ERASED',
  field,
  when: `exists (select 1 from erased_reference where digest = reference_digest('${kind}', s.${field}))`,
});

const RANGE = (row: string) =>
  `daterange(${row}.started_on, greatest(${row}.closed_on, ${row}.started_on + 1))`;

const isNewDuo = (row: string) => `not exists (select 1 from duo where duo.reference = ${row}.reference)`;

/** The person of a new duo has another one at that time, among the records or earlier in the files. */
function overlaps(person: 'mentor' | 'mentee'): string {
  return `${isNewDuo('s')} and (exists (select 1 from duo join ${person} on ${person}.id = duo.${person}_id
      where ${person}.reference = s.${person} and ${RANGE('duo')} && ${RANGE('s')})
    or exists (select 1 from stage_duos as earlier
      where earlier.${person} = s.${person} and ${isNewDuo('earlier')} and (earlier.file, earlier.line) < (s.file, s.line) and ${RANGE('earlier')} && ${RANGE('s')}))`;
}

/** A step is dated before one that comes first; the latest of those is named. */
function before(later: string, formers: readonly string[]): SetCheck {
  const latest = `greatest(${formers.map((former) => `s.${former}`).join(', ')})`;
  const named = formers.map((former) => `when s.${former} then '${former}'`).join(' ');
  return {
    code: 'STEP_OUT_OF_ORDER',
    field: later,
    when: `s.${later} < ${latest}`,
    precedes: { field: `case ${latest} ${named} end`, day: latest },
  };
}

/** Of steps in their order, a later one is dated before a former. */
function outOfOrder(...steps: readonly string[]): SetCheck[] {
  return steps.flatMap((later, index) => (index === 0 ? [] : [before(later, steps.slice(0, index))]));
}

/** The event of a row is such. */
const ofEvent = (what: string) => `exists (select 1 from event where event.reference = s.event and ${what})`;
const quoted = (words: readonly string[]) => words.map((word) => `'${word}'`).join(', ');
const audiencesWithout = (role: 'MENTEE' | 'MENTOR') =>
  quoted(
    Object.entries(ROLES_OF_AUDIENCE).flatMap(([audience, roles]) =>
      roles.includes(role) ? [] : [audience],
    ),
  );

/** Nothing is written down before it is so. */
const recordedEarly = (day: string): SetCheck => ({
  code: 'RECORDED_TOO_EARLY',
  field: 'recorded_on',
  when: `s.recorded_on < s.${day}`,
});

/** Costs with a reference that come to be one of these. */
const referencedAs = (fates: readonly string[], joined = '') =>
  `select file, line from (${REFERENCED_COSTS}) as referenced ${joined} where fate in (${quoted(fates)})`;

const startOfDuo = '(select started_on from duo where duo.reference = s.duo)';

/**
 * What only a look at all rows and at the records can refuse; the first round is about repeated rows alone. A row is held against all checks of a round, and goes on
 * to the next if none refused it, so that a row that is out refuses no other.
 */
export const SET_CHECKS: Readonly<Record<ImportKind, readonly (readonly SetCheck[])[]>> = {
  GRANTS: [
    [{ code: 'REPEATED_IN_LIST', field: 'reference', when: repeated('stage_grants', 'reference') }],
    [
      { code: 'GRANT_PERIOD_EMPTY', field: 'ends_on', when: 's.ends_on < s.starts_on' },
      { code: 'TOO_SMALL', field: 'amount_cents', when: 's.amount_cents < 0', params: { limit: 0 } },
      {
        code: 'REFERENCE_TAKEN',
        field: 'reference',
        when: 'exists (select from funding_grant where funding_grant.reference = s.reference and removed_at is not null)',
      },
    ],
  ],
  MENTEES: [
    [{ code: 'REPEATED_IN_LIST', field: 'reference', when: repeated('stage_mentees', 'reference') }],
    [erased('mentee')],
    outOfOrder('birth_date', 'info_session_on', 'registered_on', 'intake_on'),
  ],
  MENTORS: [
    [{ code: 'REPEATED_IN_LIST', field: 'reference', when: repeated('stage_mentors', 'reference') }],
    [erased('mentor')],
    outOfOrder('birth_date', 'info_session_on', 'interview_on', 'trained_on'),
  ],
  DUOS: [
    [{ code: 'REPEATED_IN_LIST', field: 'reference', when: repeated('stage_duos', 'reference') }],
    [erased('duo')],
    [
      { code: 'REFERENCE_UNKNOWN', field: 'mentee', when: unknown('mentee', 'mentee') },
      { code: 'REFERENCE_UNKNOWN', field: 'mentor', when: unknown('mentor', 'mentor') },
      namesNoGrant('earmarked_grant'),
      // What pays a duo that is there is asked of its record alone.
      {
        code: 'GRANT_DOES_NOT_COUNT',
        field: 'earmarked_grant',
        when: `${isNewDuo('s')} and exists (select from funding_grant where funding_grant.reference = s.earmarked_grant and ${PAYS_NOTHING})`,
      },
      { code: 'CLOSURE_BEFORE_START', field: 'closed_on', when: 's.closed_on < s.started_on' },
      { code: 'PLANNED_END_BEFORE_START', field: 'planned_end_on', when: 's.planned_end_on < s.started_on' },
      {
        code: 'REQUIRED',
        field: 'closure_reason',
        when: 's.closed_on is not null and s.closure_reason is null',
      },
      { code: 'REQUIRED', field: 'closed_on', when: 's.closed_on is null and s.closure_reason is not null' },
    ],
    [
      { code: 'MENTOR_HAS_DUO', field: 'mentor', when: overlaps('mentor') },
      { code: 'MENTEE_HAS_DUO', field: 'mentee', when: overlaps('mentee') },
    ],
  ],
  OUTCOMES: [
    [
      { code: 'REFERENCE_UNKNOWN', field: 'duo', when: unknown('duo', 'duo') },
      { code: 'OUTCOME_BEFORE_START', field: 'observed_on', when: `s.observed_on < ${startOfDuo}` },
      recordedEarly('observed_on'),
      {
        code: 'CONTRACT_NEEDED_FOR_JOB',
        field: 'contract_type',
        when: `s.situation = 'JOB' and s.contract_type is null`,
      },
      {
        code: 'CONTRACT_ONLY_FOR_JOB',
        field: 'contract_type',
        when: `s.situation <> 'JOB' and s.contract_type is not null`,
      },
    ],
  ],
  MEETINGS: [
    [
      { code: 'REFERENCE_UNKNOWN', field: 'duo', when: unknown('duo', 'duo') },
      { code: 'MEETING_BEFORE_START', field: 'held_on', when: `s.held_on < ${startOfDuo}` },
      {
        code: 'MEETING_AFTER_CLOSURE',
        field: 'held_on',
        when: 's.held_on > (select closed_on from duo where duo.reference = s.duo)',
      },
    ],
  ],
  EVALUATIONS: [
    [
      { code: 'REFERENCE_UNKNOWN', field: 'duo', when: unknown('duo', 'duo') },
      {
        code: 'REPEATED_IN_LIST',
        field: 'respondent',
        when: repeated('stage_evaluations', 'duo, respondent'),
      },
      { code: 'ANSWER_BEFORE_START', field: 'answered_on', when: `s.answered_on < ${startOfDuo}` },
      recordedEarly('answered_on'),
    ],
  ],
  EVENTS: [[{ code: 'REPEATED_IN_LIST', field: 'reference', when: repeated('stage_events', 'reference') }]],
  ATTENDANCES: [
    [
      {
        code: 'ONE_PERSON_A_ROW',
        field: 'mentee',
        when: '(s.mentee is null) = (s.mentor is null)',
      },
      {
        code: 'REPEATED_IN_LIST',
        field: 'event',
        when: repeated('stage_attendances', 'event, mentee, mentor'),
      },
    ],
    [erased('mentee', 'mentee'), erased('mentor', 'mentor')],
    [
      { code: 'REFERENCE_UNKNOWN', field: 'event', when: unknown('event', 'event') },
      {
        code: 'REFERENCE_UNKNOWN',
        field: 'mentee',
        when: `s.mentee is not null and ${unknown('mentee', 'mentee')}`,
      },
      {
        code: 'REFERENCE_UNKNOWN',
        field: 'mentor',
        when: `s.mentor is not null and ${unknown('mentor', 'mentor')}`,
      },
    ],
    [
      { code: 'EVENT_CANCELLED', field: 'event', when: ofEvent('cancelled_at is not null') },
      {
        code: 'EVENT_NOT_YET',
        field: 'status',
        when: `s.status in (${quoted(KNOWN_ON_THE_DAY)}) and ${ofEvent(`held_on > ${IMPORT_DAY}`)}`,
      },
      {
        code: 'NOT_OF_AUDIENCE',
        field: 'mentee',
        when: `s.mentee is not null and ${ofEvent(`audience in (${audiencesWithout('MENTEE')})`)}`,
      },
      {
        code: 'NOT_OF_AUDIENCE',
        field: 'mentor',
        when: `s.mentor is not null and ${ofEvent(`audience in (${audiencesWithout('MENTOR')})`)}`,
      },
    ],
  ],
  COSTS: [
    [
      {
        code: 'REPEATED_IN_LIST',
        field: 'reference',
        when: `s.reference is not null and ${repeated('stage_costs', 'reference')}`,
      },
    ],
    [
      namesNoGrant('bearing_grant'),
      {
        code: 'GRANT_DOES_NOT_COUNT',
        field: 'bearing_grant',
        when: `(s.file, s.line) in (
          select file, line from (${NEW_COSTS}) as fresh join funding_grant on funding_grant.reference = bearing_grant where ${PAYS_NOTHING}
          union all
          ${referencedAs(['NEW', 'CHANGED'], `join funding_grant on funding_grant.id = next_grant_id and ${PAYS_NOTHING}`)})`,
      },
      {
        code: 'LINE_TAKEN_BACK',
        field: 'reference',
        when: `(s.file, s.line) in (${referencedAs(['TAKEN_BACK'])})`,
      },
      // A line that is there already is no booking, and a changed one is corrected in an open month.
      {
        code: 'MONTH_CLOSED',
        field: 'booked_on',
        when: `s.booked_on < (select closed_before from ledger) and (s.file, s.line) in (
          select file, line from (${NEW_COSTS}) as fresh union all ${referencedAs(['NEW'])})`,
      },
    ],
  ],
  BUDGETS: [
    [
      {
        code: 'REPEATED_IN_LIST',
        field: 'month',
        when: `exists (select from stage_budgets as other
          where other.file < s.file and date_trunc('year', other.month) = date_trunc('year', s.month))`,
      },
    ],
    [
      {
        code: 'REFERENCE_UNKNOWN',
        field: 'branch',
        when: 'not exists (select from branch where branch.name = s.branch)',
      },
      { code: 'TOO_SMALL', field: 'amount_cents', when: 's.amount_cents < 0', params: { limit: 0 } },
    ],
  ],
  COMPARISONS: [
    [
      {
        code: 'REPEATED_IN_LIST',
        field: 'pseudonym',
        when: repeated('stage_comparisons', 'comparison_group, pseudonym'),
      },
    ],
    [
      ...['exit_on', 'job_on', 'stable_job_on'].flatMap((field) => outOfOrder('started_on', field)),
      before('observed_until', ['started_on', 'exit_on', 'job_on', 'stable_job_on']),
    ],
  ],
};
