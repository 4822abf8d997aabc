import type { MetricDefinition } from '../definition.ts';
import { formerConversion } from '../former-conversion.ts';
import { conversion, type Step } from '../shapes.ts';
import { mentees } from '../sources.ts';

const STEP: Step = { source: mentees, to: 'registered_on' };

/** Of the people at an info session, those who registered. */
export const registrationConversionRate: MetricDefinition = {
  id: 'REGISTRATION_CONVERSION_RATE',
  rank: 110,
  version: 2,
  ...conversion(STEP),
  words: {
    fr: {
      name: 'De la séance d’info à l’inscription',
      says: 'La part des personnes venues à une séance d’info qui se sont inscrites.',
      numerator: 'Personnes inscrites au plus tard le jour regardé.',
      denominator: 'Personnes dont la séance d’info tombe dans la période.',
    },
    nl: {
      name: 'Van infosessie naar inschrijving',
      says: 'Het aandeel mensen op een infosessie dat zich inschreef.',
      numerator: 'Wie zich uiterlijk op de bekeken dag inschreef.',
      denominator: 'Mensen van wie de infosessie in de periode valt.',
    },
    en: {
      name: 'From info session to registration',
      says: 'The share of people at an info session who registered.',
      numerator: 'People who registered by the day that is looked at.',
      denominator: 'People whose info session lies in the period.',
    },
  },
  former: [
    formerConversion(STEP, {
      fr: {
        name: 'De la séance d’info à l’inscription',
        says: 'La part des personnes venues à une séance d’info qui se sont inscrites.',
        numerator: 'Personnes qui se sont inscrites, quelle qu’en soit la date.',
        denominator: 'Personnes dont la séance d’info tombe dans la période.',
      },
      nl: {
        name: 'Van infosessie naar inschrijving',
        says: 'Het aandeel mensen op een infosessie dat zich inschreef.',
        numerator: 'Wie zich inschreef, wanneer ook.',
        denominator: 'Mensen van wie de infosessie in de periode valt.',
      },
      en: {
        name: 'From info session to registration',
        says: 'The share of people at an info session who registered.',
        numerator: 'People who registered, whenever that was.',
        denominator: 'People whose info session lies in the period.',
      },
    }),
  ],
};
