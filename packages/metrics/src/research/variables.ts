import * as vocabulary from '@tandem/domain/vocabulary';
import { CATALOGUE, type MetricId } from '../catalogue.ts';
import { standing } from '../compile.ts';
import { byDay, ofOutcome } from '../criterion.ts';
import { parametersOf, type Expression, type InEachLanguage } from '../definition.ts';
import { firstDay, followedTo, type Exit } from '../exit-days.ts';
import { meetings, monthsOfMeeting } from '../meeting-days.ts';
import { SCORE_VARIABLES } from './score-variables.ts';
import type { Coded, ResearchVariable } from './variable.ts';

const words = (fr: string, nl: string, en: string): InEachLanguage<string> => ({ fr, nl, en });

const YES_NO: readonly Coded[] = [
  { code: 'YES', words: words('Oui', 'Ja', 'Yes') },
  { code: 'NO', words: words('Non', 'Nee', 'No') },
];
/** How a duo stands to an indicator, as codes of a variable. */
const STANDINGS: readonly Coded[] = [
  ...YES_NO,
  {
    code: 'UNKNOWN',
    words: words('On ne sait pas', 'Niet bekend', 'Not known'),
  },
  {
    code: 'NOT_YET',
    words: words('Trop tôt pour le dire', 'Te vroeg om het te zeggen', 'Too early to tell'),
  },
];

const yesNo =
  (condition: Expression): Expression =>
  (terms) =>
    `case when ${condition(terms)} then 'YES' else 'NO' end`;

/** What an indicator counts a duo as, of all that it may look at; null where its source does not have the duo by then. */
function standsTo(
  id: MetricId,
): Pick<ResearchVariable, 'kind' | 'role' | 'unit' | 'codes' | 'follows' | 'byDefault' | 'value'> {
  const metric = CATALOGUE[id];
  return {
    kind: 'YES_NO',
    role: 'OUTCOME',
    unit: null,
    codes: STANDINGS,
    follows: id,
    byDefault: true,
    value: ({ asOf }) => {
      const terms = { ...parametersOf(metric, { population: 'STARTED' }), asOf };
      const day = metric.numerator.source.cohortDay(terms);
      return `case when ${day} <= ${asOf} then case ${standing(metric, terms)} when 'COUNTED' then 'YES' when 'NOT_COUNTED' then 'NO' when 'UNKNOWN' then 'UNKNOWN' when 'NOT_YET' then 'NOT_YET' end end`;
    },
  };
}

/** Days from the start of the duo. */
const sinceStart =
  (day: Expression): Expression =>
  (terms) =>
    `${day(terms)} - f.started_on`;
const firstOf =
  (exit: Exit): Expression =>
  (terms) =>
    `(${byDay(firstDay(exit, terms), terms)})`;
const closure: Expression = (terms) => `(${byDay('f.closed_on', terms)})`;

