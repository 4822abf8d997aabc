/**
 * The closed lists of the programme's words. Their labels stand in the message files under
 * `vocabulary.<Name>.<VALUE>`; docs/GLOSSARY.md says what each means.
 */
export const GENDERS = ['WOMAN', 'MAN', 'OTHER'] as const;
export type Gender = (typeof GENDERS)[number];

/** Highest diploma recognised in the country of residence. */
export const EDUCATION_LEVELS = [
  'NO_RECOGNISED_DIPLOMA',
  'BELOW_UPPER_SECONDARY',
  'UPPER_SECONDARY',
  'BACHELOR',
  'MASTER',
] as const;
export type EducationLevel = (typeof EDUCATION_LEVELS)[number];

export const RESIDENCE_GROUNDS = [
  'INTERNATIONAL_PROTECTION',
  'FAMILY_REUNIFICATION',
  'STUDIES',
  'WORK',
] as const;
export type ResidenceGround = (typeof RESIDENCE_GROUNDS)[number];

/** Who sent a mentee to the programme. */
export const REFERRALS = [
  'EMPLOYMENT_SERVICE',
  'ASSOCIATION',
  'SOCIAL_SERVICE',
  'SCHOOL',
  'WORD_OF_MOUTH',
  'ONLINE',
  'OTHER',
] as const;
export type Referral = (typeof REFERRALS)[number];

/** A mentee's age when the duo starts (or, without one, at the first step), in the bands of Eurostat. */
export const AGE_BANDS = ['UNDER_20', 'FROM_20_TO_24', 'FROM_25_TO_29', 'FROM_30_TO_34', 'FROM_35'] as const;
export type AgeBand = (typeof AGE_BANDS)[number];

/** How long a mentee was out of work at registration, in the bands of employment services. */
export const OUT_OF_WORK_BANDS = [
  'UNDER_6_MONTHS',
  'FROM_6_TO_11_MONTHS',
  'FROM_12_TO_23_MONTHS',
  'FROM_24_MONTHS',
] as const;
export type OutOfWorkBand = (typeof OUT_OF_WORK_BANDS)[number];

/** Nationals of the country in which they are accompanied; others by region of the United Nations' M49. */
export const NATIONALITY_GROUPS = [
  'NATIONAL',
  'EUROPEAN_UNION',
  'OTHER_EUROPE',
  'NORTHERN_AFRICA',
  'SUB_SAHARAN_AFRICA',
  'WESTERN_ASIA',
  'OTHER_ASIA',
  'AMERICAS',
  'OCEANIA',
] as const;
export type NationalityGroup = (typeof NATIONALITY_GROUPS)[number];

export const WORK_STATUSES = ['WORKING', 'RETIRED'] as const;
export type WorkStatus = (typeof WORK_STATUSES)[number];

export const SECTORS = [
  'SALES',
  'HEALTH',
  'IT',
  'LOGISTICS',
  'HOSPITALITY',
  'BANKING',
  'EDUCATION',
  'ADMINISTRATION',
  'CONSTRUCTION',
  'OTHER',
] as const;
export type Sector = (typeof SECTORS)[number];

/** Whose way into a duo. */
export const JOURNEYS = ['MENTEE', 'MENTOR'] as const;
export type Journey = (typeof JOURNEYS)[number];

/** Steps of a mentee's way into a duo, in order; the last is the start of a first duo. */
export const MENTEE_STAGES = ['INFO_SESSION', 'REGISTERED', 'INTAKE', 'MATCHED'] as const;
export type MenteeStage = (typeof MENTEE_STAGES)[number];

/** Steps of a mentor's way into a duo, in order. */
export const MENTOR_STAGES = ['INFO_SESSION', 'INTERVIEW', 'TRAINED', 'MATCHED'] as const;
export type MentorStage = (typeof MENTOR_STAGES)[number];

export const CLOSURE_REASONS = [
  'COMPLETED',
  'LACK_OF_AVAILABILITY',
  'DISAGREEMENT',
  'HEALTH',
  'MOVED_AWAY',
  'FOUND_JOB',
] as const;
export type ClosureReason = (typeof CLOSURE_REASONS)[number];

