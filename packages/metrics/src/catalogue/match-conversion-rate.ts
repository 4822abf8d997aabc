import type { MetricDefinition } from '../definition.ts';
import { formerConversion } from '../former-conversion.ts';
import { conversion, type Step } from '../shapes.ts';
import { mentees } from '../sources.ts';

const STEP: Step = { source: mentees, from: 'intake_on', to: 'matched_on' };

/** Of those with an intake interview, those who started a duo. */
export const matchConversionRate: MetricDefinition = {
  id: 'MATCH_CONVERSION_RATE',
  rank: 130,
  version: 2,
  ...conversion(STEP),
  words: {
    fr: {
      name: 'De l’entretien au duo',
      says: 'La part des personnes ayant eu un entretien d’accueil qui ont commencé un duo.',
      numerator: 'Personnes reçues en entretien qui ont commencé un duo au plus tard le jour regardé.',
      denominator: 'Personnes ayant eu un entretien au plus tard ce jour-là, selon leur séance d’info.',
    },
    nl: {
      name: 'Van intake naar duo',
      says: 'Het aandeel mensen met een intakegesprek dat een duo begon.',
      numerator: 'Mensen met een intakegesprek die uiterlijk op de bekeken dag een duo begonnen.',
      denominator: 'Mensen die uiterlijk op die dag een intakegesprek hadden, volgens hun infosessie.',
    },
    en: {
      name: 'From intake to duo',
      says: 'The share of people with an intake interview who started a duo.',
      numerator: 'People with an intake interview who started a duo by the day that is looked at.',
      denominator: 'People with an intake interview by that day, by their info session.',
    },
  },
  former: [
    formerConversion(STEP, {
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
    }),
  ],
};
