import type { MetricDefinition } from '../definition.ts';
import { exitRate } from '../shapes.ts';

/** Of the population, duos whose mentee found a job in the window. */
export const employmentRate: MetricDefinition = {
  id: 'EMPLOYMENT_RATE',
  rank: 50,
  version: 1,
  ...exitRate('job'),
  words: {
    fr: {
      name: 'Emploi',
      says: 'La part des jeunes qui ont trouvé un emploi pendant la fenêtre d’observation.',
      numerator: 'Duos dont le ou la mentee a eu un emploi pendant la fenêtre.',
      denominator:
        'Duos de la population choisie, par défaut ceux dont toute la fenêtre d’observation est passée.',
    },
    nl: {
      name: 'Werk',
      says: 'Het aandeel jongeren dat binnen het venster werk vond.',
      numerator: 'Duo’s waarvan de mentee binnen het venster werk had.',
      denominator: 'Duo’s van de gekozen populatie, standaard die waarvan het hele venster voorbij is.',
    },
    en: {
      name: 'Employment',
      says: 'The share of young people who found a job within the window.',
      numerator: 'Duos whose mentee had a job in the window.',
      denominator: 'Duos of the chosen population, by default those whose whole window has passed.',
    },
  },
};
