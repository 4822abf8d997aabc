import type { MetricDefinition } from '../definition.ts';
import { hoursInKind } from '../sources.ts';

/** Valued once: hours that a grant of skills sponsorship covers are in that grant. */
const valued = () => 'not f.covered and f.cents is not null';

/** What approved hours are worth at the rate of their day. */
export const hoursInKindValue: MetricDefinition = {
  id: 'HOURS_IN_KIND_VALUE',
  rank: 270,
  version: 1,
  group: 'ECONOMY',
  unit: 'CENTS',
  audience: 'STAFF',
  parameters: [],
  numerator: { source: hoursInKind, condition: valued, sum: () => 'f.cents' },
  denominator: null,
  words: {
    fr: {
      name: 'Valeur des heures en nature',
      says: 'Ce que valent les heures que donnent les entreprises et leurs collaborateurs.',
      numerator:
        'Heures approuvées de la période qu’aucune subvention de mécénat de compétences ne couvre, au tarif de leur jour.',
      denominator: null,
    },
    nl: {
      name: 'Waarde van de uren in natura',
      says: 'Wat de uren waard zijn die bedrijven en hun medewerkers geven.',
      numerator:
        'Goedgekeurde uren in de periode die geen subsidie van competentiemecenaat dekt, tegen het tarief van hun dag.',
      denominator: null,
    },
    en: {
      name: 'Value of hours in kind',
      says: 'What the hours that companies and their people give are worth.',
      numerator:
        'Approved hours of the period that no grant of skills sponsorship covers, at the rate of their day.',
      denominator: null,
    },
  },
};
