import { QUESTIONS, type Question, type Respondent } from '@tandem/domain/vocabulary';
import type { InEachLanguage } from '../definition.ts';
import type { ResearchVariable } from './variable.ts';

/** Who is asked what at the closure. */
const ASKED: Readonly<Record<Respondent, readonly Question[]>> = {
  MENTEE: QUESTIONS.filter((question) => question !== 'USEFULNESS' && question !== 'COACHING'),
  MENTOR: QUESTIONS.filter((question) => question !== 'AUTONOMY' && question !== 'NETWORK'),
};

const QUESTION_WORDS: Readonly<Record<Question, InEachLanguage<string>>> = {
  AUTONOMY: { fr: 'autonomie', nl: 'zelfstandigheid', en: 'autonomy' },
  NETWORK: { fr: 'réseau', nl: 'netwerk', en: 'network' },
  USEFULNESS: { fr: 'utilité', nl: 'nut', en: 'usefulness' },
  COACHING: { fr: 'coaching', nl: 'coaching', en: 'coaching' },
  SATISFACTION: { fr: 'satisfaction', nl: 'tevredenheid', en: 'satisfaction' },
  RECOMMENDATION: { fr: 'recommandation', nl: 'aanbeveling', en: 'recommendation' },
};
const RESPONDENT_WORDS: Readonly<Record<Respondent, InEachLanguage<string>>> = {
  MENTEE: { fr: 'Réponse du ou de la mentee', nl: 'Antwoord van de mentee', en: 'Answer of the mentee' },
  MENTOR: { fr: 'Réponse du mentor', nl: 'Antwoord van de mentor', en: 'Answer of the mentor' },
};

/** The answers to the evaluation at closure: they belong to the closure that they are about, whenever they came. */
export const SCORE_VARIABLES: readonly ResearchVariable[] = (['MENTEE', 'MENTOR'] as const).flatMap(
  (respondent) => ASKED[respondent].map((question) => scoreOf(respondent, question)),
);

function scoreOf(respondent: Respondent, question: Question): ResearchVariable {
  const [who, what] = [RESPONDENT_WORDS[respondent], QUESTION_WORDS[question]];
  return {
    name: `${respondent.toLowerCase()}_${question.toLowerCase()}`,
    kind: 'SCORE',
    role: 'OUTCOME',
    unit: question === 'RECOMMENDATION' ? '0 to 10' : '1 to 5',
    ...(respondent === 'MENTOR' && { ofMentor: true }),
    byDefault: true,
    words: { fr: `${who.fr} : ${what.fr}`, nl: `${who.nl}: ${what.nl}`, en: `${who.en}: ${what.en}` },
    value: ({ asOf }) => `(select response.${question.toLowerCase()} from response_fact as response
      where response.duo_id = f.duo_id and response.respondent = '${respondent}' and response.closed_on <= ${asOf})`,
  };
}
