import type { Locale } from '../../graphql/locale.ts';

/** What a file of a data set says of it, in ICU messages, in the language of who takes it out. Days are as programs write them. */
export interface ReadmeWords {
  readonly title: string;
  readonly madeOn: string;
  readonly asOf: string;
  readonly started: string;
  readonly startedAnyTime: string;
  /** From its first day on, to its last. */
  readonly startedIn: string;
  readonly branches: string;
  readonly allBranches: string;
  readonly rows: string;
  readonly purpose: string;
  readonly purposeVersion: string;
  readonly recipient: string;
  readonly use: string;
  readonly leftOut: string;
  readonly agreedBefore: string;
  readonly withoutMentor: string;
  readonly files: string;
  readonly dataFile: string;
  readonly codebook: string;
  readonly pseudonyms: string;
  readonly protection: string;
  /** Where no variable identifies. */
  readonly nothingIdentifies: string;
  readonly group: string;
  readonly noGroup: string;
  readonly nothingWithheld: string;
  readonly wereWithheld: string;
  readonly withheld: string;
  readonly limits: string;
  readonly missing: string;
  readonly missingCodes: readonly string[];
  readonly definitions: string;
  readonly definition: string;
  readonly outOf: string;
  readonly figures: string;
  readonly theFigures: readonly string[];
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
    startedIn: 'du {from} au {last}',
    branches: 'Antennes',
    allBranches: 'toutes',
    rows: 'Lignes (duos)',
    purpose: 'Finalité',
    purposeVersion: 'version {version} ; {basis}',
    recipient: 'Destinataire',
    use: 'Usage',
    leftOut:
      'La finalité repose sur le consentement à la version {version}. {count, plural, =0 {Aucun duo ne manque} one {# duo, dont le ou la mentee ne l’a pas donné, n’y est pas} other {# duos, dont le ou la mentee ne l’a pas donné, n’y sont pas}}.',
    agreedBefore:
      'Pour {count, number} d’entre eux, il a été donné à une version antérieure, qui ne disait pas la même chose.',
    withoutMentor:
      '{count, plural, one {# ligne n’a} other {# lignes n’ont}} rien de ce qui concerne le mentor, qui ne l’a pas donné (NO_CONSENT).',
    files: 'Fichiers',
    dataFile: 'une ligne par duo, en UTF-8, séparée par des virgules ; SHA-256',
    codebook:
      'une ligne par variable : ce qu’elle dit, son type, ses valeurs et leurs libellés, combien de lignes en ont une',
    pseudonyms:
      'Duos, mentees et mentors portent des pseudonymes tirés pour ce seul jeu de données. La clé n’a pas été gardée : aucun pseudonyme ne ramène à une personne, ni à un autre jeu de données. Les lignes sont dans un ordre tiré au sort.',
    protection: 'Protection',
    nothingIdentifies:
      'Aucune variable identifiante (IDENTIFYING) n’y est : rien n’a dû être masqué. Le jeu est celui de {k, plural, one {# mentee et # mentor au moins} other {# mentees et # mentors au moins}}.',
    group:
      'Chaque combinaison des variables identifiantes (IDENTIFYING) est celle de {k} mentees et de {k} mentors au moins. Avant, {alone, plural, =0 {aucune ligne n’avait} one {# ligne avait} other {# lignes avaient}} celle d’une seule ou d’un seul mentee ou mentor, et {fewer, plural, =0 {aucune} one {#} other {#}} celle de moins de {k}.',
    noGroup:
      'Rien n’a été masqué, comme demandé : {alone, plural, =0 {aucune ligne n’a} one {# ligne a} other {# lignes ont}} une combinaison de variables identifiantes (IDENTIFYING) d’une seule ou d’un seul mentee ou mentor.',
    nothingWithheld: 'Rien n’a dû être masqué.',
    wereWithheld:
      'Des valeurs ont été masquées (WITHHELD). Avec une valeur qui est la même dans toutes les lignes d’une personne, son pseudonyme l’est aussi, pour qu’aucune autre ligne ne la livre :',
    withheld: '{name} : dans {rows, plural, one {# ligne} other {# lignes}}',
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
    definition: '{name}, version {version}. Comptés : {counted}',
    outOf: 'Parmi : {among}',
    figures: 'Des lignes aux chiffres publiés',
    theFigures: [
      'Les chiffres publiés sont ceux de tous les duos du programme : un jeu restreint à une période, à des antennes ou à qui a consenti en donne d’autres.',
      'Taux de sortie ou d’emploi : parmi les lignes où twelve_months_over = YES, la part des YES. UNKNOWN y compte comme NO ; au mieux, le taux serait la part des YES et des UNKNOWN ensemble.',
      'Emploi tenu 3, 6 ou 12 mois : la part des YES parmi les lignes YES et NO.',
      'Intervalle à 95 % : celui de Wilson pour une proportion (z = 1,96), sur le même nombre de lignes, sans correction de continuité.',
      'Un duo est une ligne : un mentor en a souvent plusieurs, et ses lignes ne sont pas indépendantes.',
    ],
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
    startedIn: 'van {from} tot en met {last}',
    branches: 'Vestigingen',
    allBranches: 'alle',
    rows: 'Rijen (duo’s)',
    purpose: 'Doel',
    purposeVersion: 'versie {version}; {basis}',
    recipient: 'Ontvanger',
    use: 'Gebruik',
    leftOut:
      'Het doel rust op toestemming voor versie {version}. {count, plural, =0 {Geen enkel duo ontbreekt} one {# duo waarvan de mentee die niet gaf, zit er niet in} other {# duo’s waarvan de mentee die niet gaf, zitten er niet in}}.',
    agreedBefore:
      'Voor {count, number} daarvan werd ze gegeven voor een vroegere versie, die niet hetzelfde zei.',
    withoutMentor:
      '{count, plural, one {# rij heeft} other {# rijen hebben}} niets over de mentor, die ze niet gaf (NO_CONSENT).',
    files: 'Bestanden',
    dataFile: 'één rij per duo, in UTF-8, gescheiden door komma’s; SHA-256',
    codebook:
      'één rij per variabele: wat ze zegt, de soort, de waarden met hun woorden, hoeveel rijen er een hebben',
    pseudonyms:
      'Duo’s, mentees en mentoren staan onder pseudoniemen die alleen voor deze dataset gemaakt zijn. De sleutel is niet bewaard: geen pseudoniem leidt terug naar een persoon, of naar een andere dataset. De rijen staan in een willekeurige volgorde.',
    protection: 'Bescherming',
    nothingIdentifies:
      'Er zit geen identificerende variabele (IDENTIFYING) in: er hoefde niets te worden achtergehouden. De dataset is die van minstens {k, plural, one {# mentee en # mentor} other {# mentees en # mentoren}}.',
    group:
      'Elke combinatie van identificerende variabelen (IDENTIFYING) is die van minstens {k} mentees en {k} mentoren. Voordien {alone, plural, =0 {had geen enkele rij} one {had # rij} other {hadden # rijen}} er een van één mentee of mentor, en {fewer, plural, =0 {geen} one {#} other {#}} een van minder dan {k}.',
    noGroup:
      'Er is niets achtergehouden, zoals gevraagd: {alone, plural, =0 {geen enkele rij heeft} one {# rij heeft} other {# rijen hebben}} een combinatie van identificerende variabelen (IDENTIFYING) van één mentee of mentor.',
    nothingWithheld: 'Er hoefde niets te worden achtergehouden.',
    wereWithheld:
      'Er zijn waarden achtergehouden (WITHHELD). Met een waarde die in alle rijen van een persoon dezelfde is, is ook het pseudoniem achtergehouden, zodat geen andere rij ze prijsgeeft:',
    withheld: '{name}: in {rows, plural, one {# rij} other {# rijen}}',
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
    definition: '{name}, versie {version}. Geteld: {counted}',
    outOf: 'Op: {among}',
    figures: 'Van de rijen naar de gepubliceerde cijfers',
    theFigures: [
      'De gepubliceerde cijfers zijn die van alle duo’s van het programma: een dataset van een periode, van vestigingen of van wie toestemde, geeft andere.',
      'Uitstroom of werk: van de rijen met twelve_months_over = YES het aandeel YES. UNKNOWN telt daarin als NO; op zijn best was het aandeel dat van YES en UNKNOWN samen.',
      'Werk dat 3, 6 of 12 maanden standhield: het aandeel YES van de rijen met YES of NO.',
      '95 %-interval: dat van Wilson voor een proportie (z = 1,96), over evenveel rijen, zonder continuïteitscorrectie.',
      'Een duo is een rij: een mentor heeft er vaak meerdere, en zijn of haar rijen zijn niet onafhankelijk.',
    ],
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
    startedIn: 'from {from} to {last}',
    branches: 'Branches',
    allBranches: 'all',
    rows: 'Rows (duos)',
    purpose: 'Purpose',
    purposeVersion: 'version {version}; {basis}',
    recipient: 'Recipient',
    use: 'Use',
    leftOut:
      'The purpose rests on consent to version {version}. {count, plural, =0 {No duo is missing} one {# duo whose mentee did not give it is not in} other {# duos whose mentee did not give it are not in}}.',
    agreedBefore: 'For {count, number} of them it was given to a former version, which did not say the same.',
    withoutMentor:
      '{count, plural, one {# row has} other {# rows have}} nothing about the mentor, who did not give it (NO_CONSENT).',
    files: 'Files',
    dataFile: 'a row for each duo, in UTF-8, separated by commas; SHA-256',
    codebook:
      'a row for each variable: what it says, its kind, its values with their words, how many rows have one',
    pseudonyms:
      'Duos, mentees and mentors stand under pseudonyms that were made for this data set alone. The key was not kept: no pseudonym leads back to a person, nor to another data set. Rows stand in an order drawn by lot.',
    protection: 'Protection',
    nothingIdentifies:
      'No identifying variable (IDENTIFYING) is in it: nothing had to be withheld. The data set is of at least {k, plural, one {# mentee and # mentor} other {# mentees and # mentors}}.',
    group:
      'Each combination of identifying variables (IDENTIFYING) is of at least {k} mentees and {k} mentors. Before, {alone, plural, =0 {no row} one {# row} other {# rows}} had one that was of one mentee or one mentor, and {fewer, plural, =0 {none} one {#} other {#}} one of fewer than {k}.',
    noGroup:
      'Nothing was withheld, as was asked: {alone, plural, =0 {no row has} one {# row has} other {# rows have}} a combination of identifying variables (IDENTIFYING) that is of one mentee or one mentor.',
    nothingWithheld: 'Nothing had to be withheld.',
    wereWithheld:
      'Values were withheld (WITHHELD). With a value that is the same in all rows of a person goes their pseudonym, so that no other row tells it:',
    withheld: '{name}: in {rows, plural, one {# row} other {# rows}}',
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
    definition: '{name}, version {version}. Counted: {counted}',
    outOf: 'Out of: {among}',
    figures: 'From rows to the published figures',
    theFigures: [
      'The published figures are of all duos of the programme: a data set of a period, of branches or of who consented gives other ones.',
      'Exits and jobs: among the rows with twelve_months_over = YES, the share of YES. UNKNOWN counts as NO in it; at best, the rate would be the share of YES and UNKNOWN together.',
      'Jobs held 3, 6 or 12 months on: the share of YES among the rows with YES or NO.',
      '95 % interval: Wilson’s for a proportion (z = 1.96), over the same rows, without a continuity correction.',
      'A duo is a row: a mentor often has several, whose rows are not independent.',
    ],
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