/** Reasons of a duo that broke off: it was neither completed, nor did it end with the job that was looked for. */
export const BREAK_REASONS = CLOSURE_REASONS.filter(
  (reason) => reason !== 'COMPLETED' && reason !== 'FOUND_JOB',
);

export const DUO_STATUSES = ['ACTIVE', 'CLOSED'] as const;
export type DuoStatus = (typeof DUO_STATUSES)[number];

export const MEETING_MODES = ['IN_PERSON', 'REMOTE'] as const;
export type MeetingMode = (typeof MEETING_MODES)[number];

/** Occasions of the programme to which several people come. */
export const EVENT_KINDS = ['INFO_SESSION', 'TRAINING', 'INTERVISION', 'WORKSHOP'] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

/** For whom an event is. */
export const EVENT_AUDIENCES = ['MENTEES', 'MENTORS', 'BOTH'] as const;
export type EventAudience = (typeof EVENT_AUDIENCES)[number];

/** Where an event stands on a day: HELD from its day on. */
export const EVENT_STATUSES = ['PLANNED', 'HELD', 'CANCELLED'] as const;
export type EventStatus = (typeof EVENT_STATUSES)[number];

/** As what somebody comes to an event. */
export const PARTICIPANT_ROLES = ['MENTEE', 'MENTOR'] as const;
export type ParticipantRole = (typeof PARTICIPANT_ROLES)[number];

/** REGISTERED: expected, and of a past event not known. EXCUSED: told beforehand not to come. */
export const ATTENDANCE_STATUSES = ['REGISTERED', 'ATTENDED', 'ABSENT', 'EXCUSED'] as const;
export type AttendanceStatus = (typeof ATTENDANCE_STATUSES)[number];

export const SITUATIONS = ['JOB', 'INTERNSHIP', 'TRAINING', 'JOB_SEARCH'] as const;
export type Situation = (typeof SITUATIONS)[number];

export const CONTRACT_TYPES = ['OPEN_ENDED', 'FIXED_TERM'] as const;
export type ContractType = (typeof CONTRACT_TYPES)[number];

/** Where it is known from: the person's word, a contract that was seen, or an administration's register. */
export const EVIDENCE_SOURCES = ['DECLARED', 'CONTRACT', 'ADMINISTRATIVE'] as const;
export type EvidenceSource = (typeof EVIDENCE_SOURCES)[number];

export const RESPONDENTS = ['MENTEE', 'MENTOR'] as const;
export type Respondent = (typeof RESPONDENTS)[number];

/** Questions of the evaluation at closure: agreement 1 to 5, but RECOMMENDATION 0 to 10. */
export const QUESTIONS = [
  'AUTONOMY',
  'NETWORK',
  'USEFULNESS',
  'COACHING',
  'SATISFACTION',
  'RECOMMENDATION',
] as const;
export type Question = (typeof QUESTIONS)[number];

export const PARTNER_KINDS = ['PUBLIC_BODY', 'FOUNDATION', 'COMPANY', 'FUNDRAISER'] as const;
export type PartnerKind = (typeof PARTNER_KINDS)[number];

export const GRANT_KINDS = [
  'PUBLIC_SUBSIDY',
  'FINANCIAL_SPONSORSHIP',
  'SKILLS_SPONSORSHIP',
  'FUNDRAISING',
] as const;
export type GrantKind = (typeof GRANT_KINDS)[number];

export const COST_CATEGORIES = [
  'SALARIES',
  'RENT_AND_OFFICES',
  'MENTOR_TRAINING',
  'COMMUNICATION',
  'IT',
  'OVERHEADS',
] as const;
export type CostCategory = (typeof COST_CATEGORIES)[number];

/** How a cost behaves: spent on single duos; spent on running duos, so that it grows with their number; there without any duo. */
export const COST_NATURES = ['DIRECT', 'SHARED', 'INDIRECT'] as const;
export type CostNature = (typeof COST_NATURES)[number];

