import type { MetricDefinition } from '../definition.ts';
import { costPer } from '../money.ts';
import { EXIT_PARAMETERS, exits } from '../shapes.ts';

/** All cost over the closed duos with a job in the window. */
export const costPerJob: MetricDefinition = {
  id: 'COST_PER_JOB',
  rank: 250,
  version: 1,
  ...costPer(exits('job'), EXIT_PARAMETERS),
  words: {
    fr: {
      name: 'Coût par emploi',
      says: 'Ce que coûte un emploi trouvé, tout compris.',
      numerator: 'Toutes les écritures comptabilisées pendant la période.',
      denominator: 'Duos de la population choisie avec un emploi pendant la fenêtre.',
    },
    nl: {
      name: 'Kosten per baan',
      says: 'Wat een gevonden baan kost, alles inbegrepen.',
      numerator: 'Alle boekingen in de periode.',
      denominator: 'Duo’s van de gekozen populatie met werk binnen het venster.',
    },
    en: {
      name: 'Cost per job',
      says: 'What a job found costs, everything included.',
      numerator: 'All lines of the accounts booked in the period.',
      denominator: 'Duos of the chosen population with a job in the window.',
    },
  },
};
