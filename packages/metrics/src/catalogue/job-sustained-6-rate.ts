import type { MetricDefinition } from '../definition.ts';
import { jobSustained } from '../shapes.ts';

/** Of the first jobs of which it is known, those held six months later, by what was seen or by their contract. */
export const jobSustained6Rate: MetricDefinition = {
  id: 'JOB_SUSTAINED_6_RATE',
  rank: 64,
  version: 1,
  ...jobSustained(6),
  words: {
    fr: {
      name: 'En emploi ou sous contrat à 6 mois',
      says: 'La part des premiers emplois qui duraient encore six mois plus tard, d’après ce qui a été vu ou d’après le contrat seul.',
      numerator:
        'Premiers emplois dont le contrat va jusqu’à six mois, ou dont le mentee a été vu en emploi à ce moment ou après, sans autre situation entre-temps. Un contrat qui va jusque-là compte sans que personne ait vérifié, et un contrat à durée indéterminée compte toujours.',
      denominator:
        'Premiers emplois de la période qui ont commencé il y a six mois ou plus et dont on sait s’ils ont tenu, ou dont le contrat le dit. Un emploi perdu n’y est que si on l’a appris : la part est plutôt trop haute.',
    },
    nl: {
      name: 'Aan het werk of onder contract na 6 maanden',
      says: 'Het aandeel eerste banen dat zes maanden later nog liep, volgens wat gezien werd of volgens het contract alleen.',
      numerator:
        'Eerste banen waarvan het contract tot zes maanden reikt, of waarvan de mentee toen of later aan het werk gezien werd, zonder andere situatie daartussen. Een contract dat zo ver reikt, telt zonder dat iemand het navroeg, en een contract van onbepaalde duur telt altijd.',
      denominator:
        'Eerste banen van de periode die minstens zes maanden geleden begonnen en waarvan bekend is of ze standhielden, of waarvan het contract het zegt. Een verloren baan zit er alleen in als iemand het meldde: het aandeel is eerder te hoog.',
    },
    en: {
      name: 'In work or under contract 6 months on',
      says: 'The share of first jobs that still went on six months later, by what was seen or by the contract alone.',
      numerator:
        'First jobs whose contract reaches to six months, or whose mentee was seen in work then or later, with no other situation in between. A contract that reaches so far counts without anybody having asked, and an open-ended one always does.',
      denominator:
        'First jobs of the period that began six months ago or more and of which it is known whether they lasted, or of which the contract says so. A lost job is among them only where somebody told of it: the share is too high rather than too low.',
    },
  },
};
