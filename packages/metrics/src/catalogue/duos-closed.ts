import type { MetricDefinition } from '../definition.ts';
import { always } from '../shapes.ts';
import { duosByClosure } from '../sources.ts';

/** Duos whose last day lies in the period. */
export const duosClosed: MetricDefinition = {
  id: 'DUOS_CLOSED',
  rank: 20,
  version: 1,
  group: 'OPERATIONS',
  unit: 'COUNT',
  audience: 'GRANTS',
  parameters: [],
  numerator: { source: duosByClosure, condition: always },
  denominator: null,
  words: {
    fr: {
      name: 'Duos clôturés',
      says: 'Combien de duos ont pris fin pendant la période, quel que soit le motif.',
      numerator: 'Duos dont le dernier jour tombe dans la période.',
      denominator: null,
    },
    nl: {
      name: 'Afgesloten duo’s',
      says: 'Hoeveel duo’s in de periode eindigden, om welke reden ook.',
      numerator: 'Duo’s waarvan de laatste dag in de periode valt.',
      denominator: null,
    },
    en: {
      name: 'Duos closed',
      says: 'How many duos ended in the period, for whatever reason.',
      numerator: 'Duos whose last day lies in the period.',
      denominator: null,
    },
  },
};
