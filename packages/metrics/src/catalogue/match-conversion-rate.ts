import type { MetricDefinition } from '../definition.ts';
import { rate, recorded } from '../shapes.ts';
import { mentees } from '../sources.ts';

/** Of those with an intake interview, those who started a duo. */
export const matchConversionRate: MetricDefinition = {
  id: 'MATCH_CONVERSION_RATE',
  rank: 130,
  version: 1,
  ...rate({
    group: 'QUALITY',
    audience: 'STAFF',
    source: mentees,
    among: recorded('intake_on'),
    counted: recorded('matched_on'),
  }),
  words: {
    fr: {
      name: 'De l’entretien au duo',
      says: 'La part des personnes ayant eu un entretien d’accueil qui ont commencé un duo.',
      numerator: 'Personnes qui ont commencé un duo, quelle qu’en soit la date.',
      denominator: 'Personnes ayant eu un entretien, selon leur séance d’info.',
    },
    nl: {
      name: 'Van intake naar duo',
      says: 'Het aandeel mensen met een intakegesprek dat een duo begon.',
      numerator: 'Wie een duo begon, wanneer ook.',
      denominator: 'Mensen met een intakegesprek, volgens hun infosessie.',
    },
    en: {
      name: 'From intake to duo',
      says: 'The share of people with an intake interview who started a duo.',
      numerator: 'People who started a duo, whenever that was.',
      denominator: 'People with an intake interview, by their info session.',
    },
  },
};
