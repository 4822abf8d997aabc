import { AUDIT_ACTIONS } from '@tandem/domain/audit';
import { parse, type MessageFormatElement, TYPE } from '@formatjs/icu-messageformat-parser';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { REFUSAL_CODES } from '@tandem/domain/refusal';
import { CAPABILITIES, ROLES } from '@tandem/domain/capabilities';
import * as vocabulary from '@tandem/domain/vocabulary';

/** Packages with messages of their own. */
const FOLDERS = ['packages/ui', 'apps/admin', 'apps/partner'];
const LANGUAGES = ['fr', 'nl', 'en'] as const;
type Messages = Readonly<Record<string, string>>;

function read(folder: string, language: string): Messages {
  return JSON.parse(
    readFileSync(new URL(`../../../../${folder}/src/messages/${language}.json`, import.meta.url), 'utf8'),
  ) as Messages;
}

/** Names of a message's arguments and tags. */
function argumentsOf(elements: readonly MessageFormatElement[]): Set<string> {
  const names = new Set<string>();
  for (const element of elements) {
    if (element.type !== TYPE.literal && element.type !== TYPE.pound) names.add(element.value);
    if (element.type === TYPE.plural || element.type === TYPE.select)
      for (const option of Object.values(element.options))
        for (const name of argumentsOf(option.value)) names.add(name);
    if (element.type === TYPE.tag) for (const name of argumentsOf(element.children)) names.add(name);
  }
  return names;
}

describe.each(FOLDERS)('the messages of %s', (folder) => {
  const [fr, nl, en] = LANGUAGES.map((language) => read(folder, language)) as [Messages, Messages, Messages];

  test('are the same in all languages', () => {
    expect(Object.keys(fr)).toEqual(Object.keys(en));
    expect(Object.keys(nl)).toEqual(Object.keys(en));
  });

  test('stand in order', () => {
    expect(Object.keys(en)).toEqual(Object.keys(en).toSorted());
  });

  test('take the same arguments in all languages', () => {
    for (const [id, message] of Object.entries(en)) {
      const wanted = argumentsOf(parse(message));
      // A language may leave a plural's form out (months in French), never an argument it would need.
      expect(argumentsOf(parse(fr[id] ?? '')), id).toEqual(wanted);
      expect(argumentsOf(parse(nl[id] ?? '')), id).toEqual(wanted);
    }
  });
});

test('a portal has no message by the name of one that all have', () => {
  const [ofAll, ...ofPortals] = FOLDERS.map((folder) => new Set(Object.keys(read(folder, 'en'))));
  for (const own of ofPortals) expect([...own].filter((id) => ofAll?.has(id))).toEqual([]);
});

test.each(FOLDERS)('the French of %s parts no line before its high punctuation', (folder) => {
  const parted = Object.values(read(folder, 'fr')).filter((message) => / [;:!?»]|« |\d %/.test(message));
  expect(parted).toEqual([]);
});

describe('the words of the domain', () => {
  const words = read('packages/ui', 'en');

  test('every refusal has words', () => {
    expect(REFUSAL_CODES.filter((code) => words[`refusal.${code}`] === undefined)).toEqual([]);
  });

  test('every operation that the history tells of has words', () => {
    const admin = read('apps/admin', 'en');
    expect(AUDIT_ACTIONS.filter((action) => admin[`history.${action}`] === undefined)).toEqual([]);
  });

  test('every value of every list has a label', () => {
    const lists: Readonly<Record<string, readonly string[]>> = {
      Role: ROLES,
      Capability: CAPABILITIES,
      Gender: vocabulary.GENDERS,
      EducationLevel: vocabulary.EDUCATION_LEVELS,
      ResidenceGround: vocabulary.RESIDENCE_GROUNDS,
      Referral: vocabulary.REFERRALS,
      AgeBand: vocabulary.AGE_BANDS,
      OutOfWorkBand: vocabulary.OUT_OF_WORK_BANDS,
      NationalityGroup: vocabulary.NATIONALITY_GROUPS,
      WorkStatus: vocabulary.WORK_STATUSES,
      Sector: vocabulary.SECTORS,
      MenteeStage: vocabulary.MENTEE_STAGES,
      MentorStage: vocabulary.MENTOR_STAGES,
      ClosureReason: vocabulary.CLOSURE_REASONS,
      DuoStatus: vocabulary.DUO_STATUSES,
      MeetingMode: vocabulary.MEETING_MODES,
      EventKind: vocabulary.EVENT_KINDS,
      EventAudience: vocabulary.EVENT_AUDIENCES,
      EventStatus: vocabulary.EVENT_STATUSES,
      ParticipantRole: vocabulary.PARTICIPANT_ROLES,
      AttendanceStatus: vocabulary.ATTENDANCE_STATUSES,
      Situation: vocabulary.SITUATIONS,
      ContractType: vocabulary.CONTRACT_TYPES,
      EvidenceSource: vocabulary.EVIDENCE_SOURCES,
      Question: vocabulary.QUESTIONS,
      PartnerKind: vocabulary.PARTNER_KINDS,
      GrantKind: vocabulary.GRANT_KINDS,
      GrantStatus: vocabulary.GRANT_STATUSES,
      ConditionMeasure: vocabulary.CONDITION_MEASURES,
      GrantDueKind: vocabulary.GRANT_DUE_KINDS,
      CostCategory: vocabulary.COST_CATEGORIES,
      CostNature: vocabulary.COST_NATURES,
      CostCorrection: vocabulary.COST_CORRECTIONS,
      CostEntry: vocabulary.COST_ENTRIES,
      AllocationBasis: vocabulary.ALLOCATION_BASES,
      AllocationSpan: vocabulary.ALLOCATION_SPANS,
      Engagement: vocabulary.ENGAGEMENTS,
      VolunteerStatus: vocabulary.VOLUNTEER_STATUSES,
      TimeEntryStatus: vocabulary.TIME_ENTRY_STATUSES,
      Stakeholder: vocabulary.STAKEHOLDERS,
      EvidenceGrade: vocabulary.EVIDENCE_GRADES,
      DiscountConvention: vocabulary.DISCOUNT_CONVENTIONS,
      Distribution: vocabulary.DISTRIBUTIONS,
      SroiStatus: vocabulary.SROI_STATUSES,
      Attention: vocabulary.ATTENTIONS,
      ConsentStatus: vocabulary.CONSENT_STATUSES,
      LegalBasis: vocabulary.LEGAL_BASES,
      DataCategory: vocabulary.DATA_CATEGORIES,
      DataRecipient: vocabulary.DATA_RECIPIENTS,
      RetentionKind: vocabulary.RETENTION_KINDS,
      ThresholdName: vocabulary.THRESHOLD_NAMES,
    };
    const missing = Object.entries(lists).flatMap(([list, values]) =>
      values.map((value) => `vocabulary.${list}.${value}`).filter((id) => words[id] === undefined),
    );
    expect(missing).toEqual([]);
  });
});
