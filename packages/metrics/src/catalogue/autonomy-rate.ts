import type { MetricDefinition } from '../definition.ts';
import { agreementRate } from '../shapes.ts';

/** Of the answers given, those of 4 or 5: (mentees) more autonomous in their search. */
export const autonomyRate: MetricDefinition = {
  id: 'AUTONOMY_RATE',
  rank: 180,
  version: 1,
  ...agreementRate('LONG_TERM', 'autonomy'),
  words: {
    fr: {
      name: 'Plus autonomes',
      says: 'La part des mentees devenus plus autonomes dans leur recherche.',
      numerator: 'Réponses de 4 ou 5 sur l’échelle de 5.',
      denominator:
        'Réponses données à la question, pour les duos clôturés pendant la période, quel que soit le jour de la réponse.',
    },
    nl: {
      name: 'Zelfstandiger',
      says: 'Het aandeel mentees dat zelfstandiger zoekt.',
      numerator: 'Antwoorden van 4 of 5 op de schaal van 5.',
      denominator:
        'Antwoorden op de vraag, van duo’s die in de periode afgesloten zijn, op welke dag het antwoord ook kwam.',
    },
    en: {
      name: 'More autonomous',
      says: 'The share of mentees who are more autonomous in their search.',
      numerator: 'Answers of 4 or 5 on the scale of 5.',
      denominator:
        'Answers given to the question, of duos closed in the period, on whatever day the answer came.',
    },
  },
};
