import type { MetricDefinition } from '../definition.ts';
import { costPer } from '../money.ts';
import { EXIT_PARAMETERS, exits } from '../shapes.ts';

/** All cost over the closed duos with a stable job in the window. */
export const costPerStableJob: MetricDefinition = {
  id: 'COST_PER_STABLE_JOB',
  rank: 255,
  version: 1,
  ...costPer(exits('stable_job'), EXIT_PARAMETERS),
  ratedBy: 'STABLE_EMPLOYMENT_RATE',
  words: {
    fr: {
      name: 'Coût par emploi durable',
      says: 'Ce que coûte un emploi durable trouvé, tout compris.',
      numerator:
        'Toutes les écritures comptabilisées pendant la période, pour tous les duos, aussi ceux qui sont en cours ou dont on ne sait rien.',
      denominator:
        'Duos de la population choisie, par défaut les duos clôturés, qui ont commencé pendant la période, avec un emploi durable pendant la fenêtre. Ce qui viendra encore, ou n’a pas été appris, n’y est pas : surtout pour une période récente, le coût est plutôt trop haut que trop bas.',
    },
    nl: {
      name: 'Kosten per duurzame baan',
      says: 'Wat een gevonden duurzame baan kost, alles inbegrepen.',
      numerator:
        'Alle boekingen in de periode, voor alle duo’s, ook die nog lopen of waarvan niets bekend is.',
      denominator:
        'Duo’s van de gekozen populatie, standaard de afgesloten duo’s, die in de periode begonnen, met duurzaam werk binnen het venster. Wat nog komt of niet vernomen is, zit er niet in: vooral voor een recente periode zijn de kosten eerder te hoog dan te laag.',
    },
    en: {
      name: 'Cost per stable job',
      says: 'What a stable job found costs, everything included.',
      numerator:
        'All lines of the accounts booked in the period, for all duos, also those that go on or of which nothing is known.',
      denominator:
        'Duos of the chosen population, by default closed ones, that began in the period, with a stable job in the window. What is still to come, or was not heard of, is not in it: above all of a recent period the cost is too high rather than too low.',
    },
  },
};
