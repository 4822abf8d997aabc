import type { MetricDefinition } from '../definition.ts';
import { agreementRate } from '../shapes.ts';

/** Of the answers given, those of 4 or 5: (mentors) more useful. */
export const usefulnessRate: MetricDefinition = {
  id: 'USEFULNESS_RATE',
  rank: 200,
  version: 1,
  ...agreementRate('LONG_TERM', 'usefulness'),
  words: {
    fr: {
      name: 'Plus utiles',
      says: 'La part des mentors qui se sentent plus utiles.',
      numerator: 'Réponses de 4 ou 5 sur l’échelle de 5.',
      denominator:
        'Réponses données à la question, pour les duos clôturés pendant la période, quel que soit le jour de la réponse.',
    },
    nl: {
      name: 'Nuttiger',
      says: 'Het aandeel mentoren dat zich nuttiger voelt.',
      numerator: 'Antwoorden van 4 of 5 op de schaal van 5.',
      denominator:
        'Antwoorden op de vraag, van duo’s die in de periode afgesloten zijn, op welke dag het antwoord ook kwam.',
    },
    en: {
      name: 'More useful',
      says: 'The share of mentors who feel more useful.',
      numerator: 'Answers of 4 or 5 on the scale of 5.',
      denominator:
        'Answers given to the question, of duos closed in the period, on whatever day the answer came.',
    },
  },
};
