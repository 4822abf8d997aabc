import { responseCriterion } from '../criterion.ts';
import type { MetricDefinition } from '../definition.ts';
import { rate } from '../shapes.ts';
import { duosByClosure } from '../sources.ts';

/** Of the duos closed, those whose mentee answered the evaluation. */
export const menteeResponseRate: MetricDefinition = {
  id: 'MENTEE_RESPONSE_RATE',
  rank: 140,
  version: 1,
  ...rate({
    group: 'QUALITY',
    audience: 'GRANTS',
    source: duosByClosure,
    counted: () => 'f.mentee_answered',
    criterion: responseCriterion('MENTEE'),
  }),
  words: {
    fr: {
      name: 'Réponses des mentees',
      says: 'La part des duos clôturés dont le ou la mentee a répondu à l’évaluation.',
      numerator: 'Duos dont le ou la mentee a répondu, quelle qu’en soit la date.',
      denominator: 'Duos clôturés pendant la période.',
    },
    nl: {
      name: 'Antwoorden van mentees',
      says: 'Het aandeel afgesloten duo’s waarvan de mentee de evaluatie beantwoordde.',
      numerator: 'Duo’s waarvan de mentee antwoordde, wanneer ook.',
      denominator: 'Duo’s die in de periode afgesloten zijn.',
    },
    en: {
      name: 'Answers of mentees',
      says: 'The share of closed duos whose mentee answered the evaluation.',
      numerator: 'Duos whose mentee answered, whenever that was.',
      denominator: 'Duos closed in the period.',
    },
  },
};
