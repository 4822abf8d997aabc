interface Texts {
  readonly fr: string;
  readonly nl: string;
  readonly en: string;
}

/** What personal data is processed for, as the register begins. */
export const PURPOSES: readonly {
  readonly code: string;
  readonly legalBasis: string;
  readonly dataCategories: readonly string[];
  readonly recipients: readonly string[];
  readonly name: Texts;
  readonly description: Texts;
}[] = [
  {
    code: 'PROGRAMME',
    legalBasis: 'CONSENT',
    dataCategories: ['IDENTITY', 'CONTACT', 'ORIGIN', 'EDUCATION_AND_WORK', 'ACCOMPANIMENT', 'HOURS'],
    recipients: ['STAFF', 'COUNTERPART', 'COMPANIES'],
    name: { fr: 'Accompagnement', nl: 'Begeleiding', en: 'Accompaniment' },
    description: {
      fr: 'Former des duos, les suivre pendant six mois et garder le contact avec les deux personnes. Une entreprise voit ses propres collaborateurs et leurs heures.',
      nl: 'Duo’s vormen, hen zes maanden volgen en contact houden met beide personen. Een bedrijf ziet zijn eigen medewerkers en hun uren.',
      en: 'Forming duos, following them for six months and keeping in touch with both people. A company sees its own employees and their hours.',
    },
  },
  {
    code: 'EVALUATION',
    legalBasis: 'CONSENT',
    dataCategories: ['ANSWERS'],
    recipients: ['STAFF'],
    name: {
      fr: 'Questionnaires d’évaluation',
      nl: 'Evaluatievragenlijsten',
      en: 'Evaluation questionnaires',
    },
    description: {
      fr: 'Demander aux deux personnes, à la clôture, ce que l’accompagnement leur a apporté.',
      nl: 'Bij de afsluiting aan beide personen vragen wat de begeleiding hun heeft opgeleverd.',
      en: 'Asking both people at closure what the accompaniment has brought them.',
    },
  },
  {
    code: 'NEWSLETTER',
    legalBasis: 'CONSENT',
    dataCategories: ['IDENTITY', 'CONTACT'],
    recipients: ['STAFF', 'PROCESSORS'],
    name: { fr: 'Lettre d’information', nl: 'Nieuwsbrief', en: 'Newsletter' },
    description: {
      fr: 'Envoyer des nouvelles du programme et des invitations.',
      nl: 'Nieuws over het programma en uitnodigingen sturen.',
      en: 'Sending news of the programme and invitations.',
    },
  },
  {
    code: 'MEASUREMENT',
    legalBasis: 'LEGITIMATE_INTERESTS',
    dataCategories: ['ORIGIN', 'EDUCATION_AND_WORK', 'ACCOMPANIMENT', 'SITUATIONS', 'ANSWERS'],
    recipients: ['STAFF'],
    name: { fr: 'Mesure du programme', nl: 'Meting van het programma', en: 'Measuring the programme' },
    description: {
      fr: 'Compter ce que le programme fait et ce que deviennent les jeunes, pour l’améliorer. Les chiffres restent après l’effacement d’une personne, sans elle.',
      nl: 'Tellen wat het programma doet en wat er van de jongeren wordt, om het te verbeteren. De cijfers blijven nadat een persoon is gewist, zonder die persoon.',
      en: 'Counting what the programme does and what becomes of the young people, to improve it. Figures stay after a person is erased, without the person.',
    },
  },
  {
    code: 'FUNDER_REPORTS',
    legalBasis: 'LEGITIMATE_INTERESTS',
    dataCategories: ['ACCOMPANIMENT', 'SITUATIONS', 'ANSWERS'],
    recipients: ['FUNDERS'],
    name: { fr: 'Rapports aux bailleurs', nl: 'Verslagen aan financiers', en: 'Reports to funders' },
    description: {
      fr: 'Rendre compte des fonds reçus par des chiffres sur plusieurs personnes, jamais sur une seule.',
      nl: 'Verantwoording afleggen over ontvangen middelen met cijfers over meerdere personen, nooit over één.',
      en: 'Accounting for funds received with figures about several people, never about one.',
    },
  },
  {
    code: 'SECURITY',
    legalBasis: 'LEGITIMATE_INTERESTS',
    dataCategories: ['TRAIL'],
    recipients: ['STAFF'],
    name: { fr: 'Traçabilité et sécurité', nl: 'Traceerbaarheid en beveiliging', en: 'Trail and security' },
    description: {
      fr: 'Garder la trace de qui a ouvert, modifié ou extrait des données, pour en répondre.',
      nl: 'Bijhouden wie gegevens heeft geopend, gewijzigd of meegenomen, om daarvoor in te staan.',
      en: 'Keeping track of who opened, changed or took out data, to answer for it.',
    },
  },
];
