import { responseCriterion } from '../criterion.ts';
import type { MetricDefinition } from '../definition.ts';
import { rate } from '../shapes.ts';
import { duosByClosure } from '../sources.ts';

/** Of the duos closed, those whose mentor answered the evaluation. */
export const mentorResponseRate: MetricDefinition = {
  id: 'MENTOR_RESPONSE_RATE',
  rank: 150,
  version: 1,
  ...rate({
    group: 'QUALITY',
    audience: 'GRANTS',
    source: duosByClosure,
    counted: () => 'f.mentor_answered',
    criterion: responseCriterion('MENTOR'),
  }),
  words: {
    fr: {
      name: 'Réponses des mentors',
      says: 'La part des duos clôturés dont le mentor a répondu à l’évaluation.',
      numerator: 'Duos dont le mentor a répondu, quelle qu’en soit la date.',
      denominator: 'Duos clôturés pendant la période.',
    },
    nl: {
      name: 'Antwoorden van mentoren',
      says: 'Het aandeel afgesloten duo’s waarvan de mentor de evaluatie beantwoordde.',
      numerator: 'Duo’s waarvan de mentor antwoordde, wanneer ook.',
      denominator: 'Duo’s die in de periode afgesloten zijn.',
    },
    en: {
      name: 'Answers of mentors',
      says: 'The share of closed duos whose mentor answered the evaluation.',
      numerator: 'Duos whose mentor answered, whenever that was.',
      denominator: 'Duos closed in the period.',
    },
  },
};
