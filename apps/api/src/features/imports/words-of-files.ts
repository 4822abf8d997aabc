/** How operators' files say the domain's codes: French, Dutch and English words, separated by bars. */
export const GENDER_WORDS = {
  WOMAN: 'femme|f|vrouw|v|woman|female',
  MAN: 'homme|h|m|man|male',
  OTHER: 'autre|x|ander|anders|other|non-binaire',
};
export const EDUCATION_WORDS = {
  NO_RECOGNISED_DIPLOMA: 'sans diplôme reconnu|geen erkend diploma|no recognised diploma',
  BELOW_UPPER_SECONDARY: 'inférieur au cess|cesi|lager dan hoger secundair|below upper secondary',
  UPPER_SECONDARY: 'cess|bac|baccalauréat|hoger secundair|upper secondary',
  BACHELOR: 'bachelier|bachelor|licence|hbo',
  MASTER: 'master|maîtrise|wo',
};
export const RESIDENCE_WORDS = {
  INTERNATIONAL_PROTECTION: 'protection internationale|internationale bescherming|international protection',
  FAMILY_REUNIFICATION: 'regroupement familial|gezinshereniging|family reunification',
  STUDIES: 'études|studies|studie',
  WORK: 'travail|werk|arbeid|work',
};
export const REFERRAL_WORDS = {
  EMPLOYMENT_SERVICE:
    "service public de l'emploi|service de l'emploi|actiris|forem|vdab|pôle emploi|france travail|uwv|publieke arbeidsbemiddeling|employment service",
  ASSOCIATION: 'association|asbl|ong|vereniging|vzw|ngo|association or ngo',
  SOCIAL_SERVICE: 'service social|cpas|ocmw|ccas|sociale dienst|gemeente|social service',
  SCHOOL: 'école|université|haute école|school|universiteit|hogeschool|university',
  WORD_OF_MOUTH: 'bouche-à-oreille|bouche à oreille|mond-tot-mond|mond-tot-mondreclame|word of mouth',
  ONLINE: 'en ligne|internet|réseaux sociaux|site web|online|sociale media|social media|website',
  OTHER: 'autre|ander|andere|other',
};
export const WORK_STATUS_WORDS = {
  WORKING: 'en activité|actif|active|werkend|aan het werk|working',
  RETIRED: 'retraité|retraitée|retraité·e|retraité(e)|pensionné|gepensioneerd|met pensioen|retired',
};
export const SECTOR_WORDS = {
  SALES: 'vente|verkoop|sales',
  HEALTH: 'santé|zorg|gezondheid|health',
  IT: 'informatique|ict|it',
  LOGISTICS: 'logistique|logistiek|logistics',
  HOSPITALITY: 'horeca|hospitality',
  BANKING: 'banque|bank|banking|bankwezen',
  EDUCATION: 'enseignement|onderwijs|education',
  ADMINISTRATION: 'administration|administratie|overheid',
  CONSTRUCTION: 'construction|bouw',
  OTHER: 'autre|ander|other',
};
export const CLOSURE_WORDS = {
  COMPLETED: 'terminé|mené à terme|voltooid|afgerond|completed',
  LACK_OF_AVAILABILITY: 'manque de disponibilité|gebrek aan beschikbaarheid|lack of availability',
  DISAGREEMENT: 'mésentente|onenigheid|disagreement',
  HEALTH: 'santé|gezondheid|health',
  MOVED_AWAY: 'déménagement|verhuizing|moved|moved away',
  FOUND_JOB: 'emploi trouvé|werk gevonden|found job|found a job',
};
export const SITUATION_WORDS = {
  JOB: 'emploi|travail|werk|job|employment',
  INTERNSHIP: 'stage|internship',
  TRAINING: 'formation|opleiding|training',
  JOB_SEARCH: "recherche d'emploi|sans emploi|werkzoekend|job search|searching",
};
export const CONTRACT_WORDS = {
  OPEN_ENDED: 'cdi|onbepaalde duur|vast|open-ended|permanent',
  FIXED_TERM: 'cdd|bepaalde duur|tijdelijk|fixed-term|temporary|intérim',
};
export const EVIDENCE_WORDS = {
  DECLARED: 'déclaratif|déclaration|verklaring|verklaard|declared',
  CONTRACT: 'contrat|contract',
  ADMINISTRATIVE: 'administratif|administratief|administrative|onem|forem|actiris|vdab',
};
export const MODE_WORDS = {
  IN_PERSON: 'présentiel|en présentiel|fysiek|in person',
  REMOTE: 'distance|à distance|online|op afstand|remote',
};
export const EVENT_KIND_WORDS = {
  INFO_SESSION: "séance d'info|séance d'information|infosessie|info session|information session",
  TRAINING: 'formation|opleiding|training',
  INTERVISION: 'intervision|intervisie',
  WORKSHOP: 'atelier|workshop',
};
export const AUDIENCE_WORDS = {
  MENTEES: 'mentees|mentee|jeunes|jongeren|young people',
  MENTORS: 'mentors|mentor|mentoren',
  BOTH: 'tous|les deux|mentors et mentees|mentees et mentors|iedereen|beiden|mentoren en mentees|both|all|everybody',
};
export const ATTENDANCE_WORDS = {
  REGISTERED: 'inscrit|inscrite|ingeschreven|registered',
  ATTENDED: 'présent|présente|oui|venu|venue|aanwezig|ja|attended|present|yes',
  ABSENT: 'absent|absente|non|afwezig|nee|no',
  EXCUSED: 'excusé|excusée|verontschuldigd|afgemeld|excused',
};
export const RESPONDENT_WORDS = { MENTEE: 'mentee|jeune|jongere', MENTOR: 'mentor' };
export const CATEGORY_WORDS = {
  SALARIES: 'salaires|lonen|salarissen|salaries',
  RENT_AND_OFFICES: 'loyer et bureaux|loyer|huur en kantoren|huur|rent and offices|rent',
  MENTOR_TRAINING: 'formation des mentors|opleiding van mentoren|mentor training',
  COMMUNICATION: 'communication|communicatie',
  IT: 'informatique|ict|it',
  OVERHEADS: 'frais généraux|algemene kosten|overheads',
};
export const NATURE_WORDS = {
  DIRECT: 'direct|directe|rechtstreeks',
  SHARED: 'partagé|commun|gedeeld|gemeenschappelijk|shared',
  INDIRECT: 'indirect|indirecte|onrechtstreeks',
};
export const GRANT_KIND_WORDS = {
  PUBLIC_SUBSIDY: 'subside public|subvention|overheidssubsidie|subsidie|public subsidy',
  FINANCIAL_SPONSORSHIP: 'mécénat financier|financieel mecenaat|financial sponsorship',
  SKILLS_SPONSORSHIP: 'mécénat de compétence|mécénat de compétences|competentiemecenaat|skills sponsorship',
  FUNDRAISING: 'collecte de fonds|fondsenwerving|fundraising',
};
export const CONSENT_WORDS = { GIVEN: 'oui|ja|yes|o|1', ASKED: 'non|nee|no|n|0' };
/** What files call countries beside their names in the standard: see countryWords. */
const COUNTRY_ALIASES: Readonly<Record<string, string>> = {
  CD: 'rd congo|r.d. congo|république démocratique du congo|dr congo|democratische republiek congo',
  CG: 'congo',
  CI: 'ivory coast',
  GB: 'grande-bretagne|groot-brittannië|great britain|uk',
  MK: 'macédoine',
  PS: 'palestine|palestina',
  TR: 'turkey',
  US: 'usa|vs',
};
/** Codes that name no country of their own. */
const NO_COUNTRIES = new Set(['EU', 'EZ', 'QO', 'UN', 'XA', 'XB', 'ZZ']);

/** Every country of ISO 3166-1 by its alpha-2 code, under its names in the three languages. */
function countryWords(): Record<string, string> {
  const names = ['fr', 'nl', 'en'].map(
    (locale) => new Intl.DisplayNames(locale, { type: 'region', fallback: 'none' }),
  );
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const codes = letters.flatMap((first) => letters.map((second) => first + second));
  return Object.fromEntries(
    codes.flatMap((code) => {
      const known = names.flatMap((language) => language.of(code) ?? []);
      if (known.length === 0 || NO_COUNTRIES.has(code)) return [];
      return [[code, [...known, ...(COUNTRY_ALIASES[code]?.split('|') ?? [])].join('|')]];
    }),
  );
}
export const COUNTRY_WORDS = countryWords();
