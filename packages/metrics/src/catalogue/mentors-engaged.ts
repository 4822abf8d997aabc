import type { MetricDefinition } from '../definition.ts';
import { count } from '../shapes.ts';
import { mentorsByMatch } from '../sources.ts';

/** Mentors by the start of their first duo. */
export const mentorsEngaged: MetricDefinition = {
  id: 'MENTORS_ENGAGED',
  rank: 36,
  version: 1,
  ...count('OPERATIONS', 'STAFF', mentorsByMatch),
  words: {
    fr: {
      name: 'Mentors engagés',
      says: 'Combien de mentors ont commencé un premier duo pendant la période.',
      numerator: 'Mentors dont le premier duo a commencé pendant la période, chacun une fois.',
      denominator: null,
    },
    nl: {
      name: 'Geëngageerde mentoren',
      says: 'Hoeveel mentoren in de periode aan een eerste duo begonnen.',
      numerator: 'Mentoren van wie het eerste duo in de periode begon, elk één keer.',
      denominator: null,
    },
    en: {
      name: 'Mentors engaged',
      says: 'How many mentors began a first duo in the period.',
      numerator: 'Mentors whose first duo began in the period, each of them once.',
      denominator: null,
    },
  },
};
