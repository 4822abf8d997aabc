import type { MetricDefinition } from '../definition.ts';
import { formerExitRate } from '../former-exit-rate.ts';
import { exitRate } from '../shapes.ts';

/** Of the population, duos whose mentee found an open-ended job, or one of three months or more, in the window. */
export const stableEmploymentRate: MetricDefinition = {
  id: 'STABLE_EMPLOYMENT_RATE',
  rank: 60,
  version: 2,
  ...exitRate('stable_job'),
  words: {
    fr: {
      name: 'Emplois durables',
      says: 'La part des jeunes qui ont trouvé un emploi à durée indéterminée, ou de trois mois au moins, pendant la fenêtre d’observation.',
      numerator:
        'Duos dont le ou la mentee a eu un emploi à durée indéterminée, ou de trois mois au moins, pendant la fenêtre.',
      denominator:
        'Duos de la population choisie, par défaut ceux dont toute la fenêtre d’observation est passée. Un duo sans emploi durable, et sans nouvelles à la fin de la fenêtre ou après, compte comme n’en ayant pas eu ; pour les bornes, on ne le sait pas.',
    },
    nl: {
      name: 'Duurzaam werk',
      says: 'Het aandeel jongeren dat binnen het venster werk van onbepaalde duur of van minstens drie maanden vond.',
      numerator:
        'Duo’s waarvan de mentee binnen het venster werk van onbepaalde duur of van minstens drie maanden had.',
      denominator:
        'Duo’s van de gekozen populatie, standaard die waarvan het hele venster voorbij is. Een duo zonder duurzaam werk, waarvan bij of na het einde van het venster niets vernomen is, telt als zonder; voor de grenzen is het onbekend.',
    },
    en: {
      name: 'Stable jobs',
      says: 'The share of young people who found an open-ended job, or one of three months or more, within the window.',
      numerator: 'Duos whose mentee had an open-ended job, or one of three months or more, in the window.',
      denominator:
        'Duos of the chosen population, by default those whose whole window has passed. A duo without a stable job that was not heard of at the end of the window or later counts as without; for the bounds it is unknown.',
    },
  },
  former: [
    formerExitRate('stable_job', {
      fr: {
        name: 'Emplois durables',
        says: 'La part des jeunes qui ont trouvé un emploi à durée indéterminée, ou de trois mois au moins, pendant la fenêtre d’observation.',
        numerator:
          'Duos dont le ou la mentee a eu un emploi à durée indéterminée, ou de trois mois au moins, pendant la fenêtre.',
        denominator:
          'Duos de la population choisie, par défaut ceux dont toute la fenêtre d’observation est passée. Un duo dont rien n’est noté pendant la fenêtre compte comme n’ayant pas eu d’emploi durable ; pour les bornes, on ne le sait pas.',
      },
      nl: {
        name: 'Duurzaam werk',
        says: 'Het aandeel jongeren dat binnen het venster werk van onbepaalde duur of van minstens drie maanden vond.',
        numerator:
          'Duo’s waarvan de mentee binnen het venster werk van onbepaalde duur of van minstens drie maanden had.',
        denominator:
          'Duo’s van de gekozen populatie, standaard die waarvan het hele venster voorbij is. Een duo waarvan binnen het venster niets genoteerd is, telt als zonder duurzaam werk; voor de grenzen is het onbekend.',
      },
      en: {
        name: 'Stable jobs',
        says: 'The share of young people who found an open-ended job, or one of three months or more, within the window.',
        numerator: 'Duos whose mentee had an open-ended job, or one of three months or more, in the window.',
        denominator:
          'Duos of the chosen population, by default those whose whole window has passed. A duo of which nothing is recorded in the window counts as without a stable job; for the bounds it is unknown.',
      },
    }),
  ],
};
