import { CATEGORY_WORDS } from '@tandem/domain/cost-words';
import { said, type Said, type Words } from '@tandem/domain/said';
import * as cells from './cells.ts';
import type { CellParser } from './cells.ts';
import type { ImportKind } from './kinds.ts';
import * as words from './words-of-files.ts';

export interface ImportField {
  readonly name: string;
  readonly required: boolean;
  /** PostgreSQL type of its column in the staging table. */
  readonly type: 'text' | 'date' | 'integer' | 'bigint' | 'smallint';
  /** Headers under which files have it. */
  readonly headers: Said;
  readonly parse: CellParser;
  /** The words of a closed list, by code. */
  readonly words?: Words;
  /** A day that may still be ahead: one that is planned or agreed, not one on which something was. */
  readonly ahead?: true;
}

function field(
  name: string,
  headers: Said,
  form: CellParser | Words,
  type: ImportField['type'] = 'text',
): ImportField {
  const cell = typeof form === 'function' ? { parse: form } : { parse: cells.asChoice(form), words: form };
  return { name, headers, type, required: true, ...cell };
}
function optional(...of: Parameters<typeof field>): ImportField {
  return { ...field(...of), required: false };
}

const branch = field('branch', said('antenne|site', 'vestiging|site', 'branch|site'), cells.asText);
/** Of the branch, where files name one that is not there yet; of former ones it says nothing. */
const country = optional('country', said('pays', 'land', 'country'), words.COUNTRY_WORDS);
const givenName = field('given_name', said('prénom', 'voornaam', 'given name|first name'), cells.asText);
const familyName = field(
  'family_name',
  said('nom|nom de famille', 'naam|familienaam|achternaam', 'family name|last name|surname'),
  cells.asText,
);
const gender = optional('gender', said('sexe|genre', 'geslacht', 'gender|sex'), words.GENDER_WORDS);
const email = optional(
  'email',
  said('e-mail|courriel|mail', 'e-mailadres|e-mail', 'email|mail'),
  cells.asEmail,
);
const infoSession = optional(
  'info_session_on',
  said("séance d'info|séance d'information", 'infosessie', 'info session'),
  cells.asDay,
  'date',
);
const nationality = optional(
  'nationality',
  said('nationalité', 'nationaliteit', 'nationality'),
  words.COUNTRY_WORDS,
);
const educationLevel = optional(
  'education_level',
  said("niveau d'études|diplôme", 'opleidingsniveau', 'education level|education'),
  words.EDUCATION_WORDS,
);
const monthsOutOfWork = optional(
  'months_out_of_work',
  said("durée d'inoccupation (mois)", 'maanden zonder werk', 'months out of work'),
  cells.asWhole(0, 720),
  'integer',
);
const startedOn = field('started_on', said('début', 'begin|start|startdatum', 'start'), cells.asDay, 'date');
const duo = field(
  'duo',
  said('réf. duo|référence duo|duo', 'ref duo|duo', 'duo reference|duo'),
  cells.asText,
);
/** Where it was written down elsewhere; else that is the day of the import. */
const recordedOn = optional(
  'recorded_on',
  said(
    "encodé le|encodée le|date d'encodage|saisi le|saisie le|noté le",
    'genoteerd op|ingevoerd op',
    'recorded on|written down on|entered on',
  ),
  cells.asDay,
  'date',
);
const EVENT_HEADERS = said(
  'réf. activité|référence activité|activité',
  'ref bijeenkomst|bijeenkomst|referentie bijeenkomst',
  'event reference|ref event|event',
);
const MENTEE_HEADERS = said(
  'réf. mentee|référence mentee|mentee',
  'ref mentee|mentee',
  'mentee reference|mentee',
);
const MENTOR_HEADERS = said(
  'réf. mentor|référence mentor|mentor',
  'ref mentor|mentor',
  'mentor reference|mentor',
);
const score = (name: string, headers: Said, maximum = 5) =>
  optional(name, headers, cells.asWhole(maximum === 10 ? 0 : 1, maximum), 'smallint');

