import type { FormerVersion, InEachLanguage, MetricWords } from './definition.ts';
import type { Exit } from './exit-days.ts';
import { exitRateOfHeard } from './shapes.ts';

/**
 * Version 1 of the rates of exits. Rate and interval are those of version 2: what was replaced is of how many it is said that
 * it is not known, and who is not yet observable where windows still run.
 *
 * Its words stand in full, also where those of version 2 are the same: these may be put better one day, and what was said stays.
 */
export function formerExitRate(exit: Exit, words: InEachLanguage<MetricWords>): FormerVersion {
  return {
    version: 1,
    replacedOn: '2026-11-26',
    replaced: {
      fr: 'La version 1 disait « on ne sait pas » des seuls duos dont rien n’était noté pendant la fenêtre : un duo sans sortie vu une fois, même le premier mois, passait pour suivi jusqu’au bout. Depuis la version 2, on ne sait que si l’on a eu des nouvelles à la fin de la fenêtre ou après. Parmi les duos clôturés ou commencés, ne sont désormais « pas encore observables » que ceux de cette population dont la fenêtre n’est pas passée et qui n’ont pas eu de sortie jusqu’ici. Le taux lui-même n’a pas changé.',
      nl: 'Versie 1 noemde alleen duo’s onbekend waarvan binnen het venster niets genoteerd was: een duo zonder uitstroom dat één keer gezien was, ook al was dat in de eerste maand, gold als tot het einde opgevolgd. Sinds versie 2 is het pas bekend als er bij of na het einde van het venster iets vernomen is. Bij de afgesloten of gestarte duo’s zijn voortaan alleen die duo’s van die populatie nog niet waarneembaar waarvan het venster nog loopt en die tot nu toe geen uitstroom hadden. Het percentage zelf is niet veranderd.',
      en: 'Version 1 called only those duos unknown of which nothing was recorded in the window: a duo without an exit that was seen once, even in the first month, passed as followed to the end. Since version 2 it is known only where something was heard at the end of the window or later. Among closed or started duos, only those of them are now not yet observable whose window still runs and that have had no exit so far. The rate itself did not change.',
    },
    ...exitRateOfHeard(exit),
    words,
  };
}
