import type { MetricDefinition } from '../definition.ts';
import { costWithInKind } from '../money.ts';

/** All lines of the accounts and the value of hours given in kind, in the period. */
export const totalCostWithInKind: MetricDefinition = {
  id: 'TOTAL_COST_WITH_IN_KIND',
  rank: 221,
  version: 1,
  group: 'ECONOMY',
  unit: 'CENTS',
  audience: 'STAFF',
  parameters: [],
  numerator: costWithInKind,
  denominator: null,
  words: {
    fr: {
      name: 'Coût total, heures en nature comprises',
      says: 'Ce que le programme aurait dépensé si les heures données étaient payées.',
      numerator:
        'Toutes les écritures de la période, et les heures approuvées au tarif de leur jour qu’aucune subvention ne couvre.',
      denominator: null,
    },
    nl: {
      name: 'Totale kosten, met uren in natura',
      says: 'Wat het programma zou hebben uitgegeven als de gegeven uren betaald werden.',
      numerator:
        'Alle boekingen in de periode, en de goedgekeurde uren die geen subsidie dekt, tegen het tarief van hun dag.',
      denominator: null,
    },
    en: {
      name: 'Total cost with hours in kind',
      says: 'What the programme would have spent were the hours that are given paid.',
      numerator:
        'All lines of the accounts of the period, and approved hours that no grant covers at the rate of their day.',
      denominator: null,
    },
  },
};
