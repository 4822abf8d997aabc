import type { MetricDefinition } from '../definition.ts';
import { costPer } from '../money.ts';
import { EXIT_PARAMETERS, exits } from '../shapes.ts';

/** All cost over the closed duos with a positive exit in the window. */
export const costPerPositiveExit: MetricDefinition = {
  id: 'COST_PER_POSITIVE_EXIT',
  rank: 240,
  version: 1,
  ...costPer(exits('exit'), EXIT_PARAMETERS),
  words: {
    fr: {
      name: 'Coût par sortie positive',
      says: 'Ce que coûte une sortie positive, tout compris.',
      numerator: 'Toutes les écritures comptabilisées pendant la période.',
      denominator: 'Duos de la population choisie avec une sortie positive pendant la fenêtre.',
    },
    nl: {
      name: 'Kosten per positieve uitstroom',
      says: 'Wat een positieve uitstroom kost, alles inbegrepen.',
      numerator: 'Alle boekingen in de periode.',
      denominator: 'Duo’s van de gekozen populatie met een positieve uitstroom binnen het venster.',
    },
    en: {
      name: 'Cost per positive exit',
      says: 'What a positive exit costs, everything included.',
      numerator: 'All lines of the accounts booked in the period.',
      denominator: 'Duos of the chosen population with a positive exit in the window.',
    },
  },
};