/** What a line of the ledger is: a booking, the counter-entry that takes one back, or what stands in its place. */
export const COST_ENTRIES = ['BOOKING', 'REVERSAL', 'REPLACEMENT'] as const;
export type CostEntry = (typeof COST_ENTRIES)[number];

/** What became of a line that was taken back: another one took its place, or none did. */
export const COST_CORRECTIONS = ['REPLACED', 'TAKEN_BACK'] as const;
export type CostCorrection = (typeof COST_CORRECTIONS)[number];

/** Only what is AWARDED or SETTLED is money that the programme has. */
export const GRANT_STATUSES = ['REQUESTED', 'AWARDED', 'SETTLED', 'DECLINED'] as const;
export type GrantStatus = (typeof GRANT_STATUSES)[number];

/** What a condition of a grant may be measured by, over the duos that the grant pays. */
export const CONDITION_MEASURES = [
  'DUOS_STARTED',
  'WOMEN_SHARE',
  'COMPLETION_RATE',
  'POSITIVE_EXIT_RATE',
  'EMPLOYMENT_RATE',
  'STABLE_EMPLOYMENT_RATE',
] as const;
export type ConditionMeasure = (typeof CONDITION_MEASURES)[number];

/** What may be said of a measured condition: see grant-condition.ts. */
export const CONDITION_VERDICTS = [
  'REACHED',
  'NOT_REACHED',
  'OPEN',
  'NOTHING_TO_COUNT',
  'NOT_SHOWN',
] as const;
export type ConditionVerdict = (typeof CONDITION_VERDICTS)[number];

/** Where an interval lies beside a target. */
export const INTERVAL_SIDES = ['ABOVE', 'BELOW', 'AROUND'] as const;
export type IntervalSide = (typeof INTERVAL_SIDES)[number];

export const GRANT_DUE_KINDS = ['INSTALMENT', 'DEADLINE', 'CONDITION', 'SETTLEMENT'] as const;
export type GrantDueKind = (typeof GRANT_DUE_KINDS)[number];

/** By what shared cost is allocated. */
export const ALLOCATION_BASES = ['STARTED_DUOS', 'ACTIVE_DUO_MONTHS', 'BRANCH_SHARES'] as const;
export type AllocationBasis = (typeof ALLOCATION_BASES)[number];

/** Among the duos of which time a line of the ledger is allocated. */
export const ALLOCATION_SPANS = ['MONTH', 'YEAR', 'PERIOD'] as const;
export type AllocationSpan = (typeof ALLOCATION_SPANS)[number];

/** What an employee registered by a company will do. */
export const ENGAGEMENTS = ['MENTOR', 'VOLUNTEER', 'MISSION'] as const;
export type Engagement = (typeof ENGAGEMENTS)[number];

export const VOLUNTEER_STATUSES = ['REGISTERED', 'ACTIVE', 'WITHDRAWN'] as const;
export type VolunteerStatus = (typeof VOLUNTEER_STATUSES)[number];

export const TIME_ENTRY_STATUSES = ['SUBMITTED', 'APPROVED', 'REJECTED'] as const;
export type TimeEntryStatus = (typeof TIME_ENTRY_STATUSES)[number];

export const STAKEHOLDERS = ['PUBLIC_AUTHORITIES', 'MENTEES', 'MENTORS', 'COMPANIES'] as const;
export type Stakeholder = (typeof STAKEHOLDERS)[number];

/** On what a number of the value map stands, the best first: measured here, published research, an estimate; ASSUMED is a number for which nothing was found. */
export const EVIDENCE_GRADES = ['MEASURED', 'PUBLISHED', 'ESTIMATED', 'ASSUMED'] as const;
export type EvidenceGrade = (typeof EVIDENCE_GRADES)[number];

export const DISCOUNT_CONVENTIONS = ['END_OF_YEAR', 'START_OF_YEAR'] as const;
/** END_OF_YEAR discounts the first year once; START_OF_YEAR leaves it as it is. */
export type DiscountConvention = (typeof DISCOUNT_CONVENTIONS)[number];