/** Every field of every kind of file: where its name, headers and form are defined. */
export const FIELDS: Readonly<Record<ImportKind, readonly ImportField[]>> = {
  GRANTS: [
    field('reference', said('référence|réf.', 'referentie|ref', 'reference|ref'), cells.asText),
    field('funder', said('bailleur|bailleur de fonds', 'subsidiënt|financier', 'funder'), cells.asText),
    field('kind', said('type', 'soort', 'kind|type'), words.GRANT_KIND_WORDS),
    {
      ...field('starts_on', said('début', 'begin|start|startdatum', 'start'), cells.asDay, 'date'),
      ahead: true,
    },
    { ...field('ends_on', said('fin', 'einde|einddatum', 'end'), cells.asDay, 'date'), ahead: true },
    field('amount_cents', said('montant', 'bedrag', 'amount'), cells.asCents, 'bigint'),
    { ...branch, required: false },
  ],
  MENTEES: [
    field('reference', MENTEE_HEADERS, cells.asText),
    givenName,
    familyName,
    gender,
    field(
      'birth_date',
      said('date de naissance|né le', 'geboortedatum', 'birth date|date of birth'),
      cells.asDay,
      'date',
    ),
    nationality,
    educationLevel,
    optional(
      'residence_ground',
      said('motif de séjour', 'verblijfsgrond', 'residence ground'),
      words.RESIDENCE_WORDS,
    ),
    monthsOutOfWork,
    optional(
      'referral',
      said('orienté par|orientation', 'doorverwezen door|doorverwijzer', 'referred by|referral'),
      words.REFERRAL_WORDS,
    ),
    branch,
    country,
    infoSession,
    optional('registered_on', said('inscription', 'inschrijving', 'registration'), cells.asDay, 'date'),
    optional(
      'intake_on',
      said("entretien d'accueil|entretien", 'intakegesprek|intake', 'intake interview|intake'),
      cells.asDay,
      'date',
    ),
    email,
    optional('consent', said('consentement', 'toestemming', 'consent'), words.CONSENT_WORDS),
  ],
  MENTORS: [
    field('reference', MENTOR_HEADERS, cells.asText),
    givenName,
    familyName,
    gender,
    optional(
      'birth_date',
      said('date de naissance|né le', 'geboortedatum', 'birth date|date of birth'),
      cells.asDay,
      'date',
    ),
    optional('sector', said('secteur', 'sector', 'sector'), words.SECTOR_WORDS),
    optional('work_status', said('situation', 'situatie', 'work status'), words.WORK_STATUS_WORDS),
    optional(
      'company',
      said('entreprise partenaire|entreprise', 'partnerbedrijf|bedrijf', 'partner company|company'),
      cells.asText,
    ),
    branch,
    country,
    infoSession,
    optional('interview_on', said('entretien', 'gesprek', 'interview'), cells.asDay, 'date'),
    optional(
      'trained_on',
      said('formation terminée le|formation', 'opleiding afgerond op|opleiding', 'training completed'),
      cells.asDay,
      'date',
    ),
    email,
  ],
  DUOS: [
    field('reference', said('réf. duo|référence duo|duo', 'ref duo|duo', 'duo reference|duo'), cells.asText),
    field('mentee', MENTEE_HEADERS, cells.asText),
    field('mentor', MENTOR_HEADERS, cells.asText),
    optional('coordinator', said('coordinateur|coordinatrice', 'coördinator', 'coordinator'), cells.asText),
    branch,
    country,
    startedOn,
    {
      ...optional(
        'planned_end_on',
        said('fin prévue', 'geplande einddatum|voorzien einde', 'planned end'),
        cells.asDay,
        'date',
      ),
      ahead: true,
    },
    optional('closed_on', said('clôture', 'afsluiting', 'closed on|closure'), cells.asDay, 'date'),
    optional(
      'closure_reason',
      said('motif de clôture', 'reden van afsluiting', 'closure reason'),
      words.CLOSURE_WORDS,
    ),
    optional('earmarked_grant', said('subvention|convention', 'overeenkomst', 'grant'), cells.asText),
  ],
  OUTCOMES: [
    duo,
    field('observed_on', said('date', 'datum', 'date'), cells.asDay, 'date'),
    field('situation', said('situation', 'situatie', 'situation'), words.SITUATION_WORDS),
    optional(
      'contract_type',
      said('type de contrat|contrat', 'contracttype|contract', 'contract type|contract'),
      words.CONTRACT_WORDS,
    ),
    optional(
      'months',
      said('durée (mois)', 'duur (maanden)', 'duration (months)|months'),
      cells.asWhole(1, 120),
      'integer',
    ),
    field('evidence', said('source', 'bron', 'evidence|source'), words.EVIDENCE_WORDS),
    recordedOn,
  ],
  MEETINGS: [
    duo,
    field('held_on', said('date', 'datum', 'date'), cells.asDay, 'date'),
    field(
      'minutes',
      said('durée (h)|durée', 'duur (u)|duur', 'duration (h)|hours'),
      cells.asMinutes,
      'integer',
    ),
    field('mode', said('mode', 'wijze|manier', 'mode'), words.MODE_WORDS),
  ],
  EVALUATIONS: [
    duo,
    field('respondent', said('répondant', 'respondent', 'respondent'), words.RESPONDENT_WORDS),
    field('answered_on', said('date', 'datum', 'date'), cells.asDay, 'date'),
    score(
      'autonomy',
      said(
        'je suis plus autonome dans ma recherche',
        'ik ben zelfstandiger in mijn zoektocht',
        'i am more autonomous in my search|autonomy',
      ),
    ),
    score(
      'network',
      said("j'ai élargi mon réseau", 'ik heb mijn netwerk uitgebreid', 'i widened my network|network'),
    ),
    score(
      'usefulness',
      said('je me sens plus utile', 'ik voel me nuttiger', 'i feel more useful|usefulness'),
    ),
    score(
      'coaching',
      said(
        "j'ai développé mes compétences de coaching",
        'ik heb mijn coachingvaardigheden ontwikkeld',
        'i developed my coaching skills|coaching',
      ),
    ),
    score(
      'satisfaction',
      said('satisfaction globale', 'algemene tevredenheid', 'overall satisfaction|satisfaction'),
    ),
    score(
      'recommendation',
      said('recommandation (0-10)', 'aanbeveling (0-10)', 'recommendation (0-10)|recommendation'),
      10,
    ),
    recordedOn,
  ],
  EVENTS: [
    field('reference', EVENT_HEADERS, cells.asText),
    field('kind', said('type|genre', 'soort', 'kind|type'), words.EVENT_KIND_WORDS),
    field('title', said('intitulé|titre', 'titel', 'title'), cells.asText),
    { ...field('held_on', said('date', 'datum', 'date'), cells.asDay, 'date'), ahead: true },
    branch,
    country,
    optional('audience', said('public|pour', 'doelgroep|voor', 'audience'), words.AUDIENCE_WORDS),
  ],
  ATTENDANCES: [
    field('event', EVENT_HEADERS, cells.asText),
    optional('mentee', MENTEE_HEADERS, cells.asText),
    optional('mentor', MENTOR_HEADERS, cells.asText),
    field(
      'status',
      said('présence|statut', 'aanwezigheid|status', 'attendance|status'),
      words.ATTENDANCE_WORDS,
    ),
  ],
  COSTS: [
    field('booked_on', said('date', 'datum', 'date'), cells.asDay, 'date'),
    field('category', said('catégorie', 'categorie', 'category'), CATEGORY_WORDS),
    branch,
    country,
    field('amount_cents', said('montant', 'bedrag', 'amount'), cells.asCents, 'bigint'),
    optional(
      'reference',
      said(
        'numéro de pièce|n° de pièce|pièce|référence comptable|réf. comptable',
        'boekstuknummer|boekstuk|stuknummer|stuknr',
        'entry number|voucher|ledger reference',
      ),
      cells.asText,
    ),
    optional(
      'nature',
      said('nature du coût|nature', 'aard van de kost|aard', 'nature of cost|nature'),
      words.NATURE_WORDS,
    ),
    optional('bearing_grant', said('subvention|convention', 'overeenkomst', 'grant'), cells.asText),
  ],
  // No word for an amount alone: a file of what was spent by month is none of what may be.
  BUDGETS: [
    {
      ...field(
        'month',
        said('mois|mois budgétaire', 'maand|begrotingsmaand', 'month|budget month'),
        cells.asMonth,
        'date',
      ),
      ahead: true,
    },
    field('category', said('catégorie', 'categorie', 'category'), CATEGORY_WORDS),
    branch,
    field(
      'amount_cents',
      said(
        'montant budgété|budgété|budget|montant prévu|prévu',
        'begroot bedrag|begroot|begroting|gebudgetteerd|budget',
        'budget amount|budget|budgeted|planned amount',
      ),
      cells.asCents,
      'bigint',
    ),
  ],
  // People outside of the programme: no name, no birth date, and a pseudonym that is none of them.
  COMPARISONS: [
    field(
      'comparison_group',
      said('groupe de comparaison', 'vergelijkingsgroep', 'comparison group|control group'),
      cells.asText,
    ),
    field(
      'pseudonym',
      said('pseudonyme|clé|code', 'pseudoniem|sleutel|code', 'pseudonym|key|code'),
      cells.asPseudonym,
    ),
    country,
    gender,
    optional('age', said('âge', 'leeftijd', 'age'), cells.asWhole(14, 99), 'integer'),
    nationality,
    educationLevel,
    monthsOutOfWork,
    startedOn,
    field(
      'observed_until',
      said("observé jusqu'au|suivi jusqu'au", 'opgevolgd tot|gevolgd tot', 'observed until|followed until'),
      cells.asDay,
      'date',
    ),
    optional('exit_on', said('sortie positive', 'positieve uitstroom', 'positive exit'), cells.asDay, 'date'),
    optional('job_on', said("date d'emploi|emploi", 'werk|job', 'job|employment'), cells.asDay, 'date'),
    optional(
      'stable_job_on',
      said('emploi durable', 'duurzaam werk', 'stable job|stable employment'),
      cells.asDay,
      'date',
    ),
  ],
};

/** Whether words of the cells may be said to mean something that is known: one of a closed list, or a branch. */
export function takesMappedWords({ name, words: list }: ImportField): boolean {
  return name === 'branch' || (list !== undefined && list !== words.COUNTRY_WORDS);
}

export function fieldOf(kind: ImportKind, name: string): ImportField | undefined {
  return FIELDS[kind].find((field) => field.name === name);
}
