import type { MetricDefinition } from '../definition.ts';
import { count } from '../shapes.ts';
import { menteesByMatch } from '../sources.ts';

/** Young people by the start of their first duo. */
export const menteesAccompanied: MetricDefinition = {
  id: 'MENTEES_ACCOMPANIED',
  rank: 34,
  version: 1,
  ...count('OPERATIONS', 'STAFF', menteesByMatch),
  words: {
    fr: {
      name: 'Jeunes accompagnés',
      says: 'Combien de jeunes ont commencé un premier duo pendant la période.',
      numerator: 'Mentees dont le premier duo a commencé pendant la période, chacun une fois.',
      denominator: null,
    },
    nl: {
      name: 'Begeleide jongeren',
      says: 'Hoeveel jongeren in de periode aan een eerste duo begonnen.',
      numerator: 'Mentees van wie het eerste duo in de periode begon, elk één keer.',
      denominator: null,
    },
    en: {
      name: 'Young people accompanied',
      says: 'How many young people began a first duo in the period.',
      numerator: 'Mentees whose first duo began in the period, each of them once.',
      denominator: null,
    },
  },
};
