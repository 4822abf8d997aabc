import type { MetricDefinition } from '../definition.ts';
import { rate, recorded } from '../shapes.ts';
import { mentorsByInfoSession } from '../sources.ts';

/** The share of trained mentors who started a duo. */
export const mentorMatchRate: MetricDefinition = {
  id: 'MENTOR_MATCH_RATE',
  rank: 133,
  version: 1,
  ...rate({
    group: 'QUALITY',
    audience: 'STAFF',
    source: mentorsByInfoSession,
    among: recorded('trained_on'),
    counted: recorded('first_duo_on'),
  }),
  words: {
    fr: {
      name: 'Mentors : de la formation au duo',
      says: 'La part des mentors formés qui ont commencé un duo.',
      numerator: 'Mentors formés qui ont commencé un duo, quelle qu’en soit la date.',
      denominator: 'Mentors formés, selon leur séance d’info.',
    },
    nl: {
      name: 'Mentoren: van opleiding naar duo',
      says: 'Het aandeel opgeleide mentoren dat een duo begon.',
      numerator: 'Opgeleide mentoren die een duo begonnen, wanneer ook.',
      denominator: 'Opgeleide mentoren, naar hun infosessie.',
    },
    en: {
      name: 'Mentors: from training to duo',
      says: 'The share of trained mentors who started a duo.',
      numerator: 'Trained mentors who started a duo, whenever that was.',
      denominator: 'Trained mentors, by their info session.',
    },
  },
};
