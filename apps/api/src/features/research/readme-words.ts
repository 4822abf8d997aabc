import type { Locale } from '../../graphql/locale.ts';

/** What a file of a data set says of it, in the language of who takes it out. Numbers and days are of the file: as programs write them. */
export interface ReadmeWords {
  readonly title: string;
  readonly madeOn: string;
  readonly asOf: string;
  readonly started: string;
  readonly startedAnyTime: string;
  /** From its first day on, to its last. */
  readonly startedIn: (from: string, last: string) => string;
  readonly branches: string;
  readonly allBranches: string;
  readonly rows: string;
  readonly purpose: string;
  readonly purposeVersion: (version: number, basis: string) => string;
  readonly recipient: string;
  readonly use: string;
  readonly leftOut: (duos: number, mentors: number) => string;
  readonly files: string;
  readonly dataFile: string;
  readonly codebook: string;
  readonly pseudonyms: string;
  readonly protection: string;
  readonly group: (k: number, alone: number, fewer: number) => string;
  readonly noGroup: (alone: number) => string;
  readonly withheld: (name: string, rows: number) => string;
  readonly limits: string;
  readonly missing: string;
  readonly missingCodes: readonly string[];
  readonly definitions: string;
  readonly version: (name: string, version: number) => string;
  readonly terms: string;
  readonly theTerms: readonly string[];
}

