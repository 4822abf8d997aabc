import type { MetricDefinition } from '../definition.ts';
import { rate, recorded } from '../shapes.ts';
import { mentorsByInfoSession } from '../sources.ts';

/** The share of interviewed candidate mentors who completed the training. */
export const mentorTrainingRate: MetricDefinition = {
  id: 'MENTOR_TRAINING_RATE',
  rank: 132,
  version: 1,
  ...rate({
    group: 'QUALITY',
    audience: 'STAFF',
    source: mentorsByInfoSession,
    among: recorded('interview_on'),
    counted: recorded('trained_on'),
  }),
  words: {
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
  },
};
