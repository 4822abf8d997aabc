import type { MetricDefinition } from '../definition.ts';
import { formerConversion } from '../former-conversion.ts';
import { conversion, type Step } from '../shapes.ts';
import { mentees } from '../sources.ts';

const STEP: Step = { source: mentees, from: 'registered_on', to: 'intake_on' };

/** Of those registered, those who had an intake interview. */
export const intakeConversionRate: MetricDefinition = {
  id: 'INTAKE_CONVERSION_RATE',
  rank: 120,
  version: 2,
  ...conversion(STEP),
  words: {
    fr: {
      name: 'De l’inscription à l’entretien',
      says: 'La part des personnes inscrites qui ont eu un entretien d’accueil.',
      numerator: 'Personnes inscrites qui ont eu un entretien au plus tard le jour regardé.',
      denominator: 'Personnes inscrites au plus tard ce jour-là, selon leur séance d’info.',
    },
    nl: {
      name: 'Van inschrijving naar intake',
      says: 'Het aandeel ingeschreven mensen met een intakegesprek.',
      numerator: 'Ingeschreven mensen die uiterlijk op de bekeken dag een intakegesprek hadden.',
      denominator: 'Wie uiterlijk op die dag ingeschreven was, volgens hun infosessie.',
    },
    en: {
      name: 'From registration to intake',
      says: 'The share of registered people who had an intake interview.',
      numerator: 'Registered people who had an intake interview by the day that is looked at.',
      denominator: 'People who registered by that day, by their info session.',
    },
  },
  former: [
    formerConversion(STEP, {
      fr: {
        name: 'De l’inscription à l’entretien',
        says: 'La part des personnes inscrites qui ont eu un entretien d’accueil.',
        numerator: 'Personnes qui ont eu un entretien, quelle qu’en soit la date.',
        denominator: 'Personnes inscrites, selon leur séance d’info.',
      },
      nl: {
        name: 'Van inschrijving naar intake',
        says: 'Het aandeel ingeschreven mensen met een intakegesprek.',
        numerator: 'Wie een intakegesprek had, wanneer ook.',
        denominator: 'Ingeschreven mensen, volgens hun infosessie.',
      },
      en: {
        name: 'From registration to intake',
        says: 'The share of registered people who had an intake interview.',
        numerator: 'People with an intake interview, whenever that was.',
        denominator: 'People who registered, by their info session.',
      },
    }),
  ],
};
