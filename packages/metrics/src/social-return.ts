import type { InEachLanguage, MetricWords } from './definition.ts';

/** The two indicators that are made by a value map (sroi/), not counted by the catalogue. */
export const SOCIAL_RETURN_IDS = ['SROI_GROSS', 'SROI_NET'] as const;
export type SocialReturnId = (typeof SOCIAL_RETURN_IDS)[number];

export const SOCIAL_RETURN_WORDS: Readonly<Record<SocialReturnId, InEachLanguage<MetricWords>>> = {
  SROI_GROSS: {
    fr: {
      name: 'Retour social brut',
      says: 'Ce que la société récupère pour un euro, avant de se demander ce qui serait arrivé de toute façon.',
      numerator: 'Valeur actuelle de la carte de valeur, sans déductions.',
      denominator: 'Coût total du programme au jour dit.',
    },
    nl: {
      name: 'Maatschappelijk rendement, bruto',
      says: 'Wat de samenleving voor één euro terugkrijgt, nog zonder de vraag wat er anders ook gebeurd was.',
      numerator: 'Huidige waarde van de waardekaart zonder aftrek.',
      denominator: 'Totale kosten van het programma tot die dag.',
    },
    en: {
      name: 'Social return, gross',
      says: 'What society gets back for one euro, before asking what would have happened anyway.',
      numerator: 'Present value of the value map without deductions.',
      denominator: 'Total cost of the programme by the day.',
    },
  },
  SROI_NET: {
    fr: {
      name: 'Retour social net',
      says: 'Ce que la société récupère pour un euro, selon la carte de valeur du programme, après ce qu’elle déduit : ce qui serait arrivé de toute façon et, là où elle en tient compte, ce qui en a déplacé d’autres ou revient à d’autres.',
      numerator: 'Valeur actuelle de la carte de valeur après toutes les déductions.',
      denominator: 'Coût total du programme au jour dit.',
    },
    nl: {
      name: 'Maatschappelijk rendement, netto',
      says: 'Wat de samenleving volgens de waardekaart van het programma voor één euro terugkrijgt, na wat die aftrekt: wat anders ook gebeurd was en, waar ze daar rekening mee houdt, wat anderen verdrong of aan anderen te danken is.',
      numerator: 'Huidige waarde van de waardekaart na alle aftrek.',
      denominator: 'Totale kosten van het programma tot die dag.',
    },
    en: {
      name: 'Social return, net',
      says: 'What society gets back for one euro, by the programme’s value map, after what the map takes off: what would have happened anyway and, where it allows for them, what took the place of others or is due to others.',
      numerator: 'Present value of the value map after all deductions.',
      denominator: 'Total cost of the programme by the day.',
    },
  },
};
