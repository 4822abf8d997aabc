import { AUDIT_ACTIONS, AUDIT_CREDENTIALS, AUDITED_KINDS } from '@tandem/domain/audit';
import { CAPABILITIES, ROLES } from '@tandem/domain/capabilities';
import { REFUSAL_CODES } from '@tandem/domain/refusal';
import * as words from '@tandem/domain/vocabulary';
import { registerEnumType } from 'type-graphql';

/** Makes a GraphQL enum of a closed list of the domain. */
export function enumOf<const T extends readonly string[]>(
  name: string,
  values: T,
  description: string,
  /** What single values mean, where their names do not say it. */
  meanings?: Readonly<Partial<Record<T[number], string>>>,
): { [K in T[number]]: K } {
  const members = Object.fromEntries(values.map((value) => [value, value])) as { [K in T[number]]: K };
  const valuesConfig = Object.fromEntries(
    Object.entries(meanings ?? {}).map(([value, meaning]) => [value, { description: String(meaning) }]),
  ) as Partial<Record<T[number], { description: string }>>;
  registerEnumType(members, { name, description, valuesConfig });
  return members;
}

export const GenderEnum = enumOf('Gender', words.GENDERS, 'As stated by the person.');
export const EducationLevelEnum = enumOf(
  'EducationLevel',
  words.EDUCATION_LEVELS,
  'Highest diploma recognised in the country of residence.',
);
export const ResidenceGroundEnum = enumOf(
  'ResidenceGround',
  words.RESIDENCE_GROUNDS,
  'The ground on which somebody stays in the country.',
);
export const ReferralEnum = enumOf('Referral', words.REFERRALS, 'Who sent a mentee to the programme.');
export const AgeBandEnum = enumOf(
  'AgeBand',
  words.AGE_BANDS,
  "A mentee's age when the duo starts, in years.",
);
export const OutOfWorkBandEnum = enumOf(
  'OutOfWorkBand',
  words.OUT_OF_WORK_BANDS,
  'How long a mentee was out of work at registration.',
);
export const NationalityGroupEnum = enumOf(
  'NationalityGroup',
  words.NATIONALITY_GROUPS,
  'Nationals of the country in which they are accompanied, others by region (UN M49).',
);
export const WorkStatusEnum = enumOf(
  'WorkStatus',
  words.WORK_STATUSES,
  'Whether a mentor works or has retired.',
);
export const SectorEnum = enumOf('Sector', words.SECTORS, "A mentor's line of work.");
export const JourneyEnum = enumOf('Journey', words.JOURNEYS, 'Whose way into a duo.');
export const MenteeStageEnum = enumOf(
  'MenteeStage',
  words.MENTEE_STAGES,
  "Steps of a mentee's way into a duo, in order.",
);
export const MentorStageEnum = enumOf(
  'MentorStage',
  words.MENTOR_STAGES,
  "Steps of a mentor's way into a duo, in order.",
);
export const ClosureReasonEnum = enumOf('ClosureReason', words.CLOSURE_REASONS, 'Why a duo ended.');
export const DuoStatusEnum = enumOf('DuoStatus', words.DUO_STATUSES, 'Whether a duo goes on.');
export const MeetingModeEnum = enumOf('MeetingMode', words.MEETING_MODES, 'Where a meeting took place.');
export const EventKindEnum = enumOf(
  'EventKind',
  words.EVENT_KINDS,
  'An occasion of the programme to which several people come.',
);
export const EventAudienceEnum = enumOf('EventAudience', words.EVENT_AUDIENCES, 'For whom an event is.');
export const EventStatusEnum = enumOf('EventStatus', words.EVENT_STATUSES, 'Where an event stands today.');
export const ParticipantRoleEnum = enumOf(
  'ParticipantRole',
  words.PARTICIPANT_ROLES,
  'As what somebody comes to an event.',
);
export const AttendanceStatusEnum = enumOf(
  'AttendanceStatus',
  words.ATTENDANCE_STATUSES,
  'Whether somebody on the list of an event came.',
  {
    REGISTERED: 'Expected; of an event that was held: not known.',
    EXCUSED: 'Told beforehand that they would not come.',
  },
);
export const SituationEnum = enumOf(
  'Situation',
  words.SITUATIONS,
  'What a mentee was found to do; all but JOB_SEARCH are positive exits.',
);
export const ContractTypeEnum = enumOf(
  'ContractType',
  words.CONTRACT_TYPES,
  'The kind of contract of a job.',
);
export const EvidenceSourceEnum = enumOf(
  'EvidenceSource',
  words.EVIDENCE_SOURCES,
  'From where it is known: all but DECLARED are documents.',
);
export const RespondentEnum = enumOf('Respondent', words.RESPONDENTS, 'Who answered an evaluation.');
export const QuestionEnum = enumOf('Question', words.QUESTIONS, 'A question of the evaluation at closure.');
export const PartnerKindEnum = enumOf(
  'PartnerKind',
  words.PARTNER_KINDS,
  'What sort of organisation a partner is.',
);
export const GrantKindEnum = enumOf('GrantKind', words.GRANT_KINDS, 'What sort of funds a grant is.');
export const CostCategoryEnum = enumOf('CostCategory', words.COST_CATEGORIES, 'What a cost was for.');
export const CostNatureEnum = enumOf(
  'CostNature',
  words.COST_NATURES,
  'How a cost behaves as duos are added.',
  {
    DIRECT: 'Spent on single duos.',
    SHARED: 'Spent on running duos together: it grows with their number.',
    INDIRECT: 'There whatever the number of duos.',
  },
);
export const CostCorrectionEnum = enumOf(
  'CostCorrection',
  words.COST_CORRECTIONS,
  'What became of a line that was taken back.',
  {
    REPLACED: 'Another line took its place.',
    TAKEN_BACK: 'None did.',
  },
);
export const CostEntryEnum = enumOf('CostEntry', words.COST_ENTRIES, 'What a line of the ledger is.', {
  BOOKING: 'A line of the accounts.',
  REVERSAL: 'The counter-entry that takes a line back.',
  REPLACEMENT: 'What stands in the place of a line that was taken back.',
});
export const GrantStatusEnum = enumOf('GrantStatus', words.GRANT_STATUSES, 'Where a grant stands.', {
  REQUESTED: 'Asked for; no money that counts.',
  AWARDED: 'Agreed; duos may be earmarked.',
  SETTLED: 'Closed with the funder; it counts and pays nothing new.',
  DECLINED: 'Not given.',
});
export const ConditionMeasureEnum = enumOf(
  'ConditionMeasure',
  words.CONDITION_MEASURES,
  'What a condition is measured by, over the duos that the grant pays.',
);
export const ConditionVerdictEnum = enumOf(
  'ConditionVerdict',
  words.CONDITION_VERDICTS,
  'What may be said of a measured condition. It is agreed as a plain figure, and met by the plain figure; the interval is told beside.',
  {
    REACHED: 'The figure is the target or more.',
    NOT_REACHED: 'The figure is less than the target, and its day is over.',
    OPEN: 'The figure is less than the target and may still change: its day is not over.',
    NOTHING_TO_COUNT: 'There is no figure yet.',
    NOT_SHOWN: 'There is a figure, and it is not shown to this viewer.',
  },
);
export const IntervalSideEnum = enumOf(
  'IntervalSide',
  words.INTERVAL_SIDES,
  'Where a 95 % interval lies beside a target.',
  {
    ABOVE: 'All of it is the target or more.',
    BELOW: 'All of it is less than the target.',
    AROUND: 'The target lies within it.',
  },
);
export const GrantDueKindEnum = enumOf('GrantDueKind', words.GRANT_DUE_KINDS, 'What is due of a grant.');
export const AllocationBasisEnum = enumOf(
  'AllocationBasis',
  words.ALLOCATION_BASES,
  'By what shared cost is allocated.',
  {
    STARTED_DUOS: 'Duos that started in the period.',
    ACTIVE_DUO_MONTHS: 'How long duos went on in the period, to the day.',
    BRANCH_SHARES: 'Stated shares of branches; within a branch, how long its duos went on.',
  },
);
export const AllocationSpanEnum = enumOf(
  'AllocationSpan',
  words.ALLOCATION_SPANS,
  'Among the duos of which time a line of the ledger is allocated.',
  {
    MONTH:
      'Those of the month that the line is about; a grant counts on the days of its own time. Any periods add up.',
    YEAR: 'Those of the calendar year that the line is about; a grant counts on the days of its own time. Any periods add up.',
    PERIOD:
      'Those of the period that is asked for: a grant bears a part of lines from before it began, and periods do not add up.',
  },
);
export const EngagementEnum = enumOf('Engagement', words.ENGAGEMENTS, 'What a registered employee will do.');
export const VolunteerStatusEnum = enumOf(
  'VolunteerStatus',
  words.VOLUNTEER_STATUSES,
  'Where a registered employee stands.',
);
export const TimeEntryStatusEnum = enumOf(
  'TimeEntryStatus',
  words.TIME_ENTRY_STATUSES,
  'Whether hours were decided on.',
);
export const StakeholderEnum = enumOf(
  'Stakeholder',
  words.STAKEHOLDERS,
  'Who has the benefit of an outcome.',
);
export const SroiStatusEnum = enumOf(
  'SroiStatus',
  words.SROI_STATUSES,
  'Where a version of the value map stands.',
  {
    DRAFT: 'It is being worked on.',
    PUBLISHED: 'Nothing changes it any more.',
    DISCARDED: 'A draft that was taken off the table.',
  },
);
export const SroiParameterEnum = enumOf(
  'SroiParameter',
  words.SROI_PARAMETERS,
  'What may be uncertain in a row of the value map: fields of a row.',
);
export const SroiNumberEnum = enumOf(
  'SroiNumber',
  words.SROI_NUMBERS,
  'What of a row of the value map a scenario may set: fields of a row.',
);
export const DistributionEnum = enumOf(
  'Distribution',
  words.DISTRIBUTIONS,
  'How an uncertain number lies between its lowest and its highest value.',
  {
    TRIANGULAR: 'Most likely at its value, falling in a straight line to nothing at both ends.',
    PERT: 'The beta distribution of a most likely value that counts four times.',
    UNIFORM: 'Every value as likely as the other.',
    NORMAL: 'Around its value, with a quarter of the range as standard deviation, cut off at both ends.',
    FIXED: 'Always its value: low and high serve the one-way sensitivity alone.',
  },
);
export const EvidenceGradeEnum = enumOf(
  'EvidenceGrade',
  words.EVIDENCE_GRADES,
  'How well a row of the value map is founded.',
);
export const DiscountConventionEnum = enumOf(
  'DiscountConvention',
  words.DISCOUNT_CONVENTIONS,
  'END_OF_YEAR discounts the first year once, START_OF_YEAR not.',
);
export const AttentionEnum = enumOf('Attention', words.ATTENTIONS, 'Why a duo waits for somebody today.');
export const ConsentStatusEnum = enumOf(
  'ConsentStatus',
  words.CONSENT_STATUSES,
  'Where somebody stands with a purpose that needs their consent.',
);
export const LegalBasisEnum = enumOf(
  'LegalBasis',
  words.LEGAL_BASES,
  'What makes processing lawful: article 6(1) GDPR.',
);
export const DataCategoryEnum = enumOf('DataCategory', words.DATA_CATEGORIES, 'A kind of personal data.');
export const DataRecipientEnum = enumOf(
  'DataRecipient',
  words.DATA_RECIPIENTS,
  'Who is given personal data.',
);
export const RetentionKindEnum = enumOf(
  'RetentionKind',
  words.RETENTION_KINDS,
  'What a retention rule is about, and when its time begins.',
  {
    CANDIDATE:
      'People who never had a duo: with the last step that they reached, or the last event that they came to.',
    MENTEE: 'Mentees: with the closure of their last duo, or the last event that they came to.',
    MENTOR: 'Mentors: with the closure of their last duo, or the last event that they came to.',
    VOLUNTEER: 'Registered employees: with their withdrawal.',
    MEETING_NOTES: 'Notes of meetings: with the closure of the duo.',
  },
);
export const ThresholdNameEnum = enumOf(
  'ThresholdName',
  words.THRESHOLD_NAMES,
  'A limit of disclosure control.',
);
export const RoleEnum = enumOf('Role', ROLES, 'What an account acts as.');
export const CapabilityEnum = enumOf('Capability', CAPABILITIES, 'What a role may do.');
export const RefusalCodeEnum = enumOf('RefusalCode', REFUSAL_CODES, 'Why something expected was not done.');
export const AuditActionEnum = enumOf('AuditAction', AUDIT_ACTIONS, 'What was done.');
export const AuditedKindEnum = enumOf('AuditedKind', AUDITED_KINDS, 'A kind of record that has a history.');
export const AuditCredentialEnum = enumOf(
  'AuditCredential',
  AUDIT_CREDENTIALS,
  'With what the one who acted was known.',
);
export const SortDirectionEnum = enumOf('SortDirection', ['ASC', 'DESC'] as const, 'Up or down.');
