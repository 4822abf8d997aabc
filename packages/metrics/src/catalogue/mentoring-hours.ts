import type { MetricDefinition } from '../definition.ts';
import { always } from '../shapes.ts';
import { duosByFirstMeeting, meetings } from '../sources.ts';

/** Hours of all meetings held in the period. */
export const mentoringHours: MetricDefinition = {
  id: 'MENTORING_HOURS',
  rank: 90,
  version: 1,
  group: 'OPERATIONS',
  unit: 'HOURS',
  audience: 'GRANTS',
  parameters: [],
  changedBy: 'MEETING',
  criterion: [
    {
      words: { fr: 'Rencontres', nl: 'Ontmoetingen', en: 'Meetings' },
      is: 'NUMBER',
      value: () => 'count(*)',
    },
    {
      words: { fr: 'Minutes', nl: 'Minuten', en: 'Minutes' },
      is: 'NUMBER',
      value: () => 'sum(met.minutes)',
    },
  ],
  numerator: { source: meetings, condition: always, sum: () => 'met.minutes / 60.0' },
  denominator: null,
  subjects: { source: duosByFirstMeeting, condition: always },
  words: {
    fr: {
      name: 'Heures de mentorat',
      says: 'Combien de temps mentors et mentees se sont rencontrés.',
      numerator: 'Heures de toutes les rencontres de la période.',
      denominator: null,
    },
    nl: {
      name: 'Uren mentoring',
      says: 'Hoe lang mentoren en mentees elkaar ontmoetten.',
      numerator: 'Uren van alle ontmoetingen in de periode.',
      denominator: null,
    },
    en: {
      name: 'Hours of mentoring',
      says: 'How long mentors and mentees met.',
      numerator: 'Hours of all meetings held in the period.',
      denominator: null,
    },
  },
};
