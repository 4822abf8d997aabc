import type { MetricDefinition } from '../definition.ts';
import { formerExitRate } from '../former-exit-rate.ts';
import { exitRate } from '../shapes.ts';

/** Of the population, duos whose mentee found a job in the window. */
export const employmentRate: MetricDefinition = {
  id: 'EMPLOYMENT_RATE',
  rank: 50,
  version: 2,
  ...exitRate('job'),
  words: {
    fr: {
      name: 'Emploi',
      says: 'La part des jeunes qui ont trouvé un emploi pendant la fenêtre d’observation.',
      numerator: 'Duos dont le ou la mentee a eu un emploi pendant la fenêtre.',
      denominator:
        'Duos de la population choisie, par défaut ceux dont toute la fenêtre d’observation est passée. Un duo sans emploi, et sans nouvelles à la fin de la fenêtre ou après, compte comme n’en ayant pas eu ; pour les bornes, on ne le sait pas.',
    },
    nl: {
      name: 'Werk',
      says: 'Het aandeel jongeren dat binnen het venster werk vond.',
      numerator: 'Duo’s waarvan de mentee binnen het venster werk had.',
      denominator:
        'Duo’s van de gekozen populatie, standaard die waarvan het hele venster voorbij is. Een duo zonder werk, waarvan bij of na het einde van het venster niets vernomen is, telt als zonder; voor de grenzen is het onbekend.',
    },
    en: {
      name: 'Employment',
      says: 'The share of young people who found a job within the window.',
      numerator: 'Duos whose mentee had a job in the window.',
      denominator:
        'Duos of the chosen population, by default those whose whole window has passed. A duo without a job that was not heard of at the end of the window or later counts as without; for the bounds it is unknown.',
    },
  },
  former: [
    formerExitRate('job', {
      fr: {
        name: 'Emploi',
        says: 'La part des jeunes qui ont trouvé un emploi pendant la fenêtre d’observation.',
        numerator: 'Duos dont le ou la mentee a eu un emploi pendant la fenêtre.',
        denominator:
          'Duos de la population choisie, par défaut ceux dont toute la fenêtre d’observation est passée. Un duo dont rien n’est noté pendant la fenêtre compte comme n’ayant pas eu d’emploi ; pour les bornes, on ne le sait pas.',
      },
      nl: {
        name: 'Werk',
        says: 'Het aandeel jongeren dat binnen het venster werk vond.',
        numerator: 'Duo’s waarvan de mentee binnen het venster werk had.',
        denominator:
          'Duo’s van de gekozen populatie, standaard die waarvan het hele venster voorbij is. Een duo waarvan binnen het venster niets genoteerd is, telt als zonder werk; voor de grenzen is het onbekend.',
      },
      en: {
        name: 'Employment',
        says: 'The share of young people who found a job within the window.',
        numerator: 'Duos whose mentee had a job in the window.',
        denominator:
          'Duos of the chosen population, by default those whose whole window has passed. A duo of which nothing is recorded in the window counts as without a job; for the bounds it is unknown.',
      },
    }),
  ],
};
