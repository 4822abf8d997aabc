import type { FormerVersion, InEachLanguage, MetricWords } from './definition.ts';
import { conversionSoFar, type Step } from './shapes.ts';

/** Version 1 of the conversions on the way into a duo: later steps counted whenever they were, also after the as-of day. */
export function formerConversion(step: Step, words: InEachLanguage<MetricWords>): FormerVersion {
  return {
    version: 1,
    replacedOn: '2026-11-27',
    replaced: {
      fr: 'La version 1 comptait les étapes suivantes quelle qu’en soit la date, aussi après le jour regardé : vu du 31 décembre 2016, un duo lancé en 2017 comptait déjà, et le même chiffre, refait plus tard, n’était plus le même. Depuis la version 2, une étape compte si elle a été atteinte au plus tard ce jour-là, comme partout ailleurs. Les deux ne diffèrent que par les étapes postérieures au jour regardé.',
      nl: 'Versie 1 telde latere stappen wanneer ze ook vielen, ook na de dag waarop gekeken wordt: bekeken op 31 december 2016 telde een duo dat in 2017 begon al mee, en hetzelfde cijfer was later niet meer hetzelfde. Sinds versie 2 telt een stap als die uiterlijk op die dag gezet was, zoals overal elders. De twee verschillen alleen door stappen na de dag waarop gekeken wordt.',
      en: 'Version 1 counted later steps whenever they were, also after the day that is looked at: seen from 31 December 2016, a duo that began in 2017 counted already, and the same figure asked again later was another one. Since version 2 a step counts if it was taken by that day, as everywhere else. The two differ by steps after the day that is looked at alone.',
    },
    ...conversionSoFar(step),
    words,
  };
}
