/**
 * Why something expected was not done: a value of the API, never an exception. Its words stand in the
 * message files under `refusal.<code>`, in each language, with `params` filled in.
 */
export interface Refusal {
  readonly code: RefusalCode;
  /** The path of the input field that it is about, for example `closedOn` or `rows.3.email`. */
  readonly field?: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

export const REFUSAL_CODES = [
  'REQUIRED',
  'TOO_LONG',
  'TOO_SMALL',
  'TOO_LARGE',
  'NUMBER_INVALID',
  'NUMBER_AMBIGUOUS',
  'MORE_THAN_CENTS',
  'DAY_NEEDED',
  'DAY_INVALID',
  'MONTH_INVALID',
  'DAY_IN_FUTURE',
  'DAY_TOO_EARLY',
  'EMAIL_INVALID',
  'CHOICE_INVALID',
  'NOT_FOUND',
  'CHANGED_MEANWHILE',
  'REFERENCE_TAKEN',
  'NAME_TAKEN',
  'REFERENCE_UNKNOWN',
  'REFERENCE_REFUSED',
  'RECORD_DIFFERS',
  'RECORD_IS_EMPTY',
  'STEP_OUT_OF_ORDER',
  'ANSWER_BEFORE_START',
  'RECORDED_TOO_EARLY',
  'EVENT_NOT_YET',
  'EVENT_CANCELLED',
  'EVENT_NOT_CANCELLED',
  'EVENT_TOOK_PLACE',
  'NOT_OF_AUDIENCE',
  'ONE_PERSON_A_ROW',
  'MENTOR_HAS_DUO',
  'MENTEE_HAS_DUO',
  'DUO_ALREADY_CLOSED',
  'DUO_NOT_CLOSED',
  'CLOSURE_BEFORE_START',
  'CLOSURE_BEFORE_MEETING',
  'PLANNED_END_BEFORE_START',
  'MEETING_BEFORE_START',
  'MEETING_AFTER_CLOSURE',
  'OUTCOME_BEFORE_START',
  'CONTRACT_ONLY_FOR_JOB',
  'CONTRACT_NEEDED_FOR_JOB',
  'MENTEE_UNDER_AGE',
  'ALREADY_REGISTERED',
  'REPEATED_IN_LIST',
  'VOLUNTEER_WITHDRAWN',
  'HOURS_ALREADY_DECIDED',
  'REASON_NEEDED',
  'FILE_EMPTY',
  'FILE_TOO_LARGE',
  'FILE_NOT_RECOGNISED',
  'NOT_A_TABLE',
  'COLUMN_MISSING',
  'FILE_NOT_WHOLE',
  'KIND_NOT_YOURS',
  'GRANT_PERIOD_EMPTY',
  'ACCOUNT_EXISTS',
  'INVITATION_OPEN',
  'OWN_ACCOUNT',
  'LETTER_NOT_SENT',
  'SCOPE_TOO_WIDE',
  'CONSENT_NOT_ASKED',
  'PURPOSE_NOT_YET',
  'PERSON_ERASED',
  'UNDER_LEGAL_HOLD',
  'NOT_UNDER_HOLD',
  'DUO_ACTIVE',
  'REASON_NAMES_PERSON',
  'RULE_EXISTS',
  'NOT_A_PSEUDONYM',
  'LINK_INVALID',
  'LANGUAGE_NEEDED',
  'DRAFT_EXISTS',
  'VERSION_PUBLISHED',
  'VERSION_NOT_DRAFT',
  'PROXY_UNSOURCED',
  'ASSUMPTION_UNSOURCED',
  'SOURCE_OF_FORMER_VALUE',
  'NOTHING_PUT_IN',
  'RANGE_LEAVES_VALUE_OUT',
  'YEARS_DO_NOT_RISE',
  'ROW_UNKNOWN',
  'MONTH_CLOSED',
  'MONTH_NOT_OVER',
  'MONTH_NOT_CLOSED',
  'ALREADY_CORRECTED',
  'LINE_TAKEN_BACK',
  'REVERSAL_NOT_CORRECTED',
  'INSTALMENTS_EXCEED_GRANT',
  'GRANT_IN_USE',
  'GRANT_DOES_NOT_COUNT',
  'GRANT_SETTLED',
  'DUO_OUTSIDE_GRANT_PERIOD',
  'DUO_OF_OTHER_BRANCH',
  'DUO_FUNDED_ALREADY',
  'EARMARKS_OUTSIDE_GRANT',
  'SHARES_NOT_WHOLE',
  'NOTHING_CHANGES',
  'TARGET_NEEDED',
  'RATE_EXISTS',
  'PUBLISHED_ALREADY',
  'NOT_PUBLISHED',
  'PUBLICATION_REPLACED',
  'TOO_FEW_PEOPLE',
] as const;
export type RefusalCode = (typeof REFUSAL_CODES)[number];

/** A decision of a domain rule: what the new state is, or why not. */
export type Decision<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: Refusal };

export function accept<T>(value: T): Decision<T> {
  return { ok: true, value };
}

export function refuse(
  code: RefusalCode,
  field?: string,
  params?: Refusal['params'],
): { ok: false; refusal: Refusal } {
  return {
    ok: false,
    refusal: { code, ...(field !== undefined && { field }), ...(params !== undefined && { params }) },
  };
}
