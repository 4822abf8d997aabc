import type { MetricDefinition } from '../definition.ts';
import { totalCost as cost } from '../money.ts';

/** All lines of the accounts booked in the period. */
export const totalCost: MetricDefinition = {
  id: 'TOTAL_COST',
  rank: 220,
  version: 1,
  group: 'ECONOMY',
  unit: 'CENTS',
  audience: 'PROGRAMME',
  parameters: [],
  numerator: cost,
  denominator: null,
  words: {
    fr: {
      name: 'Coût total',
      says: 'Ce que le programme a dépensé.',
      numerator: 'Toutes les écritures comptabilisées pendant la période.',
      denominator: null,
    },
    nl: {
      name: 'Totale kosten',
      says: 'Wat het programma uitgaf.',
      numerator: 'Alle boekingen in de periode.',
      denominator: null,
    },
    en: {
      name: 'Total cost',
      says: 'What the programme spent.',
      numerator: 'All lines of the accounts booked in the period.',
      denominator: null,
    },
  },
};
