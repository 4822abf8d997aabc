import type { Capability } from '@tandem/domain/capabilities';
import * as cells from './cells.ts';
import type { CellParser } from './cells.ts';
import * as words from './words-of-files.ts';

export const IMPORT_KINDS = [
  'GRANTS',
  'MENTEES',
  'MENTORS',
  'DUOS',
  'OUTCOMES',
  'MEETINGS',
  'EVALUATIONS',
  'EVENTS',
  'ATTENDANCES',
  'COSTS',
  'BUDGETS',
  'COMPARISONS',
] as const;
/** In this order files are taken in: what is referred to comes before what refers. */
export type ImportKind = (typeof IMPORT_KINDS)[number];
export const EVERY_KIND: ReadonlySet<ImportKind> = new Set(IMPORT_KINDS);

/** Kinds of which a file comes in whole or not at all: a budget without a row would be another budget. */
export const WHOLE_KINDS: ReadonlySet<ImportKind> = new Set(['BUDGETS']);

/** Kinds that who may book and budget by hand may take in as files too; all others are taken in by who may import whatever there is. */
const MONEY_KINDS: ReadonlySet<ImportKind> = new Set(['COSTS', 'BUDGETS']);

/** Which kinds of files somebody with these capabilities takes in. */
export function kindsFor(capabilities: ReadonlySet<Capability>): ReadonlySet<ImportKind> {
  if (capabilities.has('IMPORT')) return EVERY_KIND;
  return capabilities.has('MANAGE_MONEY') ? MONEY_KINDS : new Set();
}

export interface ImportField {
  readonly name: string;
  readonly required: boolean;
  /** PostgreSQL type of its column in the staging table. */
  readonly type: 'text' | 'date' | 'integer' | 'bigint' | 'smallint';
  /** Headers under which files have it, separated by bars. */
  readonly headers: string;
  readonly parse: CellParser;
  /** The words of a closed list, by code, separated by bars. */
  readonly words?: Words;
  /** A day that may still be ahead: one that is planned or agreed, not one on which something was. */
  readonly ahead?: true;
}

type Words = Readonly<Record<string, string>>;

function field(
  name: string,
  headers: string,
  form: CellParser | Words,
  type: ImportField['type'] = 'text',
): ImportField {
  const cell = typeof form === 'function' ? { parse: form } : { parse: cells.asChoice(form), words: form };
  return { name, headers, type, required: true, ...cell };
}
function optional(...of: Parameters<typeof field>): ImportField {
  return { ...field(...of), required: false };
}

const branch = field('branch', 'antenne|vestiging|branch|site', cells.asText);
/** Of the branch, where files name one that is not there yet; of former ones it says nothing. */
const country = optional('country', 'pays|land|country', words.COUNTRY_WORDS);
const givenName = field('given_name', 'prénom|voornaam|given name|first name', cells.asText);
const familyName = field(
  'family_name',
  'nom|nom de famille|naam|familienaam|achternaam|family name|last name|surname',
  cells.asText,
);
const gender = optional('gender', 'sexe|genre|geslacht|gender|sex', words.GENDER_WORDS);
const email = optional('email', 'e-mail|courriel|mail|email|e-mailadres', cells.asEmail);
const infoSession = optional(
  'info_session_on',
  "séance d'info|séance d'information|infosessie|info session",
  cells.asDay,
  'date',
);
const nationality = optional('nationality', 'nationalité|nationaliteit|nationality', words.COUNTRY_WORDS);
const educationLevel = optional(
  'education_level',
  "niveau d'études|diplôme|opleidingsniveau|education level|education",
  words.EDUCATION_WORDS,
);
const monthsOutOfWork = optional(
  'months_out_of_work',
  "durée d'inoccupation (mois)|maanden zonder werk|months out of work",
  cells.asWhole(0, 720),
  'integer',
);
const startedOn = field('started_on', 'début|begin|start|startdatum', cells.asDay, 'date');
const duo = field('duo', 'réf. duo|référence duo|duo|ref duo|duo reference', cells.asText);
/** Where it was written down elsewhere; else that is the day of the import. */
const recordedOn = optional(
  'recorded_on',
  "encodé le|encodée le|date d'encodage|saisi le|saisie le|noté le|genoteerd op|ingevoerd op|recorded on|written down on|entered on",
  cells.asDay,
  'date',
);
const EVENT_HEADERS =
  'réf. activité|référence activité|activité|ref bijeenkomst|bijeenkomst|referentie bijeenkomst|ref event|event|event reference';
const MENTEE_HEADERS = 'réf. mentee|référence mentee|mentee|ref mentee|mentee reference';
const MENTOR_HEADERS = 'réf. mentor|référence mentor|mentor|ref mentor|mentor reference';
const score = (name: string, headers: string, maximum = 5) =>
  optional(name, headers, cells.asWhole(maximum === 10 ? 0 : 1, maximum), 'smallint');

