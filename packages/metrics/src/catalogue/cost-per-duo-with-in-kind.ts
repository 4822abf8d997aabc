import type { MetricDefinition } from '../definition.ts';
import { costPer, costWithInKind } from '../money.ts';
import { always } from '../shapes.ts';
import { duosByStart } from '../sources.ts';

/** All cost and the value of hours given in kind, over all duos started in the period. */
export const costPerDuoWithInKind: MetricDefinition = {
  id: 'COST_PER_DUO_WITH_IN_KIND',
  rank: 233,
  version: 1,
  ...costPer({ source: duosByStart, condition: always }, [], costWithInKind),
  audience: 'STAFF',
  words: {
    fr: {
      name: 'Coût par duo, heures en nature comprises',
      says: 'Ce que coûte un duo si les heures données étaient payées.',
      numerator:
        'Toutes les écritures de la période, et les heures approuvées au tarif de leur jour qu’aucune subvention ne couvre.',
      denominator: 'Duos lancés pendant la période.',
    },
    nl: {
      name: 'Kosten per duo, met uren in natura',
      says: 'Wat een duo zou kosten als de gegeven uren betaald werden.',
      numerator:
        'Alle boekingen in de periode, en de goedgekeurde uren die geen subsidie dekt, tegen het tarief van hun dag.',
      denominator: 'Duo’s die in de periode begonnen.',
    },
    en: {
      name: 'Cost per duo with hours in kind',
      says: 'What a duo would cost were the hours that are given paid.',
      numerator:
        'All lines of the accounts of the period, and approved hours that no grant covers at the rate of their day.',
      denominator: 'Duos started in the period.',
    },
  },
};
