import type { MetricTexts } from './metric-text.ts';

export const fr: MetricTexts = {
  DUOS_STARTED: {
    name: 'Duos lancés',
    says: 'Combien de duos ont commencé pendant la période.',
    numerator: 'Duos dont le premier jour tombe dans la période.',
    denominator: null,
  },
  DUOS_CLOSED: {
    name: 'Duos clôturés',
    says: 'Combien de duos ont pris fin pendant la période, quel que soit le motif.',
    numerator: 'Duos dont le dernier jour tombe dans la période.',
    denominator: null,
  },
  DUOS_ACTIVE: {
    name: 'Duos actifs',
    says: 'Combien de duos sont en cours ce jour-là.',
    numerator: 'Duos commencés et non clôturés à la fin de la journée.',
    denominator: null,
  },
  POSITIVE_EXIT_RATE: {
    name: 'Sorties positives',
    says: 'La part des jeunes qui ont trouvé un emploi, un stage ou une formation pendant la fenêtre d’observation.',
    numerator: 'Ceux dont le ou la mentee a eu un emploi, un stage ou une formation pendant la fenêtre.',
    denominator:
      'Duos de la population choisie, par défaut ceux dont toute la fenêtre d’observation est passée.',
  },
  EMPLOYMENT_RATE: {
    name: 'Emploi',
    says: 'La part des jeunes qui ont trouvé un emploi pendant la fenêtre d’observation.',
    numerator: 'Ceux dont le ou la mentee a eu un emploi pendant la fenêtre.',
    denominator:
      'Duos de la population choisie, par défaut ceux dont toute la fenêtre d’observation est passée.',
  },
  STABLE_EMPLOYMENT_RATE: {
    name: 'Emplois stables',
    says: 'La part des jeunes qui ont trouvé un emploi à durée indéterminée, ou de trois mois au moins, pendant la fenêtre d’observation.',
    numerator: 'Ceux dont le ou la mentee a eu un tel emploi pendant la fenêtre.',
    denominator:
      'Duos de la population choisie, par défaut ceux dont toute la fenêtre d’observation est passée.',
  },
  COMPLETION_RATE: {
    name: 'Duos menés à terme',
    says: 'La part des duos clôturés qui sont allés à leur terme.',
    numerator: 'Ceux clôturés comme menés à terme.',
    denominator: 'Duos clôturés pendant la période.',
  },
  MENTOR_LOYALTY_RATE: {
    name: 'Mentors qui continuent',
    says: 'La part des mentors qui ont repris un duo après une première clôture.',
    numerator: 'Mentors avec un duo commencé après leur première clôture.',
    denominator: 'Mentors dont le premier duo a été clôturé pendant la période.',
  },
  MENTORING_HOURS: {
    name: 'Heures de mentorat',
    says: 'Combien de temps mentors et mentees se sont rencontrés.',
    numerator: 'Heures de toutes les rencontres de la période.',
    denominator: null,
  },
  MEETING_REGULARITY_RATE: {
    name: 'Rencontres régulières',
    says: 'La part des duos qui se sont rencontrés au moins deux fois par mois.',
    numerator:
      'Ceux qui se sont rencontrés au moins deux fois par mois entre le début et la clôture (ou le jour dit), un mois comptant 30,4375 jours.',
    denominator: 'Duos lancés pendant la période.',
  },
  REGISTRATION_CONVERSION_RATE: {
    name: 'De la séance d’info à l’inscription',
    says: 'La part des personnes venues à une séance d’info qui se sont inscrites.',
    numerator: 'Celles qui se sont inscrites, quelle qu’en soit la date.',
    denominator: 'Personnes dont la séance d’info tombe dans la période.',
  },
  INTAKE_CONVERSION_RATE: {
    name: 'De l’inscription à l’entretien',
    says: 'La part des personnes inscrites qui ont eu un entretien d’accueil.',
    numerator: 'Celles qui ont eu un entretien, quelle qu’en soit la date.',
    denominator: 'Personnes inscrites, selon leur séance d’info.',
  },
  MATCH_CONVERSION_RATE: {
    name: 'De l’entretien au duo',
    says: 'La part des personnes ayant eu un entretien d’accueil qui ont commencé un duo.',
    numerator: 'Celles qui ont commencé un duo, quelle qu’en soit la date.',
    denominator: 'Personnes ayant eu un entretien, selon leur séance d’info.',
  },
  MENTEE_RESPONSE_RATE: {
    name: 'Réponses des mentees',
    says: 'La part des duos clôturés dont le ou la mentee a répondu à l’évaluation.',
    numerator: 'Ceux dont le ou la mentee a répondu, quelle qu’en soit la date.',
    denominator: 'Duos clôturés pendant la période.',
  },
  MENTOR_RESPONSE_RATE: {
    name: 'Réponses des mentors',
    says: 'La part des duos clôturés dont le mentor a répondu à l’évaluation.',
    numerator: 'Ceux dont le mentor a répondu, quelle qu’en soit la date.',
    denominator: 'Duos clôturés pendant la période.',
  },
  SATISFACTION_RATE: {
    name: 'Satisfaction',
    says: 'La part des mentees et des mentors globalement satisfaits.',
    numerator: 'Réponses de 4 ou 5 sur l’échelle de 5.',
    denominator: 'Réponses données à la question, pour les duos clôturés pendant la période.',
  },
  AUTONOMY_RATE: {
    name: 'Plus autonomes',
    says: 'La part des mentees devenus plus autonomes dans leur recherche.',
    numerator: 'Réponses de 4 ou 5 sur l’échelle de 5.',
    denominator: 'Réponses données à la question, pour les duos clôturés pendant la période.',
  },
  NETWORK_RATE: {
    name: 'Un réseau élargi',
    says: 'La part des mentees dont le réseau s’est élargi.',
    numerator: 'Réponses de 4 ou 5 sur l’échelle de 5.',
    denominator: 'Réponses données à la question, pour les duos clôturés pendant la période.',
  },
  USEFULNESS_RATE: {
    name: 'Plus utiles',
    says: 'La part des mentors qui se sentent plus utiles.',
    numerator: 'Réponses de 4 ou 5 sur l’échelle de 5.',
    denominator: 'Réponses données à la question, pour les duos clôturés pendant la période.',
  },
  COACHING_RATE: {
    name: 'Meilleurs coachs',
    says: 'La part des mentors qui ont développé leurs compétences de coaching.',
    numerator: 'Réponses de 4 ou 5 sur l’échelle de 5.',
    denominator: 'Réponses données à la question, pour les duos clôturés pendant la période.',
  },
  NET_PROMOTER_SCORE: {
    name: 'Recommandation (NPS)',
    says: 'À quel point mentees et mentors recommanderaient le programme, de −100 à 100.',
    numerator: 'Promoteurs (9 ou 10) moins détracteurs (0 à 6).',
    denominator: 'Réponses données à la question, pour les duos clôturés pendant la période.',
  },
  TOTAL_COST: {
    name: 'Coût total',
    says: 'Ce que le programme a dépensé.',
    numerator: 'Toutes les écritures comptabilisées pendant la période.',
    denominator: null,
  },
  COST_PER_DUO: {
    name: 'Coût par duo',
    says: 'Ce que coûte un duo, tout compris.',
    numerator: 'Toutes les écritures comptabilisées pendant la période.',
    denominator: 'Duos lancés pendant la période.',
  },
  COST_PER_POSITIVE_EXIT: {
    name: 'Coût par sortie positive',
    says: 'Ce que coûte une sortie positive, tout compris.',
    numerator: 'Toutes les écritures comptabilisées pendant la période.',
    denominator: 'Duos de la population choisie avec une sortie positive pendant la fenêtre.',
  },
  COST_PER_JOB: {
    name: 'Coût par emploi',
    says: 'Ce que coûte un emploi trouvé, tout compris.',
    numerator: 'Toutes les écritures comptabilisées pendant la période.',
    denominator: 'Duos de la population choisie avec un emploi pendant la fenêtre.',
  },
  FUNDING: {
    name: 'Financement',
    says: 'Le total des subventions et dons du programme.',
    numerator: 'Montants des conventions qui commencent pendant la période.',
    denominator: null,
  },
  SROI_GROSS: {
    name: 'Retour social brut',
    says: 'Ce que la société récupère pour un euro, avant de se demander ce qui serait arrivé de toute façon.',
    numerator: 'Valeur actuelle de la carte de valeur, sans déductions.',
    denominator: 'Coût total du programme au jour dit.',
  },
  SROI_NET: {
    name: 'Retour social net',
    says: 'Ce que la société récupère pour un euro, une fois déduits effet d’aubaine, déplacement et attribution.',
    numerator: 'Valeur actuelle de la carte de valeur après toutes les déductions.',
    denominator: 'Coût total du programme au jour dit.',
  },
};