/** Every field of every kind of file: where its name, headers and form are defined. */
export const FIELDS: Readonly<Record<ImportKind, readonly ImportField[]>> = {
  GRANTS: [
    field('reference', 'réf.|référence|ref|reference|referentie', cells.asText),
    field('funder', 'bailleur|bailleur de fonds|financier|funder|subsidiënt', cells.asText),
    field('kind', 'type|soort|kind', words.GRANT_KIND_WORDS),
    { ...field('starts_on', 'début|begin|start|startdatum', cells.asDay, 'date'), ahead: true },
    { ...field('ends_on', 'fin|einde|end|einddatum', cells.asDay, 'date'), ahead: true },
    field('amount_cents', 'montant|bedrag|amount', cells.asCents, 'bigint'),
    { ...branch, required: false },
  ],
  MENTEES: [
    field('reference', MENTEE_HEADERS, cells.asText),
    givenName,
    familyName,
    gender,
    field(
      'birth_date',
      'date de naissance|né le|geboortedatum|birth date|date of birth',
      cells.asDay,
      'date',
    ),
    nationality,
    educationLevel,
    optional('residence_ground', 'motif de séjour|verblijfsgrond|residence ground', words.RESIDENCE_WORDS),
    monthsOutOfWork,
    optional(
      'referral',
      'orienté par|orientation|doorverwezen door|doorverwijzer|referred by|referral',
      words.REFERRAL_WORDS,
    ),
    branch,
    country,
    infoSession,
    optional('registered_on', 'inscription|inschrijving|registration', cells.asDay, 'date'),
    optional(
      'intake_on',
      "entretien|entretien d'accueil|intake|intakegesprek|intake interview",
      cells.asDay,
      'date',
    ),
    email,
    optional('consent', 'consentement|toestemming|consent', words.CONSENT_WORDS),
  ],
  MENTORS: [
    field('reference', MENTOR_HEADERS, cells.asText),
    givenName,
    familyName,
    gender,
    optional(
      'birth_date',
      'date de naissance|né le|geboortedatum|birth date|date of birth',
      cells.asDay,
      'date',
    ),
    optional('sector', 'secteur|sector', words.SECTOR_WORDS),
    optional('work_status', 'situation|situatie|work status', words.WORK_STATUS_WORDS),
    optional(
      'company',
      'entreprise partenaire|entreprise|partnerbedrijf|bedrijf|partner company|company',
      cells.asText,
    ),
    branch,
    country,
    infoSession,
    optional('interview_on', 'entretien|gesprek|interview', cells.asDay, 'date'),
    optional(
      'trained_on',
      'formation terminée le|formation|opleiding afgerond op|opleiding|training completed',
      cells.asDay,
      'date',
    ),
    email,
  ],
  DUOS: [
    field('reference', 'réf. duo|référence duo|duo|ref duo|duo reference', cells.asText),
    field('mentee', MENTEE_HEADERS, cells.asText),
    field('mentor', MENTOR_HEADERS, cells.asText),
    optional('coordinator', 'coordinateur|coordinatrice|coördinator|coordinator', cells.asText),
    branch,
    country,
    startedOn,
    {
      ...optional(
        'planned_end_on',
        'fin prévue|geplande einddatum|voorzien einde|planned end',
        cells.asDay,
        'date',
      ),
      ahead: true,
    },
    optional('closed_on', 'clôture|afsluiting|closure|closed on', cells.asDay, 'date'),
    optional('closure_reason', 'motif de clôture|reden van afsluiting|closure reason', words.CLOSURE_WORDS),
    optional('earmarked_grant', 'convention|subvention|overeenkomst|grant', cells.asText),
  ],
  OUTCOMES: [
    duo,
    field('observed_on', 'date|datum', cells.asDay, 'date'),
    field('situation', 'situation|situatie', words.SITUATION_WORDS),
    optional(
      'contract_type',
      'type de contrat|contrat|contracttype|contract|contract type',
      words.CONTRACT_WORDS,
    ),
    optional(
      'months',
      'durée (mois)|duur (maanden)|months|duration (months)',
      cells.asWhole(1, 120),
      'integer',
    ),
    field('evidence', 'source|bron|evidence', words.EVIDENCE_WORDS),
    recordedOn,
  ],
  MEETINGS: [
    duo,
    field('held_on', 'date|datum', cells.asDay, 'date'),
    field('minutes', 'durée (h)|durée|duur (u)|duur|duration (h)|hours', cells.asMinutes, 'integer'),
    field('mode', 'mode|wijze|manier', words.MODE_WORDS),
  ],
  EVALUATIONS: [
    duo,
    field('respondent', 'répondant|respondent', words.RESPONDENT_WORDS),
    field('answered_on', 'date|datum', cells.asDay, 'date'),
    score(
      'autonomy',
      'je suis plus autonome dans ma recherche|ik ben zelfstandiger in mijn zoektocht|i am more autonomous in my search|autonomy',
    ),
    score('network', "j'ai élargi mon réseau|ik heb mijn netwerk uitgebreid|i widened my network|network"),
    score('usefulness', 'je me sens plus utile|ik voel me nuttiger|i feel more useful|usefulness'),
    score(
      'coaching',
      "j'ai développé mes compétences de coaching|ik heb mijn coachingvaardigheden ontwikkeld|i developed my coaching skills|coaching",
    ),
    score('satisfaction', 'satisfaction globale|algemene tevredenheid|overall satisfaction|satisfaction'),
    score(
      'recommendation',
      'recommandation (0-10)|aanbeveling (0-10)|recommendation (0-10)|recommendation',
      10,
    ),
    recordedOn,
  ],
  EVENTS: [
    field('reference', EVENT_HEADERS, cells.asText),
    field('kind', 'type|genre|soort|kind', words.EVENT_KIND_WORDS),
    field('title', 'intitulé|titre|titel|title', cells.asText),
    { ...field('held_on', 'date|datum', cells.asDay, 'date'), ahead: true },
    branch,
    country,
    optional('audience', 'public|pour|doelgroep|voor|audience', words.AUDIENCE_WORDS),
  ],
  ATTENDANCES: [
    field('event', EVENT_HEADERS, cells.asText),
    optional('mentee', MENTEE_HEADERS, cells.asText),
    optional('mentor', MENTOR_HEADERS, cells.asText),
    field('status', 'présence|statut|aanwezigheid|status|attendance', words.ATTENDANCE_WORDS),
  ],
  COSTS: [
    field('booked_on', 'date|datum', cells.asDay, 'date'),
    field('category', 'catégorie|categorie|category', words.CATEGORY_WORDS),
    branch,
    country,
    field('amount_cents', 'montant|bedrag|amount', cells.asCents, 'bigint'),
    optional(
      'reference',
      'pièce|n° de pièce|numéro de pièce|référence comptable|réf. comptable|boekstuk|boekstuknummer|stuknummer|voucher|ledger reference|entry number',
      cells.asText,
    ),
    optional('nature', 'nature|nature du coût|aard|aard van de kost|nature of cost', words.NATURE_WORDS),
    optional('bearing_grant', 'convention|subvention|overeenkomst|grant', cells.asText),
  ],
  // No word for an amount alone: a file of what was spent by month is none of what may be.
  BUDGETS: [
    {
      ...field(
        'month',
        'mois|maand|month|mois budgétaire|begrotingsmaand|budget month',
        cells.asMonth,
        'date',
      ),
      ahead: true,
    },
    field('category', 'catégorie|categorie|category', words.CATEGORY_WORDS),
    branch,
    field(
      'amount_cents',
      'budget|budgété|montant budgété|montant prévu|prévu|begroting|begroot|begroot bedrag|gebudgetteerd|budgeted|budget amount|planned amount',
      cells.asCents,
      'bigint',
    ),
  ],
  // People outside of the programme: no name, no birth date, and a pseudonym that is none of them.
  COMPARISONS: [
    field(
      'comparison_group',
      'groupe de comparaison|vergelijkingsgroep|comparison group|control group',
      cells.asText,
    ),
    field('pseudonym', 'pseudonyme|clé|code|pseudoniem|sleutel|pseudonym|key', cells.asPseudonym),
    country,
    gender,
    optional('age', 'âge|leeftijd|age', cells.asWhole(14, 99), 'integer'),
    nationality,
    educationLevel,
    monthsOutOfWork,
    startedOn,
    field(
      'observed_until',
      "observé jusqu'au|suivi jusqu'au|opgevolgd tot|gevolgd tot|observed until|followed until",
      cells.asDay,
      'date',
    ),
    optional('exit_on', 'sortie positive|positieve uitstroom|positive exit', cells.asDay, 'date'),
    optional('job_on', "emploi|date d'emploi|werk|job|employment", cells.asDay, 'date'),
    optional(
      'stable_job_on',
      'emploi durable|duurzaam werk|stable job|stable employment',
      cells.asDay,
      'date',
    ),
  ],
};