/** Deductions of the value map, in the order in which they are shown; what each means stands with the formula in packages/metrics. */
export const DEDUCTIONS = ['deadweight', 'displacement', 'attribution', 'leakage', 'substitution'] as const;
export type Deduction = (typeof DEDUCTIONS)[number];

/** What may be uncertain in a row of the value map. */
export const SROI_PARAMETERS = ['quantity', 'proxy', ...DEDUCTIONS, 'dropOff'] as const;
export type SroiParameter = (typeof SROI_PARAMETERS)[number];

/** What of a row a scenario can set, and of what there is a switching value. */
export const SROI_NUMBERS = [...SROI_PARAMETERS, 'durationYears', 'firstYear'] as const;
export type SroiNumber = (typeof SROI_NUMBERS)[number];

/**
 * What of a row is typed, and so says on what it stands. A quantity that is linked to an indicator stands on that, and a proxy has a
 * source of its own.
 */
export const SROI_ASSUMPTIONS = ['quantity', ...DEDUCTIONS, 'dropOff', 'durationYears'] as const;
export type SroiAssumption = (typeof SROI_ASSUMPTIONS)[number];

/** How an uncertain value is thought to lie in its range. */
export const DISTRIBUTIONS = ['TRIANGULAR', 'PERT', 'UNIFORM', 'NORMAL', 'FIXED'] as const;
export type Distribution = (typeof DISTRIBUTIONS)[number];

/** A draft changes, a published version never does; a discarded draft can be taken up again. */
export const SROI_STATUSES = ['DRAFT', 'PUBLISHED', 'DISCARDED'] as const;
export type SroiStatus = (typeof SROI_STATUSES)[number];

/** What is waiting for somebody today; the rules stand in attention.ts. */
export const ATTENTIONS = [
  'SILENT',
  'EVALUATION_OVERDUE',
  'MEETING_WITHOUT_NOTE',
  'FOLLOW_UP_6_DUE',
  'FOLLOW_UP_12_DUE',
  'PAST_PLANNED_END',
] as const;
export type Attention = (typeof ATTENTIONS)[number];

/** Where somebody stands with a purpose that needs consent; the latest entry of their history counts. */
export const CONSENT_STATUSES = ['ASKED', 'GIVEN', 'WITHDRAWN'] as const;
export type ConsentStatus = (typeof CONSENT_STATUSES)[number];

/** What makes processing lawful: the letters of article 6(1) GDPR, in their order. */
export const LEGAL_BASES = [
  'CONSENT',
  'CONTRACT',
  'LEGAL_OBLIGATION',
  'VITAL_INTERESTS',
  'PUBLIC_TASK',
  'LEGITIMATE_INTERESTS',
] as const;
export type LegalBasis = (typeof LEGAL_BASES)[number];

export const DATA_CATEGORIES = [
  'IDENTITY',
  'CONTACT',
  'ORIGIN',
  'EDUCATION_AND_WORK',
  'ACCOMPANIMENT',
  'SITUATIONS',
  'ANSWERS',
  'HOURS',
  'TRAIL',
] as const;
export type DataCategory = (typeof DATA_CATEGORIES)[number];

/** Who is given data of a purpose; funders and companies get figures of many, the people's company its own hours. */
export const DATA_RECIPIENTS = ['STAFF', 'COUNTERPART', 'FUNDERS', 'COMPANIES', 'PROCESSORS'] as const;
export type DataRecipient = (typeof DATA_RECIPIENTS)[number];

/** What a retention rule is about; when its time begins stands in retention.ts. */
export const RETENTION_KINDS = ['CANDIDATE', 'MENTEE', 'MENTOR', 'VOLUNTEER', 'MEETING_NOTES'] as const;
export type RetentionKind = (typeof RETENTION_KINDS)[number];

/** Limits of disclosure control; their bounds stand in thresholds.ts. */
export const THRESHOLD_NAMES = [
  'SMALLEST_DENOMINATOR',
  'SMALLEST_PART',
  'SMALLEST_COUNT',
  'FEWEST_FUNDERS',
] as const;
export type ThresholdName = (typeof THRESHOLD_NAMES)[number];
