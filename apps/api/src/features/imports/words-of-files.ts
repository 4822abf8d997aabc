import type { Locale } from '../../graphql/locale.ts';
import { said, type Said, type Words } from '@tandem/domain/said';

/** How operators' files say the domain's codes. */
export const GENDER_WORDS = {
  WOMAN: said('femme|f', 'vrouw|v', 'woman|female'),
  MAN: said('homme|h', 'man|m', 'man|male'),
  OTHER: said('autre|x|non-binaire', 'ander|anders', 'other'),
};
export const EDUCATION_WORDS = {
  NO_RECOGNISED_DIPLOMA: said('sans diplôme reconnu', 'geen erkend diploma', 'no recognised diploma'),
  BELOW_UPPER_SECONDARY: said('inférieur au cess|cesi', 'lager dan hoger secundair', 'below upper secondary'),
  UPPER_SECONDARY: said('cess|bac|baccalauréat', 'hoger secundair', 'upper secondary'),
  BACHELOR: said('bachelier|licence', 'bachelor|hbo', 'bachelor'),
  MASTER: said('master|maîtrise', 'master|wo', 'master'),
};
export const RESIDENCE_WORDS = {
  INTERNATIONAL_PROTECTION: said(
    'protection internationale',
    'internationale bescherming',
    'international protection',
  ),
  FAMILY_REUNIFICATION: said('regroupement familial', 'gezinshereniging', 'family reunification'),
  STUDIES: said('études', 'studie', 'studies'),
  WORK: said('travail', 'werk|arbeid', 'work'),
};
export const REFERRAL_WORDS = {
  EMPLOYMENT_SERVICE: said(
    "service public de l'emploi|service de l'emploi|actiris|forem|pôle emploi|france travail",
    'publieke arbeidsbemiddeling|vdab|uwv',
    'employment service',
  ),
  ASSOCIATION: said('association|asbl|ong', 'vereniging|vzw', 'association or ngo|ngo'),
  SOCIAL_SERVICE: said('service social|cpas|ccas', 'sociale dienst|ocmw|gemeente', 'social service'),
  SCHOOL: said('école|université|haute école', 'school|universiteit|hogeschool', 'school|university'),
  WORD_OF_MOUTH: said(
    'bouche-à-oreille|bouche à oreille',
    'mond-tot-mond|mond-tot-mondreclame',
    'word of mouth',
  ),
  ONLINE: said(
    'en ligne|internet|réseaux sociaux|site web',
    'online|sociale media',
    'online|social media|website',
  ),
  OTHER: said('autre', 'ander|andere', 'other'),
};
export const WORK_STATUS_WORDS = {
  WORKING: said('en activité|actif|active', 'aan het werk|werkend', 'working'),
  RETIRED: said(
    'retraité|retraitée|retraité·e|retraité(e)|pensionné',
    'gepensioneerd|met pensioen',
    'retired',
  ),
};
export const SECTOR_WORDS = {
  SALES: said('vente', 'verkoop', 'sales'),
  HEALTH: said('santé', 'gezondheid|zorg', 'health'),
  IT: said('informatique', 'ict', 'it'),
  LOGISTICS: said('logistique', 'logistiek', 'logistics'),
  HOSPITALITY: said('horeca', 'horeca', 'hospitality'),
  BANKING: said('banque', 'bankwezen|bank', 'banking'),
  EDUCATION: said('enseignement', 'onderwijs', 'education'),
  ADMINISTRATION: said('administration', 'overheid|administratie', 'administration'),
  CONSTRUCTION: said('construction', 'bouw', 'construction'),
  OTHER: said('autre', 'ander', 'other'),
};
export const CLOSURE_WORDS = {
  COMPLETED: said('mené à terme|terminé', 'afgerond|voltooid', 'completed'),
  LACK_OF_AVAILABILITY: said('manque de disponibilité', 'gebrek aan beschikbaarheid', 'lack of availability'),
  DISAGREEMENT: said('mésentente', 'onenigheid', 'disagreement'),
  HEALTH: said('santé', 'gezondheid', 'health'),
  MOVED_AWAY: said('déménagement', 'verhuizing', 'moved away|moved'),
  FOUND_JOB: said('emploi trouvé', 'werk gevonden', 'found a job|found job'),
};
export const SITUATION_WORDS = {
  JOB: said('emploi|travail', 'werk|job', 'job|employment'),
  INTERNSHIP: said('stage', 'stage', 'internship'),
  TRAINING: said('formation', 'opleiding', 'training'),
  JOB_SEARCH: said("recherche d'emploi|sans emploi", 'werkzoekend', 'job search|searching'),
};
export const CONTRACT_WORDS = {
  OPEN_ENDED: said('cdi|permanent', 'onbepaalde duur|vast', 'open-ended|permanent'),
  FIXED_TERM: said('cdd|intérim', 'bepaalde duur|tijdelijk', 'fixed-term|temporary'),
};
export const EVIDENCE_WORDS = {
  DECLARED: said('déclaratif|déclaration', 'verklaard|verklaring', 'declared'),
  CONTRACT: said('contrat', 'contract', 'contract'),
  ADMINISTRATIVE: said('administratif|onem|forem|actiris', 'administratief|vdab', 'administrative'),
};
export const MODE_WORDS = {
  IN_PERSON: said('en présentiel|présentiel', 'fysiek', 'in person'),
  REMOTE: said('à distance|distance', 'op afstand|online', 'remote|online'),
};
export const EVENT_KIND_WORDS = {
  INFO_SESSION: said("séance d'info|séance d'information", 'infosessie', 'info session|information session'),
  TRAINING: said('formation', 'opleiding', 'training'),
  INTERVISION: said('intervision', 'intervisie', 'intervision'),
  WORKSHOP: said('atelier', 'workshop', 'workshop'),
};
export const AUDIENCE_WORDS = {
  MENTEES: said('mentees|mentee|jeunes', 'mentees|mentee|jongeren', 'mentees|mentee|young people'),
  MENTORS: said('mentors|mentor', 'mentoren|mentors|mentor', 'mentors|mentor'),
  BOTH: said(
    'tous|les deux|mentors et mentees|mentees et mentors',
    'iedereen|beiden|mentoren en mentees',
    'everybody|both|all',
  ),
};
export const ATTENDANCE_WORDS = {
  REGISTERED: said('inscrit|inscrite', 'ingeschreven', 'registered'),
  ATTENDED: said('présent|présente|oui|venu|venue', 'aanwezig|ja', 'attended|present|yes'),
  ABSENT: said('absent|absente|non', 'afwezig|nee', 'absent|no'),
  EXCUSED: said('excusé|excusée', 'verontschuldigd|afgemeld', 'excused'),
};
export const RESPONDENT_WORDS = {
  MENTEE: said('mentee|jeune', 'mentee|jongere', 'mentee'),
  MENTOR: said('mentor', 'mentor', 'mentor'),
};
export const NATURE_WORDS = {
  DIRECT: said('direct|directe', 'rechtstreeks|direct', 'direct'),
  SHARED: said('partagé|commun', 'gedeeld|gemeenschappelijk', 'shared'),
  INDIRECT: said('indirect|indirecte', 'onrechtstreeks|indirect', 'indirect'),
};
export const GRANT_KIND_WORDS = {
  PUBLIC_SUBSIDY: said('subside public|subvention', 'overheidssubsidie|subsidie', 'public subsidy'),
  FINANCIAL_SPONSORSHIP: said('mécénat financier', 'financieel mecenaat', 'financial sponsorship'),
  SKILLS_SPONSORSHIP: said(
    'mécénat de compétences|mécénat de compétence',
    'competentiemecenaat',
    'skills sponsorship',
  ),
  FUNDRAISING: said('collecte de fonds', 'fondsenwerving', 'fundraising'),
};
export const CONSENT_WORDS = {
  GIVEN: said('oui|o|1', 'ja|1', 'yes|1'),
  ASKED: said('non|0', 'nee|n|0', 'no|n|0'),
};
/** What files call countries beside their names in the standard: see countryWords. */
const COUNTRY_ALIASES: Readonly<Record<string, Partial<Said>>> = {
  CD: {
    fr: 'rd congo|r.d. congo|république démocratique du congo',
    nl: 'democratische republiek congo',
    en: 'dr congo',
  },
  CG: { fr: 'congo' },
  CI: { en: 'ivory coast' },
  GB: { fr: 'grande-bretagne', nl: 'groot-brittannië', en: 'great britain|uk' },
  MK: { fr: 'macédoine' },
  PS: { fr: 'palestine', nl: 'palestina' },
  TR: { en: 'turkey' },
  US: { nl: 'vs', en: 'usa' },
};
/** Codes that name no country of their own. */
const NO_COUNTRIES = new Set(['EU', 'EZ', 'QO', 'UN', 'XA', 'XB', 'ZZ']);

/** Every country of ISO 3166-1 by its alpha-2 code, under its names in the three languages. */
function countryWords(): Words {
  const names = (locale: Locale) => new Intl.DisplayNames(locale, { type: 'region', fallback: 'none' });
  const [french, dutch, english] = [names('fr'), names('nl'), names('en')];
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const codes = letters.flatMap((first) => letters.map((second) => first + second));
  return Object.fromEntries(
    codes.flatMap((code) => {
      const [fr, nl, en] = [french.of(code), dutch.of(code), english.of(code)];
      if (fr === undefined || nl === undefined || en === undefined || NO_COUNTRIES.has(code)) return [];
      // A former code (FX, ZR) would be called what the one of today is called.
      if (new Intl.Locale(`und-${code}`).region !== code) return [];
      const aliases = COUNTRY_ALIASES[code];
      const also = (name: string, alias: string | undefined) =>
        alias === undefined ? name : `${name}|${alias}`;
      return [[code, said(also(fr, aliases?.fr), also(nl, aliases?.nl), also(en, aliases?.en))]];
    }),
  );
}
export const COUNTRY_WORDS = countryWords();
