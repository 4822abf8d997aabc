import type { MetricDefinition } from '../definition.ts';
import { formerExitRate } from '../former-exit-rate.ts';
import { exitRate } from '../shapes.ts';

/** Of the population, duos whose mentee found a job, an internship or a training in the window. */
export const positiveExitRate: MetricDefinition = {
  id: 'POSITIVE_EXIT_RATE',
  rank: 40,
  version: 2,
  ...exitRate('exit'),
  words: {
    fr: {
      name: 'Sorties positives',
      says: 'La part des jeunes qui ont trouvé un emploi, un stage ou une formation pendant la fenêtre d’observation.',
      numerator: 'Duos dont le ou la mentee a eu un emploi, un stage ou une formation pendant la fenêtre.',
      denominator:
        'Duos de la population choisie, par défaut ceux dont toute la fenêtre d’observation est passée. Un duo sans sortie, et sans nouvelles à la fin de la fenêtre ou après, compte comme n’en ayant pas eu ; pour les bornes, on ne le sait pas.',
    },
    nl: {
      name: 'Positieve uitstroom',
      says: 'Het aandeel jongeren dat binnen het venster werk, een stage of een opleiding vond.',
      numerator: 'Duo’s waarvan de mentee binnen het venster werk, een stage of een opleiding had.',
      denominator:
        'Duo’s van de gekozen populatie, standaard die waarvan het hele venster voorbij is. Een duo zonder uitstroom, waarvan bij of na het einde van het venster niets vernomen is, telt als zonder; voor de grenzen is het onbekend.',
    },
    en: {
      name: 'Positive exits',
      says: 'The share of young people who found a job, an internship or training within the window.',
      numerator: 'Duos whose mentee had a job, an internship or training in the window.',
      denominator:
        'Duos of the chosen population, by default those whose whole window has passed. A duo without an exit that was not heard of at the end of the window or later counts as without; for the bounds it is unknown.',
    },
  },
  former: [
    formerExitRate('exit', {
      fr: {
        name: 'Sorties positives',
        says: 'La part des jeunes qui ont trouvé un emploi, un stage ou une formation pendant la fenêtre d’observation.',
        numerator: 'Duos dont le ou la mentee a eu un emploi, un stage ou une formation pendant la fenêtre.',
        denominator:
          'Duos de la population choisie, par défaut ceux dont toute la fenêtre d’observation est passée. Un duo dont rien n’est noté pendant la fenêtre compte comme n’ayant pas eu de sortie ; pour les bornes, on ne le sait pas.',
      },
      nl: {
        name: 'Positieve uitstroom',
        says: 'Het aandeel jongeren dat binnen het venster werk, een stage of een opleiding vond.',
        numerator: 'Duo’s waarvan de mentee binnen het venster werk, een stage of een opleiding had.',
        denominator:
          'Duo’s van de gekozen populatie, standaard die waarvan het hele venster voorbij is. Een duo waarvan binnen het venster niets genoteerd is, telt als zonder uitstroom; voor de grenzen is het onbekend.',
      },
      en: {
        name: 'Positive exits',
        says: 'The share of young people who found a job, an internship or training within the window.',
        numerator: 'Duos whose mentee had a job, an internship or training in the window.',
        denominator:
          'Duos of the chosen population, by default those whose whole window has passed. A duo of which nothing is recorded in the window counts as without an exit; for the bounds it is unknown.',
      },
    }),
  ],
};
