import type { RefusalCode } from '@tandem/domain/refusal';
import type { ImportKind } from './kinds.ts';

/** A condition on the staged rows `s` of a kind under which a row is refused, and the field that it is about. */
export interface SetCheck {
  readonly code: RefusalCode;
  readonly field: string;
  readonly when: string;
}

/** The row says again what an earlier row of the run said. */
function repeated(table: string, columns: string): string {
  return `(s.file, s.line) in (select file, line from (
    select file, line, row_number() over (partition by ${columns} order by file, line) as turn from ${table}) as turns where turn > 1)`;
}

const unknown = (table: string, column: string) =>
  `not exists (select 1 from ${table} where ${table}.reference = s.${column})`;

const RANGE = (row: string) =>
  `daterange(${row}.started_on, greatest(${row}.closed_on, ${row}.started_on + 1))`;

/** The person has another duo at that time, among the records or earlier in the files. */
function overlaps(person: 'mentor' | 'mentee'): string {
  return `(exists (select 1 from duo join ${person} on ${person}.id = duo.${person}_id
      where ${person}.reference = s.${person} and duo.reference <> s.reference and ${RANGE('duo')} && ${RANGE('s')})
    or exists (select 1 from stage_duos as earlier
      where earlier.${person} = s.${person} and (earlier.file, earlier.line) < (s.file, s.line) and ${RANGE('earlier')} && ${RANGE('s')}))`;
}

/** What only a look at all rows and at the records can refuse, in the order in which it is looked for. */
export const SET_CHECKS: Readonly<Record<ImportKind, readonly SetCheck[]>> = {
  GRANTS: [
    { code: 'REFERENCE_TAKEN', field: 'reference', when: repeated('stage_grants', 'reference') },
    { code: 'GRANT_PERIOD_EMPTY', field: 'ends_on', when: 's.ends_on < s.starts_on' },
    { code: 'TOO_SMALL', field: 'amount_cents', when: 's.amount_cents < 0' },
  ],
  MENTEES: [{ code: 'REFERENCE_TAKEN', field: 'reference', when: repeated('stage_mentees', 'reference') }],
  MENTORS: [{ code: 'REFERENCE_TAKEN', field: 'reference', when: repeated('stage_mentors', 'reference') }],
  DUOS: [
    { code: 'REFERENCE_TAKEN', field: 'reference', when: repeated('stage_duos', 'reference') },
    { code: 'REFERENCE_UNKNOWN', field: 'mentee', when: unknown('mentee', 'mentee') },
    { code: 'REFERENCE_UNKNOWN', field: 'mentor', when: unknown('mentor', 'mentor') },
    {
      code: 'REFERENCE_UNKNOWN',
      field: 'earmarked_grant',
      when: `s.earmarked_grant is not null and ${unknown('funding_grant', 'earmarked_grant')}`,
    },
    { code: 'CLOSURE_BEFORE_START', field: 'closed_on', when: 's.closed_on < s.started_on' },
    { code: 'PLANNED_END_BEFORE_START', field: 'planned_end_on', when: 's.planned_end_on < s.started_on' },
    {
      code: 'REQUIRED',
      field: 'closure_reason',
      when: 's.closed_on is not null and s.closure_reason is null',
    },
    { code: 'REQUIRED', field: 'closed_on', when: 's.closed_on is null and s.closure_reason is not null' },
    { code: 'MENTOR_HAS_DUO', field: 'mentor', when: overlaps('mentor') },
    { code: 'MENTEE_HAS_DUO', field: 'mentee', when: overlaps('mentee') },
  ],
  OUTCOMES: [
    { code: 'REFERENCE_UNKNOWN', field: 'duo', when: unknown('duo', 'duo') },
    {
      code: 'OUTCOME_BEFORE_START',
      field: 'observed_on',
      when: 's.observed_on < (select started_on from duo where duo.reference = s.duo)',
    },
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
  MEETINGS: [
    { code: 'REFERENCE_UNKNOWN', field: 'duo', when: unknown('duo', 'duo') },
    {
      code: 'MEETING_BEFORE_START',
      field: 'held_on',
      when: 's.held_on < (select started_on from duo where duo.reference = s.duo)',
    },
    {
      code: 'MEETING_AFTER_CLOSURE',
      field: 'held_on',
      when: 's.held_on > (select closed_on from duo where duo.reference = s.duo)',
    },
  ],
  EVALUATIONS: [
    { code: 'REFERENCE_UNKNOWN', field: 'duo', when: unknown('duo', 'duo') },
    { code: 'REFERENCE_TAKEN', field: 'respondent', when: repeated('stage_evaluations', 'duo, respondent') },
  ],
  COSTS: [],
};
