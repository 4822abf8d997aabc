import type { MetricDefinition } from '../definition.ts';
import { rate, recorded } from '../shapes.ts';
import { mentees } from '../sources.ts';

/** Of those registered, those who had an intake interview. */
export const intakeConversionRate: MetricDefinition = {
  id: 'INTAKE_CONVERSION_RATE',
  rank: 120,
  version: 1,
  ...rate({
    group: 'QUALITY',
    audience: 'STAFF',
    source: mentees,
    among: recorded('registered_on'),
    counted: recorded('intake_on'),
  }),
  words: {
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
  },
};
