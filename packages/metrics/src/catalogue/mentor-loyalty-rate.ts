import type { MetricDefinition } from '../definition.ts';
import { rate } from '../shapes.ts';
import { mentors } from '../sources.ts';

/**
 * Of the mentors with a closed duo, those with a duo that started after their first closure. No window bounds the time that they
 * had for it, so that a recent closure lowers it; the words say so.
 */
export const mentorLoyaltyRate: MetricDefinition = {
  id: 'MENTOR_LOYALTY_RATE',
  rank: 80,
  version: 1,
  ...rate({
    group: 'OUTCOMES',
    audience: 'PROGRAMME',
    source: mentors,
    counted: ({ asOf }) => `f.next_duo_on <= ${asOf}`,
    settledOn: () => `greatest(f.first_closure_on, f.next_duo_on)`,
  }),
  words: {
    fr: {
      name: 'Mentors qui continuent',
      says: 'La part des mentors qui ont repris un duo après une première clôture.',
      numerator:
        'Mentors avec un duo commencé après leur première clôture, au plus tard le jour regardé. Sans fenêtre : plus la clôture est récente, moins ils ont eu de temps pour recommencer.',
      denominator: 'Mentors dont le premier duo a été clôturé pendant la période.',
    },
    nl: {
      name: 'Mentoren die doorgaan',
      says: 'Het aandeel mentoren dat na een afgesloten duo opnieuw een duo aanging.',
      numerator:
        'Mentoren met een duo dat na hun eerste afsluiting begon, uiterlijk op de bekeken dag. Zonder venster: hoe recenter de afsluiting, hoe minder tijd ze hadden om opnieuw te beginnen.',
      denominator: 'Mentoren van wie het eerste duo in de periode afgesloten werd.',
    },
    en: {
      name: 'Mentors who go on',
      says: 'The share of mentors who took another duo after a closed one.',
      numerator:
        'Mentors with a duo that started after their first closure, by the day that is looked at. There is no window: the more recent the closure, the less time they had to begin another.',
      denominator: 'Mentors whose first duo closed in the period.',
    },
  },
};
