import type { Expression, InEachLanguage, Terms } from './definition.ts';
import { firstDay, followedTo, windowEnd, type Exit } from './exit-days.ts';

/** A value of a record on which it rests whether it counts, so that a figure can be counted again from its list. */
export interface CriterionValue {
  readonly words: InEachLanguage<string>;
  readonly is: 'DAY' | 'NUMBER' | 'CODE';
  /** Of a code: the closed list of the domain's vocabulary that it is of. */
  readonly list?: string;
  /** Over the rows of the numerator's source; null where nothing is recorded by the as-of day. */
  readonly value: Expression;
}

const words = (fr: string, nl: string, en: string): InEachLanguage<string> => ({ fr, nl, en });

/** A day that is after the as-of day is not known yet. */
export const byDay = (day: string, { asOf }: Terms) => `case when ${day} <= ${asOf} then ${day} end`;

const SITUATIONS_OF: Readonly<Record<Exit, string>> = {
  exit: `outcome.situation in ('JOB', 'INTERNSHIP', 'TRAINING')`,
  job: `outcome.situation = 'JOB'`,
  stable_job: `outcome.situation = 'JOB' and (outcome.contract_type = 'OPEN_ENDED' or outcome.months >= 3)`,
};

/** A column of the outcome by which the exit is known: of its day, the one that was written down first. */
export function ofOutcome(exit: Exit, column: string): Expression {
  return (terms) => {
    const documented =
      terms.evidence === 'DOCUMENTED' ? ` and outcome.evidence in ('CONTRACT', 'ADMINISTRATIVE')` : '';
    const day = firstDay(exit, terms);
    return `(select ${column} from outcome where outcome.duo_id = f.duo_id and outcome.removed_at is null
      and outcome.observed_on = ${day} and ${day} <= ${terms.asOf} and ${SITUATIONS_OF[exit]}${documented} order by outcome.recorded_on, outcome.id limit 1)`;
  };
}

const RECORDED_ON = words('Encodée le', 'Genoteerd op', 'Written down on');

/** Of an exit: the window, the first such situation that is known, from where, and whether anything is known at all. */
export function exitCriterion(exit: Exit): readonly CriterionValue[] {
  return [
    {
      words: words('Fin de la fenêtre', 'Einde van het venster', 'Window ends'),
      is: 'DAY',
      value: (terms) => `${windowEnd(terms)}::date`,
    },
    {
      words: words('Sortie le', 'Uitstroom op', 'Exit on'),
      is: 'DAY',
      value: (terms) => byDay(firstDay(exit, terms), terms),
    },
    {
      words: words('Situation', 'Situatie', 'Situation'),
      is: 'CODE',
      list: 'Situation',
      value: ofOutcome(exit, 'outcome.situation'),
    },
    ...(exit === 'stable_job'
      ? ([
          {
            words: words('Contrat', 'Contract', 'Contract'),
            is: 'CODE',
            list: 'ContractType',
            value: ofOutcome(exit, 'outcome.contract_type'),
          },
          {
            words: words('Mois du contrat', 'Maanden van het contract', 'Months of contract'),
            is: 'NUMBER',
            value: ofOutcome(exit, 'outcome.months'),
          },
        ] as const)
      : []),
    {
      words: words('Preuve', 'Bewijs', 'Evidence'),
      is: 'CODE',
      list: 'EvidenceSource',
      value: ofOutcome(exit, 'outcome.evidence'),
    },
    {
      words: RECORDED_ON,
      is: 'DAY',
      value: ofOutcome(exit, 'outcome.recorded_on'),
    },
    {
      words: words('Première situation connue', 'Eerste bekende situatie', 'Anything known since'),
      is: 'DAY',
      value: (terms) => byDay(`f.first_known_from_${terms.anchor.toLowerCase()}`, terms),
    },
    {
      // Who has no exit is known to have none where this is not before the end of the window.
      words: words('Dernière situation connue', 'Laatste bekende situatie', 'Last known on'),
      is: 'DAY',
      value: followedTo,
    },
  ];
}

/** Of a job that lasts: its first day, the day of the check, and what was seen until then. */
export function sustainmentCriterion(check: string): readonly CriterionValue[] {
  const seen =
    (what: string, of: string): Expression =>
    ({ asOf }) =>
      `(select ${of} from unnest(f.situation_days, f.situations, f.situations_until) as seen (day, situation, until)
      where seen.day >= f.job_from_start and seen.day <= ${asOf} and ${what})`;
  return [
    {
      words: words('Emploi depuis', 'Aan het werk sinds', 'Job since'),
      is: 'DAY',
      value: () => 'f.job_from_start',
    },
    { words: words('Contrôle le', 'Controle op', 'Checked on'), is: 'DAY', value: () => check },
    {
      words: words('Vu en emploi jusqu’au', 'Aan het werk gezien tot', 'Last seen in work'),
      is: 'DAY',
      value: seen(`seen.situation = 'JOB'`, 'max(seen.day)'),
    },
    {
      words: words('Contrat', 'Contract', 'Contract'),
      is: 'CODE',
      list: 'ContractType',
      // Of a contract without an end the fact says infinity, of a job of which nothing is said the day itself.
      value: seen(
        `seen.situation = 'JOB'`,
        `case when bool_or(seen.until = 'infinity') then 'OPEN_ENDED' when bool_or(seen.until > seen.day) then 'FIXED_TERM' end`,
      ),
    },
    {
      words: words('Le contrat va jusqu’au', 'Contract loopt tot', 'Contract reaches to'),
      is: 'DAY',
      value: seen(
        `seen.situation = 'JOB' and seen.until > seen.day and seen.until < 'infinity'`,
        'max(seen.until)',
      ),
    },
    {
      words: words('Autre situation le', 'Andere situatie op', 'Other situation on'),
      is: 'DAY',
      value: seen(
        `seen.situation <> 'JOB' and seen.day > f.job_from_start and seen.day <= ${check}`,
        'min(seen.day)',
      ),
    },
  ];
}

/** Of an answer: who gave it, when, which it is, and when it was written down. */
export function answerCriterion(question: string): readonly CriterionValue[] {
  return [
    {
      words: words('Répondant', 'Respondent', 'Respondent'),
      is: 'CODE',
      list: 'Respondent',
      value: () => 'f.respondent',
    },
    { words: words('Répondu le', 'Beantwoord op', 'Answered on'), is: 'DAY', value: () => 'f.answered_on' },
    { words: words('Réponse', 'Antwoord', 'Answer'), is: 'NUMBER', value: () => `f.${question}` },
    {
      words: RECORDED_ON,
      is: 'DAY',
      value: () => '(select recorded_on from response where response.id = f.response_id)',
    },
  ];
}

/** Of an evaluation: the day on which the mentee or the mentor answered it, and when that was written down. */
export function responseCriterion(respondent: 'MENTEE' | 'MENTOR'): readonly CriterionValue[] {
  return [
    {
      words: words('Répondu le', 'Beantwoord op', 'Answered on'),
      is: 'DAY',
      value: () =>
        `(select answered_on from response where response.duo_id = f.duo_id and response.respondent = '${respondent}')`,
    },
    {
      words: RECORDED_ON,
      is: 'DAY',
      value: () =>
        `(select recorded_on from response where response.duo_id = f.duo_id and response.respondent = '${respondent}')`,
    },
  ];
}
