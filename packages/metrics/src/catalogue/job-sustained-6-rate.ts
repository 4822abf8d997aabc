import type { MetricDefinition } from '../definition.ts';
import { jobSustained } from '../shapes.ts';

/** Of the first jobs of which it is known, those held six months later. */
export const jobSustained6Rate: MetricDefinition = {
  id: 'JOB_SUSTAINED_6_RATE',
  rank: 64,
  version: 1,
  ...jobSustained(6),
  words: {
    fr: {
      name: 'Emploi conservé à 6 mois',
      says: 'La part des premiers emplois encore occupés six mois plus tard.',
      numerator:
        'Premiers emplois dont le contrat va jusqu’à six mois, ou dont le mentee a été vu en emploi à ce moment ou après, sans autre situation entre-temps.',
      denominator:
        'Premiers emplois de la période qui ont commencé il y a six mois ou plus et dont on sait s’ils ont tenu.',
    },
    nl: {
      name: 'Nog aan het werk na 6 maanden',
      says: 'Het aandeel eerste banen dat zes maanden later nog bezet was.',
      numerator:
        'Eerste banen waarvan het contract tot zes maanden reikt, of waarvan de mentee toen of later aan het werk gezien werd, zonder andere situatie daartussen.',
      denominator:
        'Eerste banen van de periode die minstens zes maanden geleden begonnen en waarvan bekend is of ze standhielden.',
    },
    en: {
      name: 'In work 6 months on',
      says: 'The share of first jobs that were still held six months later.',
      numerator:
        'First jobs whose contract reaches to six months, or whose mentee was seen in work then or later, with no other situation in between.',
      denominator:
        'First jobs of the period that began six months ago or more and of which it is known whether they lasted.',
    },
  },
};
