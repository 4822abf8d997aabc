import type { MetricDefinition } from '../definition.ts';
import { costPer } from '../money.ts';
import { duosByClosure } from '../sources.ts';

/** All cost over the duos that went their whole way. */
export const costPerCompletedDuo: MetricDefinition = {
  id: 'COST_PER_COMPLETED_DUO',
  rank: 235,
  version: 1,
  ...costPer({ source: duosByClosure, condition: () => `f.closure_reason = 'COMPLETED'` }, []),
  words: {
    fr: {
      name: 'Coût par duo mené à terme',
      says: 'Ce que coûte un duo qui va à son terme, tout compris.',
      numerator: 'Toutes les écritures comptabilisées pendant la période.',
      denominator: 'Duos clôturés pendant la période comme menés à terme.',
    },
    nl: {
      name: 'Kosten per voltooid duo',
      says: 'Wat een duo kost dat het hele traject aflegt, alles inbegrepen.',
      numerator: 'Alle boekingen in de periode.',
      denominator: 'Duo’s die in de periode als voltooid afgesloten zijn.',
    },
    en: {
      name: 'Cost per completed duo',
      says: 'What a duo that goes its whole way costs, everything included.',
      numerator: 'All lines of the accounts booked in the period.',
      denominator: 'Duos closed in the period as completed.',
    },
  },
};