/** Column of the file by name of the field that it fills. */
export type ColumnMapping = Readonly<Record<string, string>>;

/** The columns of a file that the headers of a kind name. */
export function mapHeaders(kind: ImportKind, headers: readonly string[]): ColumnMapping {
  const mapping: Record<string, string> = {};
  for (const { name, headers: known } of FIELDS[kind]) {
    const words = new Set(known.split('|').map(cells.foldWord));
    const header = headers.find((candidate) => words.has(cells.foldWord(candidate)));
    if (header !== undefined) mapping[name] = header;
  }
  return mapping;
}

/** The kind of file whose required fields are all there, the one with most fields if several; undefined if none. */
export function recogniseKind(headers: readonly string[]): ImportKind | undefined {
  const candidates = IMPORT_KINDS.filter(
    (kind) => missingFields(kind, mapHeaders(kind, headers)).length === 0,
  );
  const explained = (kind: ImportKind) => new Set(Object.values(mapHeaders(kind, headers))).size;
  return candidates.toSorted((a, b) => explained(b) - explained(a))[0];
}

export function missingFields(kind: ImportKind, mapping: ColumnMapping): string[] {
  return FIELDS[kind]
    .filter(({ name, required }) => required && mapping[name] === undefined)
    .map(({ name }) => name);
}
