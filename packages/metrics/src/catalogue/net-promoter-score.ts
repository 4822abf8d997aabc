import { answerCriterion } from '../criterion.ts';
import type { MetricDefinition } from '../definition.ts';
import { responses } from '../sources.ts';

const asked = () => 'f.recommendation is not null';
const vote = () => '(case when f.recommendation >= 9 then 1 when f.recommendation <= 6 then -1 else 0 end)';

/** Promoters (9 or 10) less detractors (0 to 6), of 100 who answered. */
export const netPromoterScore: MetricDefinition = {
  id: 'NET_PROMOTER_SCORE',
  rank: 170,
  version: 1,
  group: 'QUALITY',
  unit: 'SCORE',
  audience: 'GRANTS',
  parameters: [],
  criterion: answerCriterion('recommendation'),
  numerator: { source: responses, condition: asked, sum: vote },
  denominator: { source: responses, condition: asked },
  squares: { source: responses, condition: asked, sum: () => `abs(${vote()})` },
  words: {
    fr: {
      name: 'Recommandation (NPS)',
      says: 'À quel point mentees et mentors recommanderaient le programme, de −100 à 100.',
      numerator: 'Promoteurs (9 ou 10) moins détracteurs (0 à 6).',
      denominator:
        'Réponses données à la question, pour les duos clôturés pendant la période, quel que soit le jour de la réponse. Un duo peut en avoir deux, de mentee et de mentor, que l’intervalle prend pour indépendantes.',
    },
    nl: {
      name: 'Aanbeveling (NPS)',
      says: 'In welke mate mentees en mentoren het programma zouden aanbevelen, van −100 tot 100.',
      numerator: 'Promotors (9 of 10) min criticasters (0 tot 6).',
      denominator:
        'Antwoorden op de vraag, van duo’s die in de periode afgesloten zijn, op welke dag het antwoord ook kwam. Een duo kan er twee hebben, van mentee en mentor, die het interval als onafhankelijk neemt.',
    },
    en: {
      name: 'Recommendation (NPS)',
      says: 'How far mentees and mentors would recommend the programme, from −100 to 100.',
      numerator: 'Promoters (9 or 10) less detractors (0 to 6).',
      denominator:
        'Answers given to the question, of duos closed in the period, on whatever day the answer came. A duo may have two, of mentee and mentor, which the interval takes as independent.',
    },
  },
};
