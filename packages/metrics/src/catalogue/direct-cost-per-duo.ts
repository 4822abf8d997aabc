import type { MetricDefinition } from '../definition.ts';
import { costOf, costPer } from '../money.ts';
import { always } from '../shapes.ts';
import { duosByStart } from '../sources.ts';

/** Cost that is spent on single duos, over all duos started in the period. */
export const directCostPerDuo: MetricDefinition = {
  id: 'DIRECT_COST_PER_DUO',
  rank: 231,
  version: 1,
  ...costPer({ source: duosByStart, condition: always }, [], costOf('DIRECT')),
  words: {
    fr: {
      name: 'Coût direct par duo',
      says: 'Ce qui est dépensé pour chaque duo lui-même.',
      numerator: 'Les écritures de nature directe de la période.',
      denominator: 'Duos lancés pendant la période.',
    },
    nl: {
      name: 'Rechtstreekse kosten per duo',
      says: 'Wat aan elk duo zelf uitgegeven wordt.',
      numerator: 'De rechtstreekse boekingen in de periode.',
      denominator: 'Duo’s die in de periode begonnen.',
    },
    en: {
      name: 'Direct cost per duo',
      says: 'What is spent on each duo itself.',
      numerator: 'The lines of direct nature booked in the period.',
      denominator: 'Duos started in the period.',
    },
  },
};