/** Every column that a data set for research may have, in the order of the file. */
export const RESEARCH_VARIABLES: readonly ResearchVariable[] = [
  {
    name: 'duo',
    kind: 'PSEUDONYM',
    role: 'PSEUDONYM',
    unit: null,
    byDefault: true,
    words: words('Duo', 'Duo', 'Duo'),
    value: () => 'f.duo_id',
  },
  {
    name: 'mentee',
    kind: 'PSEUDONYM',
    role: 'PSEUDONYM',
    unit: null,
    byDefault: true,
    words: words('Mentee', 'Mentee', 'Mentee'),
    value: () => 'f.mentee_id',
  },
  {
    name: 'mentor',
    kind: 'PSEUDONYM',
    role: 'PSEUDONYM',
    unit: null,
    ofMentor: true,
    byDefault: true,
    words: words('Mentor', 'Mentor', 'Mentor'),
    value: () => 'f.mentor_id',
  },
  {
    name: 'country',
    kind: 'CATEGORY',
    role: 'IDENTIFYING',
    unit: 'ISO 3166-1',
    sameFor: ['mentee', 'mentor'],
    byDefault: false,
    words: words('Pays de l’antenne', 'Land van de vestiging', 'Country of the branch'),
    value: () => 'f.country',
  },
  {
    name: 'branch',
    kind: 'CATEGORY',
    role: 'IDENTIFYING',
    unit: null,
    sameFor: ['mentee', 'mentor'],
    byDefault: false,
    words: words('Antenne', 'Vestiging', 'Branch'),
    value: () => '(select branch.name from branch where branch.id = f.branch_id)',
  },
  {
    name: 'start_month',
    kind: 'MONTH',
    role: 'IDENTIFYING',
    unit: 'ISO 8601',
    byDefault: false,
    words: words('Mois du début du duo', 'Maand waarin het duo begon', 'Month in which the duo began'),
    value: () => `to_char(f.started_on, 'YYYY-MM')`,
  },
  {
    name: 'mentee_gender',
    kind: 'CATEGORY',
    role: 'IDENTIFYING',
    unit: null,
    list: 'Gender',
    codes: vocabulary.GENDERS,
    sameFor: ['mentee'],
    byDefault: true,
    words: words('Genre du ou de la mentee', 'Geslacht van de mentee', 'Gender of the mentee'),
    value: () => 'f.gender',
  },
  {
    name: 'mentee_age_band',
    kind: 'CATEGORY',
    role: 'IDENTIFYING',
    unit: null,
    list: 'AgeBand',
    codes: vocabulary.AGE_BANDS,
    sameFor: ['mentee'],
    byDefault: true,
    words: words(
      'Âge du ou de la mentee au début du duo',
      'Leeftijd van de mentee bij het begin van het duo',
      'Age of the mentee when the duo began',
    ),
    value: () => 'f.age_band',
  },
  {
    name: 'mentee_education',
    kind: 'CATEGORY',
    role: 'IDENTIFYING',
    unit: null,
    list: 'EducationLevel',
    codes: vocabulary.EDUCATION_LEVELS,
    sameFor: ['mentee'],
    byDefault: true,
    words: words(
      'Niveau d’études du ou de la mentee : plus haut diplôme reconnu',
      'Opleiding van de mentee: hoogste erkende diploma',
      'Education of the mentee: highest recognised diploma',
    ),
    value: () => 'f.education_level',
  },
  {
    name: 'mentee_nationality_group',
    kind: 'CATEGORY',
    role: 'IDENTIFYING',
    unit: null,
    list: 'NationalityGroup',
    codes: vocabulary.NATIONALITY_GROUPS,
    needs: 'SEE_RESIDENCE',
    sameFor: ['mentee'],
    byDefault: false,
    words: words(
      'Nationalité du ou de la mentee',
      'Nationaliteit van de mentee',
      'Nationality of the mentee',
    ),
    value: () => 'f.nationality_group',
  },
  {
    name: 'mentee_residence_ground',
    kind: 'CATEGORY',
    role: 'IDENTIFYING',
    unit: null,
    list: 'ResidenceGround',
    codes: vocabulary.RESIDENCE_GROUNDS,
    needs: 'SEE_RESIDENCE',
    sameFor: ['mentee'],
    byDefault: false,
    words: words(
      'Motif de séjour du ou de la mentee',
      'Verblijfsgrond van de mentee',
      'Ground of residence of the mentee',
    ),
    value: () => 'f.residence_ground',
  },
  {
    name: 'mentee_out_of_work',
    kind: 'CATEGORY',
    role: 'IDENTIFYING',
    unit: null,
    list: 'OutOfWorkBand',
    codes: vocabulary.OUT_OF_WORK_BANDS,
    sameFor: ['mentee'],
    byDefault: false,
    words: words(
      'Durée sans emploi du ou de la mentee à l’inscription',
      'Tijd zonder werk van de mentee bij de inschrijving',
      'Time out of work of the mentee at registration',
    ),
    value: () => 'f.out_of_work',
  },
  {
    name: 'mentee_referral',
    kind: 'CATEGORY',
    role: 'IDENTIFYING',
    unit: null,
    list: 'Referral',
    codes: vocabulary.REFERRALS,
    sameFor: ['mentee'],
    byDefault: false,
    words: words('Mentee orienté·e par', 'Mentee doorverwezen door', 'Who referred the mentee'),
    value: () => 'f.referral',
  },
  {
    name: 'mentor_gender',
    kind: 'CATEGORY',
    role: 'IDENTIFYING',
    unit: null,
    list: 'Gender',
    codes: vocabulary.GENDERS,
    ofMentor: true,
    sameFor: ['mentor'],
    byDefault: false,
    words: words('Genre du mentor', 'Geslacht van de mentor', 'Gender of the mentor'),
    value: () => '(select mentor.gender from mentor_fact as mentor where mentor.mentor_id = f.mentor_id)',
  },
  {
    name: 'mentor_sector',
    kind: 'CATEGORY',
    role: 'IDENTIFYING',
    unit: null,
    list: 'Sector',
    codes: vocabulary.SECTORS,
    ofMentor: true,
    sameFor: ['mentor'],
    byDefault: false,
    words: words('Secteur du mentor', 'Sector van de mentor', 'Sector of the mentor'),
    value: () => 'f.sector',
  },
  {
    name: 'grants',
    kind: 'LIST',
    role: 'IDENTIFYING',
    unit: null,
    byDefault: false,
    words: words(
      'Subventions affectées au duo, chacune avec la part qu’elle paie (RÉFÉRENCE=0.5), séparées par des points-virgules',
      'Subsidies die aan het duo toegewezen zijn, elk met het deel dat ze betaalt (REFERENTIE=0.5), gescheiden door puntkomma’s',
      'Grants earmarked to the duo, each with the share that it pays (REFERENCE=0.5), separated by semicolons',
    ),
    value:
      () => `(select string_agg(funding_grant.reference || '=' || trim_scale(earmark.share), ';' order by funding_grant.reference)
      from earmark join funding_grant on funding_grant.id = earmark.grant_id where earmark.duo_id = f.duo_id)`,
  },
  {
    name: 'closed',
    kind: 'YES_NO',
    role: 'PLAIN',
    unit: null,
    codes: YES_NO,
    byDefault: true,
    words: words('Duo clôturé', 'Duo afgesloten', 'Duo closed'),
    value: yesNo(({ asOf }) => `f.closed_on <= ${asOf}`),
  },
  {
    name: 'months_to_closure',
    kind: 'MONTHS',
    role: 'PLAIN',
    unit: 'whole months',
    byDefault: true,
    words: words(
      'Mois entiers du début à la clôture',
      'Hele maanden van het begin tot de afsluiting',
      'Whole months from start to closure',
    ),
    value: (terms) =>
      `(date_part('year', age(${closure(terms)}, f.started_on)) * 12 + date_part('month', age(${closure(terms)}, f.started_on)))`,
  },
  {
    name: 'closure_reason',
    kind: 'CATEGORY',
    role: 'SENSITIVE',
    unit: null,
    list: 'ClosureReason',
    codes: vocabulary.CLOSURE_REASONS,
    byDefault: false,
    words: words('Motif de la clôture', 'Reden van de afsluiting', 'Reason of closure'),
    value: (terms) => `case when ${closure(terms)} is not null then f.closure_reason end`,
  },
  {
    name: 'meetings',
    kind: 'COUNT',
    role: 'PLAIN',
    unit: 'meetings',
    byDefault: true,
    words: words('Rencontres', 'Ontmoetingen', 'Meetings'),
    value: meetings,
  },
  {
    name: 'meetings_a_month',
    kind: 'NUMBER',
    role: 'PLAIN',
    unit: 'meetings a month',
    follows: 'MEETING_REGULARITY_RATE',
    byDefault: true,
    words: words(
      'Rencontres par mois d’un duo clôturé : par 30,4375 jours du début à la clôture, un mois au moins',
      'Ontmoetingen per maand van een afgesloten duo: per 30,4375 dagen van het begin tot de afsluiting, minstens een maand',
      'Meetings a month of a closed duo: by 30.4375 days from start to closure, at least one month',
    ),
    // Of a duo that goes on, meetings over meetings a month would tell how long ago it began, and so the day.
    value: (terms) =>
      `case when ${closure(terms)} is not null then round((${meetings(terms)} / ${monthsOfMeeting(terms)})::numeric, 2) end`,
  },
  {
    name: 'days_to_last_meeting',
    kind: 'DAYS',
    role: 'PLAIN',
    unit: 'days',
    byDefault: true,
    words: words(
      'Jours du début à la dernière rencontre',
      'Dagen van het begin tot de laatste ontmoeting',
      'Days from start to last meeting',
    ),
    value: sinceStart((terms) => `f.meeting_days[${meetings(terms)}]`),
  },
  {
    name: 'days_to_exit',
    kind: 'DAYS',
    role: 'OUTCOME',
    unit: 'days',
    follows: 'POSITIVE_EXIT_RATE',
    byDefault: true,
    words: words(
      'Jours du début à la première sortie positive',
      'Dagen van het begin tot de eerste positieve uitstroom',
      'Days from start to first positive exit',
    ),
    value: sinceStart(firstOf('exit')),
  },
  {
    name: 'exit_kind',
    kind: 'CATEGORY',
    role: 'OUTCOME',
    unit: null,
    list: 'Situation',
    codes: vocabulary.SITUATIONS.filter((situation) => situation !== 'JOB_SEARCH'),
    follows: 'POSITIVE_EXIT_RATE',
    byDefault: true,
    words: words(
      'Situation de la première sortie positive',
      'Situatie van de eerste positieve uitstroom',
      'Situation of the first positive exit',
    ),
    value: ofOutcome('exit', 'outcome.situation'),
  },
  {
    name: 'exit_within_12_months',
    ...standsTo('POSITIVE_EXIT_RATE'),
    words: words(
      'Sortie positive dans les douze mois du début',
      'Positieve uitstroom binnen twaalf maanden na het begin',
      'Positive exit within twelve months of the start',
    ),
  },
  {
    name: 'days_to_job',
    kind: 'DAYS',
    role: 'OUTCOME',
    unit: 'days',
    follows: 'EMPLOYMENT_RATE',
    byDefault: true,
    words: words(
      'Jours du début au premier emploi',
      'Dagen van het begin tot de eerste baan',
      'Days from start to first job',
    ),
    value: sinceStart(firstOf('job')),
  },
  {
    name: 'job_contract',
    kind: 'CATEGORY',
    role: 'OUTCOME',
    unit: null,
    list: 'ContractType',
    codes: vocabulary.CONTRACT_TYPES,
    follows: 'EMPLOYMENT_RATE',
    byDefault: true,
    words: words('Contrat du premier emploi', 'Contract van de eerste baan', 'Contract of the first job'),
    value: ofOutcome('job', 'outcome.contract_type'),
  },
  {
    name: 'job_contract_months',
    kind: 'MONTHS',
    role: 'OUTCOME',
    unit: 'months',
    follows: 'EMPLOYMENT_RATE',
    byDefault: true,
    words: words(
      'Mois du contrat du premier emploi, s’il est à durée déterminée',
      'Maanden van het contract van de eerste baan, als het van bepaalde duur is',
      'Months of the contract of the first job, where it is fixed-term',
    ),
    value: ofOutcome('job', 'outcome.months'),
  },
  {
    name: 'job_within_12_months',
    ...standsTo('EMPLOYMENT_RATE'),
    words: words(
      'Emploi dans les douze mois du début',
      'Werk binnen twaalf maanden na het begin',
      'Job within twelve months of the start',
    ),
  },
  {
    name: 'days_to_stable_job',
    kind: 'DAYS',
    role: 'OUTCOME',
    unit: 'days',
    follows: 'STABLE_EMPLOYMENT_RATE',
    byDefault: true,
    words: words(
      'Jours du début au premier emploi durable',
      'Dagen van het begin tot het eerste duurzame werk',
      'Days from start to first stable job',
    ),
    value: sinceStart(firstOf('stable_job')),
  },
  {
    name: 'stable_job_within_12_months',
    ...standsTo('STABLE_EMPLOYMENT_RATE'),
    words: words(
      'Emploi durable dans les douze mois du début',
      'Duurzaam werk binnen twaalf maanden na het begin',
      'Stable job within twelve months of the start',
    ),
  },
  ...([3, 6, 12] as const).map((months): ResearchVariable => ({
    name: `job_sustained_${months}_months`,
    ...standsTo(`JOB_SUSTAINED_${months}_RATE`),
    words: words(
      `Premier emploi : en emploi ou sous contrat ${months} mois plus tard`,
      `Eerste baan: aan het werk of onder contract ${months} maanden later`,
      `First job: in work or under contract ${months} months on`,
    ),
  })),
  {
    name: 'followed_days',
    kind: 'DAYS',
    role: 'PLAIN',
    unit: 'days',
    byDefault: true,
    words: words(
      'Suivi pendant : jours du début à la dernière situation notée',
      'Gevolgd gedurende: dagen van het begin tot de laatst genoteerde situatie',
      'Followed for: days from start to the last situation recorded',
    ),
    value: sinceStart(followedTo),
  },
  {
    name: 'twelve_months_over',
    kind: 'YES_NO',
    role: 'PLAIN',
    unit: null,
    codes: YES_NO,
    follows: 'POSITIVE_EXIT_RATE',
    byDefault: true,
    words: words(
      'Les douze mois qui suivent le début sont passés',
      'De twaalf maanden na het begin zijn voorbij',
      'The twelve months after the start are over',
    ),
    value: yesNo(({ asOf }) => {
      const metric = CATALOGUE.POSITIVE_EXIT_RATE;
      const among = metric.denominator ?? metric.numerator;
      return among.condition({ ...parametersOf(metric, { population: 'MATURE' }), asOf });
    }),
  },
  ...SCORE_VARIABLES,
];

/** The columns of these names, in the order of the file; undefined where one of them is none. */
export function variablesNamed(names: readonly string[]): readonly ResearchVariable[] | undefined {
  const wanted = new Set(names);
  const found = RESEARCH_VARIABLES.filter(({ name }) => wanted.has(name));
  return found.length === wanted.size ? found : undefined;
}
