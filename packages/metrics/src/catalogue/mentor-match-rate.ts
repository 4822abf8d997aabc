import type { MetricDefinition } from '../definition.ts';
import { formerConversion } from '../former-conversion.ts';
import { conversion, type Step } from '../shapes.ts';
import { mentorsByInfoSession } from '../sources.ts';

const STEP: Step = { source: mentorsByInfoSession, from: 'trained_on', to: 'first_duo_on' };

/** The share of trained mentors who started a duo. */
export const mentorMatchRate: MetricDefinition = {
  id: 'MENTOR_MATCH_RATE',
  rank: 133,
  version: 2,
  ...conversion(STEP),
  words: {
    fr: {
      name: 'Mentors : de la formation au duo',
      says: 'La part des mentors formés qui ont commencé un duo.',
      numerator: 'Mentors formés qui ont commencé un duo au plus tard le jour regardé.',
      denominator: 'Mentors formés au plus tard ce jour-là, selon leur séance d’info.',
    },
    nl: {
      name: 'Mentoren: van opleiding naar duo',
      says: 'Het aandeel opgeleide mentoren dat een duo begon.',
      numerator: 'Opgeleide mentoren die uiterlijk op de bekeken dag een duo begonnen.',
      denominator: 'Mentoren die uiterlijk op die dag opgeleid waren, naar hun infosessie.',
    },
    en: {
      name: 'Mentors: from training to duo',
      says: 'The share of trained mentors who started a duo.',
      numerator: 'Trained mentors who started a duo by the day that is looked at.',
      denominator: 'Mentors trained by that day, by their info session.',
    },
  },
  former: [
    formerConversion(STEP, {
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
    }),
  ],
};
