import type { MetricDefinition } from '../definition.ts';
import { jobSustained } from '../shapes.ts';

/** Of the first jobs of which it is known, those held twelve months later. */
export const jobSustained12Rate: MetricDefinition = {
  id: 'JOB_SUSTAINED_12_RATE',
  rank: 66,
  version: 1,
  ...jobSustained(12),
  words: {
    fr: {
      name: 'Emploi conservé à 12 mois',
      says: 'La part des premiers emplois encore occupés douze mois plus tard.',
      numerator:
        'Premiers emplois dont le contrat va jusqu’à douze mois, ou dont le mentee a été vu en emploi à ce moment ou après, sans autre situation entre-temps.',
      denominator:
        'Premiers emplois de la période qui ont commencé il y a douze mois ou plus et dont on sait s’ils ont tenu.',
    },
    nl: {
      name: 'Nog aan het werk na 12 maanden',
      says: 'Het aandeel eerste banen dat twaalf maanden later nog bezet was.',
      numerator:
        'Eerste banen waarvan het contract tot twaalf maanden reikt, of waarvan de mentee toen of later aan het werk gezien werd, zonder andere situatie daartussen.',
      denominator:
        'Eerste banen van de periode die minstens twaalf maanden geleden begonnen en waarvan bekend is of ze standhielden.',
    },
    en: {
      name: 'In work 12 months on',
      says: 'The share of first jobs that were still held twelve months later.',
      numerator:
        'First jobs whose contract reaches to twelve months, or whose mentee was seen in work then or later, with no other situation in between.',
      denominator:
        'First jobs of the period that began twelve months ago or more and of which it is known whether they lasted.',
    },
  },
};
