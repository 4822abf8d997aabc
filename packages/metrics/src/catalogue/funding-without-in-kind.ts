import type { MetricDefinition } from '../definition.ts';
import { grants } from '../sources.ts';

/** Awarded in money, and not taken out. */
const inMoney = () => `f.counts and f.kind <> 'SKILLS_SPONSORSHIP'`;

/** Amounts of the grants in money that begin in the period. */
export const fundingWithoutInKind: MetricDefinition = {
  id: 'FUNDING_WITHOUT_IN_KIND',
  rank: 265,
  version: 1,
  group: 'ECONOMY',
  unit: 'CENTS',
  // With all funds it would tell what those give who give skills: outsiders see kinds, which are protected together.
  audience: 'STAFF',
  parameters: [],
  numerator: { source: grants, condition: inMoney, sum: () => 'f.amount_cents' },
  denominator: null,
  subjects: { source: grants, condition: inMoney, distinct: () => 'f.partner_id' },
  words: {
    fr: {
      name: 'Financement hors mécénat de compétences',
      says: 'Le total des subventions et dons en argent.',
      numerator:
        'Montants des subventions accordées qui commencent pendant la période, sauf mécénat de compétences.',
      denominator: null,
    },
    nl: {
      name: 'Financiering zonder competentiemecenaat',
      says: 'Hoeveel de subsidies en giften in geld bedragen.',
      numerator:
        'Bedragen van de toegekende subsidies die in de periode beginnen, behalve competentiemecenaat.',
      denominator: null,
    },
    en: {
      name: 'Funding without skills sponsorship',
      says: 'What the grants in money amount to.',
      numerator: 'Amounts of the awarded grants that begin in the period, but for skills sponsorship.',
      denominator: null,
    },
  },
};
