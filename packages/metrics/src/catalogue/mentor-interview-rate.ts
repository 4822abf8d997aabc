import type { MetricDefinition } from '../definition.ts';
import { formerConversion } from '../former-conversion.ts';
import { conversion, type Step } from '../shapes.ts';
import { mentorsByInfoSession } from '../sources.ts';

const STEP: Step = { source: mentorsByInfoSession, to: 'interview_on' };

/** The share of candidate mentors at an info session who had an interview. */
export const mentorInterviewRate: MetricDefinition = {
  id: 'MENTOR_INTERVIEW_RATE',
  rank: 131,
  version: 2,
  ...conversion(STEP),
  words: {
    fr: {
      name: 'Mentors : de la séance d’info à l’entretien',
      says: 'La part des candidats mentors venus à une séance d’info qui ont eu un entretien.',
      numerator: 'Candidats mentors qui ont eu un entretien au plus tard le jour regardé.',
      denominator: 'Candidats mentors dont la séance d’info est dans la période.',
    },
    nl: {
      name: 'Mentoren: van infosessie naar gesprek',
      says: 'Het aandeel kandidaat-mentoren op een infosessie dat een gesprek had.',
      numerator: 'Kandidaat-mentoren die uiterlijk op de bekeken dag een gesprek hadden.',
      denominator: 'Kandidaat-mentoren van wie de infosessie in de periode valt.',
    },
    en: {
      name: 'Mentors: from info session to interview',
      says: 'The share of candidate mentors at an info session who had an interview.',
      numerator: 'Candidate mentors who had an interview by the day that is looked at.',
      denominator: 'Candidate mentors whose info session lies in the period.',
    },
  },
  former: [
    formerConversion(STEP, {
      fr: {
        name: 'Mentors : de la séance d’info à l’entretien',
        says: 'La part des candidats mentors venus à une séance d’info qui ont eu un entretien.',
        numerator: 'Candidats mentors qui ont eu un entretien, quelle qu’en soit la date.',
        denominator: 'Candidats mentors dont la séance d’info est dans la période.',
      },
      nl: {
        name: 'Mentoren: van infosessie naar gesprek',
        says: 'Het aandeel kandidaat-mentoren op een infosessie dat een gesprek had.',
        numerator: 'Kandidaat-mentoren die een gesprek hadden, wanneer ook.',
        denominator: 'Kandidaat-mentoren van wie de infosessie in de periode valt.',
      },
      en: {
        name: 'Mentors: from info session to interview',
        says: 'The share of candidate mentors at an info session who had an interview.',
        numerator: 'Candidate mentors who had an interview, whenever that was.',
        denominator: 'Candidate mentors whose info session lies in the period.',
      },
    }),
  ],
};
