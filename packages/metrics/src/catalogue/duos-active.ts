import type { MetricDefinition } from '../definition.ts';
import { always } from '../shapes.ts';
import { duoChanges } from '../sources.ts';

/** Duos that go on at the end of the as-of day, or of the period's last day where that is earlier. */
export const duosActive: MetricDefinition = {
  id: 'DUOS_ACTIVE',
  rank: 30,
  version: 1,
  group: 'OPERATIONS',
  unit: 'COUNT',
  audience: 'GRANTS',
  parameters: [],
  // Each duo adds one on its first day and takes it away on its last.
  numerator: { source: duoChanges, condition: always, sum: () => 'flow.change' },
  stock: true,
  denominator: null,
  words: {
    fr: {
      name: 'Duos actifs',
      says: 'Combien de duos sont en cours ce jour-là.',
      numerator: 'Duos commencés et non clôturés à la fin de la journée.',
      denominator: null,
    },
    nl: {
      name: 'Actieve duo’s',
      says: 'Hoeveel duo’s op die dag lopen.',
      numerator: 'Duo’s die op het einde van de dag begonnen en niet afgesloten zijn.',
      denominator: null,
    },
    en: {
      name: 'Active duos',
      says: 'How many duos are under way on the day.',
      numerator: 'Duos that have started and not ended by the end of the day.',
      denominator: null,
    },
  },
};
