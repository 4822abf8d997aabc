import type { MetricDefinition } from '../definition.ts';
import { costOf, costPer } from '../money.ts';
import { always } from '../shapes.ts';
import { duosByStart } from '../sources.ts';

/**
 * Cost that grows with the number of duos, over all duos started in the period: what one more duo costs, as long as the
 * programme stays of its size. Indirect cost would be there without it.
 */
export const marginalCostPerDuo: MetricDefinition = {
  id: 'MARGINAL_COST_PER_DUO',
  rank: 232,
  version: 1,
  ...costPer({ source: duosByStart, condition: always }, [], costOf('DIRECT', 'SHARED')),
  words: {
    fr: {
      name: 'Coût marginal par duo',
      says: 'Ce que coûte un duo de plus : les coûts qui augmentent avec le nombre de duos, sans les coûts indirects.',
      numerator: 'Les écritures de nature directe ou partagée de la période.',
      denominator: 'Duos lancés pendant la période.',
    },
    nl: {
      name: 'Marginale kosten per duo',
      says: 'Wat één duo meer kost: de kosten die met het aantal duo’s stijgen, zonder de onrechtstreekse.',
      numerator: 'De rechtstreekse en gedeelde boekingen in de periode.',
      denominator: 'Duo’s die in de periode begonnen.',
    },
    en: {
      name: 'Marginal cost per duo',
      says: 'What one more duo costs: the cost that grows with the number of duos, without the indirect.',
      numerator: 'The lines of direct or shared nature booked in the period.',
      denominator: 'Duos started in the period.',
    },
  },
};
