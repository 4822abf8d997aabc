import type { MetricDefinition } from '../definition.ts';
import { agreementRate } from '../shapes.ts';

/** Of the answers given, those of 4 or 5: satisfied overall. */
export const satisfactionRate: MetricDefinition = {
  id: 'SATISFACTION_RATE',
  rank: 160,
  version: 1,
  ...agreementRate('QUALITY', 'satisfaction'),
  words: {
    fr: {
      name: 'Satisfaction',
      says: 'La part des mentees et des mentors globalement satisfaits.',
      numerator: 'Réponses de 4 ou 5 sur l’échelle de 5.',
      denominator:
        'Réponses données à la question, pour les duos clôturés pendant la période, quel que soit le jour de la réponse. Un duo peut en avoir deux, de mentee et de mentor, que l’intervalle prend pour indépendantes.',
    },
    nl: {
      name: 'Tevredenheid',
      says: 'Het aandeel mentees en mentoren dat algemeen tevreden is.',
      numerator: 'Antwoorden van 4 of 5 op de schaal van 5.',
      denominator:
        'Antwoorden op de vraag, van duo’s die in de periode afgesloten zijn, op welke dag het antwoord ook kwam. Een duo kan er twee hebben, van mentee en mentor, die het interval als onafhankelijk neemt.',
    },
    en: {
      name: 'Satisfaction',
      says: 'The share of mentees and mentors who are satisfied overall.',
      numerator: 'Answers of 4 or 5 on the scale of 5.',
      denominator:
        'Answers given to the question, of duos closed in the period, on whatever day the answer came. A duo may have two, of mentee and mentor, which the interval takes as independent.',
    },
  },
};
