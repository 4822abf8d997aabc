import type { MetricDefinition } from '../definition.ts';
import { agreementRate } from '../shapes.ts';

/** Of the answers given, those of 4 or 5: (mentees) that their network has widened. */
export const networkRate: MetricDefinition = {
  id: 'NETWORK_RATE',
  rank: 190,
  version: 1,
  ...agreementRate('LONG_TERM', 'network'),
  words: {
    fr: {
      name: 'Un réseau élargi',
      says: 'La part des mentees dont le réseau s’est élargi.',
      numerator: 'Réponses de 4 ou 5 sur l’échelle de 5.',
      denominator:
        'Réponses données à la question, pour les duos clôturés pendant la période, quel que soit le jour de la réponse.',
    },
    nl: {
      name: 'Een ruimer netwerk',
      says: 'Het aandeel mentees met een ruimer netwerk.',
      numerator: 'Antwoorden van 4 of 5 op de schaal van 5.',
      denominator:
        'Antwoorden op de vraag, van duo’s die in de periode afgesloten zijn, op welke dag het antwoord ook kwam.',
    },
    en: {
      name: 'A wider network',
      says: 'The share of mentees whose network has widened.',
      numerator: 'Answers of 4 or 5 on the scale of 5.',
      denominator:
        'Answers given to the question, of duos closed in the period, on whatever day the answer came.',
    },
  },
};
