import type { MetricDefinition } from '../definition.ts';
import { costPer } from '../money.ts';
import { always } from '../shapes.ts';
import { duosByStart } from '../sources.ts';

/** All cost over all duos started in the period. */
export const costPerDuo: MetricDefinition = {
  id: 'COST_PER_DUO',
  rank: 230,
  version: 1,
  ...costPer({ source: duosByStart, condition: always }, []),
  words: {
    fr: {
      name: 'Coût par duo',
      says: 'Ce que coûte un duo, tout compris.',
      numerator: 'Toutes les écritures comptabilisées pendant la période.',
      denominator: 'Duos lancés pendant la période.',
    },
    nl: {
      name: 'Kosten per duo',
      says: 'Wat een duo kost, alles inbegrepen.',
      numerator: 'Alle boekingen in de periode.',
      denominator: 'Duo’s die in de periode begonnen.',
    },
    en: {
      name: 'Cost per duo',
      says: 'What a duo costs, everything included.',
      numerator: 'All lines of the accounts booked in the period.',
      denominator: 'Duos started in the period.',
    },
  },
};
