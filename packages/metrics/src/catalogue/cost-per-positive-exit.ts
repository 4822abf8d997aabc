import type { MetricDefinition } from '../definition.ts';
import { costPer } from '../money.ts';
import { EXIT_PARAMETERS, exits } from '../shapes.ts';

/** All cost over the closed duos with a positive exit in the window. */
export const costPerPositiveExit: MetricDefinition = {
  id: 'COST_PER_POSITIVE_EXIT',
  rank: 240,
  version: 1,
  ...costPer(exits('exit'), EXIT_PARAMETERS),
  ratedBy: 'POSITIVE_EXIT_RATE',
  words: {
    fr: {
      name: 'Coût par sortie positive',
      says: 'Ce que coûte une sortie positive, tout compris.',
      numerator:
        'Toutes les écritures comptabilisées pendant la période, pour tous les duos, aussi ceux qui sont en cours ou dont on ne sait rien.',
      denominator:
        'Duos de la population choisie, par défaut les duos clôturés, qui ont commencé pendant la période, avec une sortie positive pendant la fenêtre. Ce qui viendra encore, ou n’a pas été appris, n’y est pas : surtout pour une période récente, le coût est plutôt trop haut que trop bas.',
    },
    nl: {
      name: 'Kosten per positieve uitstroom',
      says: 'Wat een positieve uitstroom kost, alles inbegrepen.',
      numerator:
        'Alle boekingen in de periode, voor alle duo’s, ook die nog lopen of waarvan niets bekend is.',
      denominator:
        'Duo’s van de gekozen populatie, standaard de afgesloten duo’s, die in de periode begonnen, met een positieve uitstroom binnen het venster. Wat nog komt of niet vernomen is, zit er niet in: vooral voor een recente periode zijn de kosten eerder te hoog dan te laag.',
    },
    en: {
      name: 'Cost per positive exit',
      says: 'What a positive exit costs, everything included.',
      numerator:
        'All lines of the accounts booked in the period, for all duos, also those that go on or of which nothing is known.',
      denominator:
        'Duos of the chosen population, by default closed ones, that began in the period, with a positive exit in the window. What is still to come, or was not heard of, is not in it: above all of a recent period the cost is too high rather than too low.',
    },
  },
};
