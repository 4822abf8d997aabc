import type { MetricDefinition } from '../definition.ts';
import { always } from '../shapes.ts';
import { duosByStart } from '../sources.ts';

/** Duos whose first day lies in the period. */
export const duosStarted: MetricDefinition = {
  id: 'DUOS_STARTED',
  rank: 10,
  version: 1,
  group: 'OPERATIONS',
  unit: 'COUNT',
  audience: 'GRANTS',
  parameters: [],
  numerator: { source: duosByStart, condition: always },
  denominator: null,
  words: {
    fr: {
      name: 'Duos lancés',
      says: 'Combien de duos ont commencé pendant la période.',
      numerator: 'Duos dont le premier jour tombe dans la période.',
      denominator: null,
    },
    nl: {
      name: 'Gestarte duo’s',
      says: 'Hoeveel duo’s in de periode begonnen.',
      numerator: 'Duo’s waarvan de eerste dag in de periode valt.',
      denominator: null,
    },
    en: {
      name: 'Duos started',
      says: 'How many duos began in the period.',
      numerator: 'Duos whose first day lies in the period.',
      denominator: null,
    },
  },
};
