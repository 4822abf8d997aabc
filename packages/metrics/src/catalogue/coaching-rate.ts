import type { MetricDefinition } from '../definition.ts';
import { agreementRate } from '../shapes.ts';

/** Of the answers given, those of 4 or 5: (mentors) better at coaching. */
export const coachingRate: MetricDefinition = {
  id: 'COACHING_RATE',
  rank: 210,
  version: 1,
  ...agreementRate('LONG_TERM', 'coaching'),
  words: {
    fr: {
      name: 'Meilleurs coachs',
      says: 'La part des mentors qui ont développé leurs compétences de coaching.',
      numerator: 'Réponses de 4 ou 5 sur l’échelle de 5.',
      denominator:
        'Réponses données à la question, pour les duos clôturés pendant la période, quel que soit le jour de la réponse.',
    },
    nl: {
      name: 'Beter in coachen',
      says: 'Het aandeel mentoren dat beter leerde coachen.',
      numerator: 'Antwoorden van 4 of 5 op de schaal van 5.',
      denominator:
        'Antwoorden op de vraag, van duo’s die in de periode afgesloten zijn, op welke dag het antwoord ook kwam.',
    },
    en: {
      name: 'Better at coaching',
      says: 'The share of mentors who developed their coaching skills.',
      numerator: 'Answers of 4 or 5 on the scale of 5.',
      denominator:
        'Answers given to the question, of duos closed in the period, on whatever day the answer came.',
    },
  },
};
