import type { MetricDefinition } from '../definition.ts';
import { costPer } from '../money.ts';
import { EXIT_PARAMETERS, exits } from '../shapes.ts';

/** All cost over the closed duos with a stable job in the window. */
export const costPerStableJob: MetricDefinition = {
  id: 'COST_PER_STABLE_JOB',
  rank: 255,
  version: 1,
  ...costPer(exits('stable_job'), EXIT_PARAMETERS),
  words: {
    fr: {
      name: 'Coût par emploi durable',
      says: 'Ce que coûte un emploi durable trouvé, tout compris.',
      numerator: 'Toutes les écritures comptabilisées pendant la période.',
      denominator: 'Duos de la population choisie avec un emploi durable pendant la fenêtre.',
    },
    nl: {
      name: 'Kosten per duurzame baan',
      says: 'Wat een gevonden duurzame baan kost, alles inbegrepen.',
      numerator: 'Alle boekingen in de periode.',
      denominator: 'Duo’s van de gekozen populatie met duurzaam werk binnen het venster.',
    },
    en: {
      name: 'Cost per stable job',
      says: 'What a stable job found costs, everything included.',
      numerator: 'All lines of the accounts booked in the period.',
      denominator: 'Duos of the chosen population with a stable job in the window.',
    },
  },
};