export const README_WORDS: Readonly<Record<Locale, ReadmeWords>> = {
  fr: {
    title: 'Données pour la recherche : les duos',
    madeOn: 'Faites le',
    asOf: 'Situation au',
    started: 'Duos lancés',
    startedAnyTime: 'depuis le début',
    startedIn: (from, last) => `du ${from} au ${last}`,
    branches: 'Antennes',
    allBranches: 'toutes',
    rows: 'Lignes (duos)',
    purpose: 'Finalité',
    purposeVersion: (version, basis) => `version ${version} ; ${basis}`,
    recipient: 'Destinataire',
    use: 'Usage',
    leftOut: (duos, mentors) =>
      `La finalité repose sur le consentement : ${duos} duos dont le ou la mentee ne l’a pas donné n’y sont pas, et ${mentors} lignes n’ont rien de ce qui concerne le mentor, qui ne l’a pas donné (NO_CONSENT).`,
    files: 'Fichiers',
    dataFile: 'une ligne par duo, en UTF-8, séparée par des virgules ; SHA-256',
    codebook:
      'une ligne par variable : ce qu’elle dit, son type, ses valeurs et leurs libellés, combien de lignes en ont une',
    pseudonyms:
      'Duos, mentees, mentors et coordinateurs portent des pseudonymes tirés pour ce seul jeu de données. La clé n’a pas été gardée : aucun pseudonyme ne ramène à une personne, ni à un autre jeu de données. Les lignes sont dans un ordre tiré au sort.',
    protection: 'Protection',
    group: (k, alone, fewer) =>
      `Chaque combinaison des variables identifiantes (IDENTIFYING) est celle de ${k} lignes au moins. Avant, ${alone} lignes étaient seules avec la leur, et ${fewer} la partageaient avec moins de ${k}. Des valeurs ont été masquées (WITHHELD) :`,
    noGroup: (alone) =>
      `Rien n’a été masqué : ${alone} lignes sont seules avec leur combinaison de variables identifiantes (IDENTIFYING).`,
    withheld: (name, rows) => `${name} : dans ${rows} lignes`,
    limits:
      'La règle regarde chaque ligne pour elle-même : plusieurs duos d’une même personne, reliés par son pseudonyme, peuvent en dire plus ensemble. Elle ne protège pas les autres variables : qui a un autre jeu de données sur les mêmes duos pourrait reconnaître une ligne à ses jours et à ses nombres.',
    missing: 'Valeurs manquantes',
    missingCodes: [
      'vide : rien n’est noté, ou la question ne se pose pas',
      'WITHHELD : masqué pour protéger la personne, qu’une valeur soit notée ou non',
      'NO_CONSENT : le mentor n’a pas donné son consentement à la finalité',
      'UNKNOWN, NOT_YET : ce que l’indicateur ne sait pas, ou pas encore',
    ],
    definitions: 'Définitions des indicateurs suivis',
    version: (name, version) => `${name}, version ${version}`,
    terms: 'Conditions',
    theTerms: [
      'Ne pas chercher à reconnaître qui que ce soit, ni à le faire chercher.',
      'Ne pas relier ces données à d’autres sur les mêmes personnes.',
      'Ne pas les transmettre ni les publier ligne par ligne ; ne publier que des résultats sur plusieurs personnes.',
      'Ne les utiliser que pour l’usage indiqué, et les effacer ensuite.',
      'Signaler aussitôt au programme toute personne reconnue malgré tout, et toute perte des données.',
    ],
  },
  nl: {
    title: 'Data voor onderzoek: de duo’s',
    madeOn: 'Gemaakt op',
    asOf: 'Stand op',
    started: 'Duo’s begonnen',
    startedAnyTime: 'sinds het begin',
    startedIn: (from, last) => `van ${from} tot en met ${last}`,
    branches: 'Vestigingen',
    allBranches: 'alle',
    rows: 'Rijen (duo’s)',
    purpose: 'Doel',
    purposeVersion: (version, basis) => `versie ${version}; ${basis}`,
    recipient: 'Ontvanger',
    use: 'Gebruik',
    leftOut: (duos, mentors) =>
      `Het doel rust op toestemming: ${duos} duo’s waarvan de mentee die niet gaf, zitten er niet in, en ${mentors} rijen hebben niets over de mentor, die ze niet gaf (NO_CONSENT).`,
    files: 'Bestanden',
    dataFile: 'één rij per duo, in UTF-8, gescheiden door komma’s; SHA-256',
    codebook:
      'één rij per variabele: wat ze zegt, de soort, de waarden met hun woorden, hoeveel rijen er een hebben',
    pseudonyms:
      'Duo’s, mentees, mentoren en coördinatoren staan onder pseudoniemen die alleen voor deze dataset gemaakt zijn. De sleutel is niet bewaard: geen pseudoniem leidt terug naar een persoon, of naar een andere dataset. De rijen staan in een willekeurige volgorde.',
    protection: 'Bescherming',
    group: (k, alone, fewer) =>
      `Elke combinatie van identificerende variabelen (IDENTIFYING) is die van minstens ${k} rijen. Voordien waren ${alone} rijen alleen met die van hen en deelden ${fewer} ze met minder dan ${k}. Er zijn waarden achtergehouden (WITHHELD):`,
    noGroup: (alone) =>
      `Er is niets achtergehouden: ${alone} rijen zijn alleen met hun combinatie van identificerende variabelen (IDENTIFYING).`,
    withheld: (name, rows) => `${name}: in ${rows} rijen`,
    limits:
      'De regel kijkt naar elke rij op zich: meerdere duo’s van één persoon, verbonden door het pseudoniem, kunnen samen meer zeggen. De andere variabelen beschermt hij niet: wie een andere dataset over dezelfde duo’s heeft, zou een rij aan haar dagen en aantallen kunnen herkennen.',
    missing: 'Ontbrekende waarden',
    missingCodes: [
      'leeg: er is niets genoteerd, of de vraag is er niet',
      'WITHHELD: achtergehouden om de persoon te beschermen, of er een waarde genoteerd is of niet',
      'NO_CONSENT: de mentor gaf geen toestemming voor het doel',
      'UNKNOWN, NOT_YET: wat de indicator niet weet, of nog niet',
    ],
    definitions: 'Definities van de gevolgde indicatoren',
    version: (name, version) => `${name}, versie ${version}`,
    terms: 'Voorwaarden',
    theTerms: [
      'Niet proberen iemand te herkennen, en dat ook niet door anderen laten doen.',
      'Deze data niet koppelen aan andere over dezelfde personen.',
      'Ze niet doorgeven of rij per rij publiceren; alleen resultaten over meerdere personen publiceren.',
      'Ze alleen voor het genoemde gebruik gebruiken, en daarna wissen.',
      'Aan het programma meteen melden wie toch herkend is, en elk verlies van de data.',
    ],
  },
  en: {
    title: 'Data for research: duos',
    madeOn: 'Made on',
    asOf: 'As of',
    started: 'Duos started',
    startedAnyTime: 'since the beginning',
    startedIn: (from, last) => `from ${from} to ${last}`,
    branches: 'Branches',
    allBranches: 'all',
    rows: 'Rows (duos)',
    purpose: 'Purpose',
    purposeVersion: (version, basis) => `version ${version}; ${basis}`,
    recipient: 'Recipient',
    use: 'Use',
    leftOut: (duos, mentors) =>
      `The purpose rests on consent: ${duos} duos whose mentee did not give it are not in, and ${mentors} rows have nothing about the mentor, who did not give it (NO_CONSENT).`,
    files: 'Files',
    dataFile: 'a row for each duo, in UTF-8, separated by commas; SHA-256',
    codebook:
      'a row for each variable: what it says, its kind, its values with their words, how many rows have one',
    pseudonyms:
      'Duos, mentees, mentors and coordinators stand under pseudonyms that were made for this data set alone. The key was not kept: no pseudonym leads back to a person, nor to another data set. Rows stand in an order drawn by lot.',
    protection: 'Protection',
    group: (k, alone, fewer) =>
      `Each combination of identifying variables (IDENTIFYING) is of at least ${k} rows. Before, ${alone} rows were alone with theirs, and ${fewer} shared it with fewer than ${k}. Values were withheld (WITHHELD):`,
    noGroup: (alone) =>
      `Nothing was withheld: ${alone} rows are alone with their combination of identifying variables (IDENTIFYING).`,
    withheld: (name, rows) => `${name}: in ${rows} rows`,
    limits:
      'The rule looks at each row by itself: several duos of one person, which the pseudonym connects, can tell more together. It does not protect the other variables: whoever has another data set of the same duos could recognise a row by its days and numbers.',
    missing: 'Missing values',
    missingCodes: [
      'empty: nothing is recorded, or there is no such question',
      'WITHHELD: left out to protect the person, whether or not a value is recorded',
      'NO_CONSENT: the mentor did not consent to the purpose',
      'UNKNOWN, NOT_YET: what the indicator does not know, or not yet',
    ],
    definitions: 'Definitions of the indicators followed',
    version: (name, version) => `${name}, version ${version}`,
    terms: 'Terms',
    theTerms: [
      'Do not try to recognise anybody, and have nobody else try.',
      'Do not match these data with others about the same people.',
      'Do not pass them on, nor publish them row by row; publish only results about several people.',
      'Use them only for the use that is named, and delete them afterwards.',
      'Tell the programme at once of anybody who is recognised all the same, and of any loss of the data.',
    ],
  },
};
