import type { MetricDefinition } from '../definition.ts';
import { formerConversion } from '../former-conversion.ts';
import { conversion, type Step } from '../shapes.ts';
import { mentorsByInfoSession } from '../sources.ts';

const STEP: Step = { source: mentorsByInfoSession, from: 'interview_on', to: 'trained_on' };

/** The share of interviewed candidate mentors who completed the training. */
export const mentorTrainingRate: MetricDefinition = {
  id: 'MENTOR_TRAINING_RATE',
  rank: 132,
  version: 2,
  ...conversion(STEP),
  words: {
    fr: {
      name: 'Mentors : de l’entretien à la formation',
      says: 'La part des candidats mentors reçus en entretien qui ont terminé la formation.',
      numerator:
        'Candidats mentors reçus en entretien qui ont terminé la formation au plus tard le jour regardé.',
      denominator: 'Candidats mentors reçus en entretien au plus tard ce jour-là, selon leur séance d’info.',
    },
    nl: {
      name: 'Mentoren: van gesprek naar opleiding',
      says: 'Het aandeel kandidaat-mentoren met een gesprek dat de opleiding afrondde.',
      numerator: 'Kandidaat-mentoren met een gesprek die uiterlijk op de bekeken dag de opleiding afrondden.',
      denominator: 'Kandidaat-mentoren die uiterlijk op die dag een gesprek hadden, naar hun infosessie.',
    },
    en: {
      name: 'Mentors: from interview to training',
      says: 'The share of interviewed candidate mentors who completed the training.',
      numerator: 'Interviewed candidate mentors who completed the training by the day that is looked at.',
      denominator: 'Candidate mentors with an interview by that day, by their info session.',
    },
  },
  former: [
    formerConversion(STEP, {
      fr: {
        name: 'Mentors : de l’entretien à la formation',
        says: 'La part des candidats mentors reçus en entretien qui ont terminé la formation.',
        numerator: 'Candidats mentors qui ont terminé la formation, quelle qu’en soit la date.',
        denominator: 'Candidats mentors reçus en entretien, selon leur séance d’info.',
      },
      nl: {
        name: 'Mentoren: van gesprek naar opleiding',
        says: 'Het aandeel kandidaat-mentoren met een gesprek dat de opleiding afrondde.',
        numerator: 'Kandidaat-mentoren die de opleiding afrondden, wanneer ook.',
        denominator: 'Kandidaat-mentoren met een gesprek, naar hun infosessie.',
      },
      en: {
        name: 'Mentors: from interview to training',
        says: 'The share of interviewed candidate mentors who completed the training.',
        numerator: 'Candidate mentors who completed the training, whenever that was.',
        denominator: 'Candidate mentors with an interview, by their info session.',
      },
    }),
  ],
};
