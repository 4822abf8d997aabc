import type { MetricDefinition } from '../definition.ts';
import { grants } from '../sources.ts';

/** Awarded, and not taken out. */
const counts = () => 'f.counts';

/** Amounts of the grants that begin in the period. */
export const funding: MetricDefinition = {
  id: 'FUNDING',
  rank: 260,
  version: 1,
  group: 'ECONOMY',
  unit: 'CENTS',
  audience: 'PROGRAMME',
  parameters: [],
  numerator: { source: grants, condition: counts, sum: () => 'f.amount_cents' },
  denominator: null,
  subjects: { source: grants, condition: counts, distinct: () => 'f.partner_id' },
  words: {
    fr: {
      name: 'Financement',
      says: 'Le total des subventions et dons du programme.',
      numerator: 'Montants des subventions accordées qui commencent pendant la période.',
      denominator: null,
    },
    nl: {
      name: 'Financiering',
      says: 'Hoeveel de subsidies en giften van het programma bedragen.',
      numerator: 'Bedragen van de toegekende subsidies die in de periode beginnen.',
      denominator: null,
    },
    en: {
      name: 'Funding',
      says: 'What the grants of the programme amount to.',
      numerator: 'Amounts of the awarded grants that begin in the period.',
      denominator: null,
    },
  },
};
