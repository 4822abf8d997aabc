/** Staff roles and partner roles; an account has one. */
export const ROLES = [
  'ADMINISTRATOR',
  'COORDINATOR',
  'FINANCE',
  'ANALYST',
  'PARTNER_ADMINISTRATOR',
  'PARTNER_MEMBER',
] as const;
export type Role = (typeof ROLES)[number];

export const CAPABILITIES = [
  /** Names and contact data of mentees, mentors and volunteers. */
  'SEE_PEOPLE',
  /** Nationality and ground of residence of mentees. */
  'SEE_RESIDENCE',
  'SEE_DUOS',
  /** Notes of meetings and of follow-up. */
  'SEE_NOTES',
  /** Start, close, reopen duos; log meetings; record outcomes. */
  'RUN_DUOS',
  /** Events and how many came; who it was, for who may see people. */
  'SEE_EVENTS',
  /** Plan, change and cancel events; record who came. */
  'RUN_EVENTS',
  'SEE_FIGURES',
  /** What stands behind a figure: comparisons, time to an event, adjusted rates, what is missing. */
  'SEE_ANALYSES',
  /** Published rates and comparison groups, against which figures are held. */
  'EDIT_COMPARISONS',
  /** The duos below a figure: under a pseudonym, and as themselves for who may also see duos. */
  'SEE_RECORDS_OF_FIGURES',
  /** Seal sets of figures, and hold them against today's data. */
  'SEAL_FIGURES',
  /** Tell everybody the programme's figures, on the public page, and take them from it. */
  'PUBLISH_FIGURES',
  /** Take records of all duos out for research, under pseudonyms. */
  'EXPORT_RESEARCH_DATA',
  'SEE_MONEY',
  /** Book and correct costs, also from files, close months, keep grants and their earmarks, allocation and budgets. */
  'MANAGE_MONEY',
  'SEE_SROI',
  'EDIT_SROI',
  'SEE_PARTNERS',
  'MANAGE_PARTNERS',
  'APPROVE_HOURS',
  'IMPORT',
  'SEE_HISTORY',
  /** The whole trail: who did, opened and exported what. */
  'SEE_AUDIT',
  /** A partner's own grants and what they fund. */
  'SEE_OWN_GRANTS',
  /** A partner's own registered people and their hours. */
  'SEE_OWN_VOLUNTEERS',
  'REGISTER_VOLUNTEERS',
  'LOG_HOURS',
  'SEE_OWN_MEMBERS',
  /** Invite, change and disable accounts: of everybody, or of one's own partner. */
  'MANAGE_ACCOUNTS',
  'MANAGE_OWN_MEMBERS',
  /** Write down what somebody consented to, or withdrew. */
  'RECORD_CONSENT',
  /** Purposes, exports and erasure of people, retention, legal holds, limits of disclosure control. */
  'MANAGE_PRIVACY',
] as const;
export type Capability = (typeof CAPABILITIES)[number];

/** Who may do what: the one table of it. */
const CAPABILITIES_OF: Readonly<Record<Role, readonly Capability[]>> = {
  ADMINISTRATOR: [
    'SEE_PEOPLE',
    'SEE_RESIDENCE',
    'SEE_DUOS',
    'SEE_NOTES',
    'RUN_DUOS',
    'SEE_EVENTS',
    'RUN_EVENTS',
    'SEE_FIGURES',
    'SEE_ANALYSES',
    'EDIT_COMPARISONS',
    'SEE_RECORDS_OF_FIGURES',
    'SEAL_FIGURES',
    'PUBLISH_FIGURES',
    'EXPORT_RESEARCH_DATA',
    'SEE_MONEY',
    'MANAGE_MONEY',
    'SEE_SROI',
    'EDIT_SROI',
    'SEE_PARTNERS',
    'MANAGE_PARTNERS',
    'APPROVE_HOURS',
    'IMPORT',
    'SEE_HISTORY',
    'SEE_AUDIT',
    'MANAGE_ACCOUNTS',
    'RECORD_CONSENT',
    'MANAGE_PRIVACY',
  ],
  COORDINATOR: [
    'SEE_PEOPLE',
    'SEE_RESIDENCE',
    'SEE_DUOS',
    'SEE_NOTES',
    'RUN_DUOS',
    'SEE_EVENTS',
    'RUN_EVENTS',
    'SEE_FIGURES',
    'SEE_ANALYSES',
    'SEE_RECORDS_OF_FIGURES',
    'SEE_PARTNERS',
    'APPROVE_HOURS',
    'SEE_HISTORY',
    'RECORD_CONSENT',
  ],
  FINANCE: [
    'SEE_FIGURES',
    'SEAL_FIGURES',
    'SEE_ANALYSES',
    'SEE_MONEY',
    'MANAGE_MONEY',
    'SEE_SROI',
    'EDIT_SROI',
    'SEE_PARTNERS',
    'APPROVE_HOURS',
  ],
  ANALYST: [
    'SEE_EVENTS',
    'SEE_FIGURES',
    'SEAL_FIGURES',
    'SEE_ANALYSES',
    'EDIT_COMPARISONS',
    'SEE_RECORDS_OF_FIGURES',
    'EXPORT_RESEARCH_DATA',
    'SEE_MONEY',
    'SEE_SROI',
  ],
  PARTNER_ADMINISTRATOR: [
    'SEE_FIGURES',
    'SEE_SROI',
    'SEE_OWN_GRANTS',
    'SEE_OWN_VOLUNTEERS',
    'REGISTER_VOLUNTEERS',
    'LOG_HOURS',
    'SEE_OWN_MEMBERS',
    'MANAGE_OWN_MEMBERS',
  ],
  PARTNER_MEMBER: ['SEE_FIGURES', 'SEE_SROI', 'SEE_OWN_GRANTS', 'SEE_OWN_VOLUNTEERS', 'LOG_HOURS'],
};

export function capabilitiesOf(role: Role): readonly Capability[] {
  return CAPABILITIES_OF[role];
}

/** Whether the role works for a partner organisation, and so sees that partner's rows only. */
export function isPartnerRole(role: Role): boolean {
  return role === 'PARTNER_ADMINISTRATOR' || role === 'PARTNER_MEMBER';
}
