import type { RefusalCode } from '@tandem/domain/refusal';
import { isCalendarDay } from '@tandem/domain/calendar-day';
import { IntlMessageFormat } from 'intl-messageformat';
import type { Locale } from '../../graphql/locale.ts';
import type { FileReport, ImportReport } from './import-files.ts';
import type { ImportKind } from './kinds.ts';
import type { NamedKind } from './moves.sql.ts';

/** What can be refused of a file or of a row, in ICU messages. */
const WORDS: Readonly<Partial<Record<RefusalCode, Readonly<Record<Locale, string>>>>> = {
  REQUIRED: { en: 'is empty', fr: 'est vide', nl: 'is leeg' },
  TOO_LONG: {
    en: 'is longer than {limit} characters',
    fr: 'dépasse {limit} caractères',
    nl: 'is langer dan {limit} tekens',
  },
  TOO_SMALL: {
    en: 'is too small (at least {limit})',
    fr: 'est trop petit (au moins {limit})',
    nl: 'is te klein (minstens {limit})',
  },
  TOO_LARGE: {
    en: 'is too large (at most {limit})',
    fr: 'est trop grand (au plus {limit})',
    nl: 'is te groot (hoogstens {limit})',
  },
  NUMBER_INVALID: { en: 'is not a number', fr: "n'est pas un nombre", nl: 'is geen getal' },
  NUMBER_AMBIGUOUS: {
    en: 'can be {grouped} (thousands) or {decimal} (decimals): write it without a sign between thousands, or with two decimals',
    fr: 'peut être {grouped} (milliers) ou {decimal} (décimales) : écrivez-le sans séparateur de milliers, ou avec deux décimales',
    nl: 'kan {grouped} (duizendtallen) of {decimal} (decimalen) zijn: schrijf het zonder teken tussen de duizendtallen, of met twee decimalen',
  },
  MORE_THAN_CENTS: {
    en: 'has more than two decimals',
    fr: 'a plus de deux décimales',
    nl: 'heeft meer dan twee decimalen',
  },
  DAY_INVALID: {
    en: 'is not an existing day written like 31/12/2017 or 2017-12-31',
    fr: "n'est pas un jour existant écrit comme 31/12/2017 ou 2017-12-31",
    nl: 'is geen bestaande dag, geschreven als 31/12/2017 of 2017-12-31',
  },
  MONTH_INVALID: {
    en: 'is not a month written like 01/2018, 2018-01 or one of its days',
    fr: "n'est pas un mois écrit comme 01/2018, 2018-01 ou un de ses jours",
    nl: 'is geen maand, geschreven als 01/2018, 2018-01 of een dag ervan',
  },
  EMAIL_INVALID: {
    en: 'is not an e-mail address',
    fr: "n'est pas une adresse e-mail",
    nl: 'is geen e-mailadres',
  },
  CHOICE_INVALID: {
    en: 'is not one of the known words',
    fr: "n'est pas un des mots connus",
    nl: 'is geen van de bekende woorden',
  },
  REFERENCE_UNKNOWN: { en: 'is not known', fr: "n'est pas connu", nl: 'is niet bekend' },
  PERSON_ERASED: {
    en: 'is of somebody who was erased',
    fr: "est celle d'une personne effacée",
    nl: 'is van iemand die gewist is',
  },
  MENTOR_HAS_DUO: {
    en: 'has another duo at that time',
    fr: 'a un autre duo à ce moment',
    nl: 'heeft op dat moment een ander duo',
  },
  MENTEE_HAS_DUO: {
    en: 'has another duo at that time',
    fr: 'a un autre duo à ce moment',
    nl: 'heeft op dat moment een ander duo',
  },
  CLOSURE_BEFORE_START: { en: 'is before the start', fr: 'est avant le début', nl: 'valt voor het begin' },
  PLANNED_END_BEFORE_START: {
    en: 'is before the start',
    fr: 'est avant le début',
    nl: 'valt voor het begin',
  },
  MEETING_BEFORE_START: {
    en: 'is before the start of the duo',
    fr: 'est avant le début du duo',
    nl: 'valt voor het begin van het duo',
  },
  MEETING_AFTER_CLOSURE: {
    en: 'is after the closure of the duo',
    fr: 'est après la clôture du duo',
    nl: 'valt na de afsluiting van het duo',
  },
  OUTCOME_BEFORE_START: {
    en: 'is before the start of the duo',
    fr: 'est avant le début du duo',
    nl: 'valt voor het begin van het duo',
  },
  CONTRACT_NEEDED_FOR_JOB: {
    en: 'is needed for a job',
    fr: 'est nécessaire pour un emploi',
    nl: 'is nodig bij werk',
  },
  CONTRACT_ONLY_FOR_JOB: {
    en: 'goes with a job only',
    fr: "ne va qu'avec un emploi",
    nl: 'hoort alleen bij werk',
  },
  MENTEE_UNDER_AGE: {
    en: 'is under age ({age}; {minimum} is needed)',
    fr: 'est trop jeune ({age} ans ; il en faut {minimum})',
    nl: 'is te jong ({age}; {minimum} is nodig)',
  },
  NOT_A_PSEUDONYM: {
    en: 'is not a pseudonym: letters, digits, points, dashes and underscores with at least one digit, no name',
    fr: 'n’est pas un pseudonyme : lettres, chiffres, points, tirets et traits de soulignement, dont au moins un chiffre, sans nom',
    nl: 'is geen pseudoniem: letters, cijfers, punten, streepjes en onderstrepingstekens, waarvan minstens één cijfer, geen naam',
  },
  GRANT_PERIOD_EMPTY: { en: 'is before the beginning', fr: 'est avant le début', nl: 'valt voor het begin' },
  DAY_IN_FUTURE: {
    en: 'has not come yet (today is {day})',
    fr: "n'est pas encore venu (nous sommes le {day})",
    nl: 'moet nog komen (vandaag is {day})',
  },
  REFERENCE_REFUSED: {
    en: 'is the reference of a row that is itself refused',
    fr: 'est la référence d’une ligne elle-même refusée',
    nl: 'is de referentie van een rij die zelf geweigerd is',
  },
  MONTH_CLOSED: {
    en: 'lies in a closed month',
    fr: 'tombe dans un mois clôturé',
    nl: 'valt in een afgesloten maand',
  },
  REPEATED_IN_LIST: {
    en: 'stands twice',
    fr: 'figure deux fois',
    nl: 'staat er twee keer',
  },
  RECORD_DIFFERS: {
    en: 'is not what the record says ({said}); change the record instead',
    fr: "n'est pas ce que dit la fiche ({said}) ; changez plutôt la fiche",
    nl: 'is niet wat het dossier zegt ({said}); wijzig het dossier zelf',
  },
  RECORD_IS_EMPTY: {
    en: 'is not in the record, which stays as it is; change the record instead',
    fr: "n'est pas dans la fiche, qui reste comme elle est ; changez plutôt la fiche",
    nl: 'staat niet in het dossier, dat blijft zoals het is; wijzig het dossier zelf',
  },
  STEP_OUT_OF_ORDER: {
    en: 'is before “{step}” ({day}), which comes first',
    fr: 'précède « {step} » ({day}), qui vient avant',
    nl: 'valt voor ‘{step}’ ({day}), wat eerst komt',
  },
  RECORDED_TOO_EARLY: {
    en: 'is before the day that it is about',
    fr: 'précède le jour dont il s’agit',
    nl: 'valt voor de dag waarover het gaat',
  },
  ANSWER_BEFORE_START: {
    en: 'is before the start of the duo',
    fr: 'est avant le début du duo',
    nl: 'valt voor het begin van het duo',
  },
  ONE_PERSON_A_ROW: {
    en: 'is one of two: a row names a mentee or a mentor',
    fr: 'est l’un des deux : une ligne nomme soit un ou une mentee, soit un mentor',
    nl: 'is één van beide: een rij noemt een mentee of een mentor',
  },
  EVENT_CANCELLED: { en: 'was cancelled', fr: 'a été annulée', nl: 'is geannuleerd' },
  EVENT_NOT_YET: {
    en: 'cannot be known yet: the event is still ahead',
    fr: 'ne peut pas encore être connu : l’activité est à venir',
    nl: 'kan nog niet bekend zijn: de bijeenkomst moet nog komen',
  },
  NOT_OF_AUDIENCE: {
    en: 'is nobody for whom the event is',
    fr: 'ne fait pas partie du public de l’activité',
    nl: 'hoort niet bij de doelgroep van de bijeenkomst',
  },
  FILE_EMPTY: {
    en: 'The file has no rows.',
    fr: 'Le fichier ne contient aucune ligne.',
    nl: 'Het bestand heeft geen rijen.',
  },
  FILE_TOO_LARGE: {
    en: 'The file is larger than {megabytes} MB.',
    fr: 'Le fichier dépasse {megabytes} Mo.',
    nl: 'Het bestand is groter dan {megabytes} MB.',
  },
  NOT_A_TABLE: {
    en: 'The file is not a table: save it as CSV.',
    fr: "Le fichier n'est pas un tableau : enregistrez-le en CSV.",
    nl: 'Het bestand is geen tabel: bewaar het als CSV.',
  },
  FILE_NOT_WHOLE: {
    en: 'Nothing of this file comes in before all its rows can: a budget is taken in whole.',
    fr: 'Rien de ce fichier n’est repris tant que toutes ses lignes ne peuvent l’être : un budget est repris en entier.',
    nl: 'Niets van dit bestand wordt opgenomen zolang niet al zijn rijen dat kunnen: een budget wordt in zijn geheel opgenomen.',
  },
  KIND_NOT_YOURS: {
    en: 'You may not take files of this kind in: ask an administrator.',
    fr: 'Vous ne pouvez pas reprendre de fichiers de ce type : demandez à un administrateur.',
    nl: 'U kunt bestanden van deze soort niet opnemen: vraag het aan een beheerder.',
  },
  FILE_NOT_RECOGNISED: {
    en: 'The columns are not those of a known file.',
    fr: "Les colonnes ne sont pas celles d'un fichier connu.",
    nl: 'De kolommen zijn niet die van een bekend bestand.',
  },
  COLUMN_MISSING: {
    en: 'A column is missing: {columns}.',
    fr: 'Il manque une colonne : {columns}.',
    nl: 'Er ontbreekt een kolom: {columns}.',
  },
};

/** How many of a kind, in words. */
const COUNTED: Readonly<Record<ImportKind, Readonly<Record<Locale, string>>>> = {
  GRANTS: {
    en: '{count, plural, one {# grant} other {# grants}}',
    fr: '{count, plural, one {# subvention} other {# subventions}}',
    nl: '{count, plural, one {# subsidie} other {# subsidies}}',
  },
  MENTEES: {
    en: '{count, plural, one {# mentee} other {# mentees}}',
    fr: '{count, plural, one {# mentee} other {# mentees}}',
    nl: '{count, plural, one {# mentee} other {# mentees}}',
  },
  MENTORS: {
    en: '{count, plural, one {# mentor} other {# mentors}}',
    fr: '{count, plural, one {# mentor} other {# mentors}}',
    nl: '{count, plural, one {# mentor} other {# mentors}}',
  },
  DUOS: {
    en: '{count, plural, one {# duo} other {# duos}}',
    fr: '{count, plural, one {# duo} other {# duos}}',
    nl: '{count, plural, one {# duo} other {# duo’s}}',
  },
  OUTCOMES: {
    en: '{count, plural, one {# outcome} other {# outcomes}}',
    fr: '{count, plural, one {# situation} other {# situations}}',
    nl: '{count, plural, one {# situatie} other {# situaties}}',
  },
  MEETINGS: {
    en: '{count, plural, one {# meeting} other {# meetings}}',
    fr: '{count, plural, one {# rencontre} other {# rencontres}}',
    nl: '{count, plural, one {# ontmoeting} other {# ontmoetingen}}',
  },
  EVALUATIONS: {
    en: '{count, plural, one {# evaluation} other {# evaluations}}',
    fr: '{count, plural, one {# évaluation} other {# évaluations}}',
    nl: '{count, plural, one {# evaluatie} other {# evaluaties}}',
  },
  EVENTS: {
    en: '{count, plural, one {# event} other {# events}}',
    fr: '{count, plural, one {# activité} other {# activités}}',
    nl: '{count, plural, one {# bijeenkomst} other {# bijeenkomsten}}',
  },
  ATTENDANCES: {
    en: '{count, plural, one {# attendance} other {# attendances}}',
    fr: '{count, plural, one {# présence} other {# présences}}',
    nl: '{count, plural, one {# aanwezigheid} other {# aanwezigheden}}',
  },
  COSTS: {
    en: '{count, plural, one {# cost} other {# costs}}',
    fr: '{count, plural, one {# dépense} other {# dépenses}}',
    nl: '{count, plural, one {# kost} other {# kosten}}',
  },
  BUDGETS: {
    en: '{count, plural, one {# line of a budget} other {# lines of budgets}}',
    fr: '{count, plural, one {# ligne de budget} other {# lignes de budget}}',
    nl: '{count, plural, one {# budgetlijn} other {# budgetlijnen}}',
  },
  COMPARISONS: {
    en: '{count, plural, one {# person of a comparison group} other {# people of comparison groups}}',
    fr: '{count, plural, one {# personne de groupes de comparaison} other {# personnes de groupes de comparaison}}',
    nl: '{count, plural, one {# persoon van vergelijkingsgroepen} other {# personen van vergelijkingsgroepen}}',
  },
};

/** What is new beside the rows. */
const NAMED: Readonly<Record<NamedKind, Readonly<Record<Locale, string>>>> = {
  BRANCH: {
    en: 'New branches: {names}.',
    fr: 'Nouvelles antennes : {names}.',
    nl: 'Nieuwe vestigingen: {names}.',
  },
  COORDINATOR: {
    en: 'New coordinators: {names}.',
    fr: 'Nouveaux coordinateurs : {names}.',
    nl: 'Nieuwe coördinatoren: {names}.',
  },
  PARTNER: {
    en: 'New partners: {names}.',
    fr: 'Nouveaux partenaires : {names}.',
    nl: 'Nieuwe partners: {names}.',
  },
  COMPARISON_GROUP: {
    en: 'New comparison groups: {names}.',
    fr: 'Nouveaux groupes de comparaison : {names}.',
    nl: 'Nieuwe vergelijkingsgroepen: {names}.',
  },
};

const LINES = {
  en: {
    file: '{rows, plural, one {# row} other {# rows}}: {accepted, number} accepted, {refused, number} refused',
    unused: 'columns that are not used: {columns}',
    line: 'line {line}: {what} {why}',
    taken: 'Taken in: {counts}.',
    checked: 'Would be taken in: {counts}.',
    corrected: 'Put right by counter-entries: {counts}.',
    correctable: 'Would be put right by counter-entries: {counts}.',
    already: 'There already: {counts}.',
    nothing: 'Nothing new.',
  },
  fr: {
    file: '{rows, plural, one {# ligne} other {# lignes}} : {accepted, plural, one {# acceptée} other {# acceptées}}, {refused, plural, one {# refusée} other {# refusées}}',
    unused: 'colonnes non reprises : {columns}',
    line: 'ligne {line} : {what} {why}',
    taken: 'Repris : {counts}.',
    checked: 'Serait repris : {counts}.',
    corrected: 'Corrigé par contre-écritures : {counts}.',
    correctable: 'Serait corrigé par contre-écritures : {counts}.',
    already: 'Déjà là : {counts}.',
    nothing: 'Rien de nouveau.',
  },
  nl: {
    file: '{rows, plural, one {# rij} other {# rijen}}: {accepted, number} aanvaard, {refused, number} geweigerd',
    unused: 'kolommen die niet gebruikt worden: {columns}',
    line: 'rij {line}: {what} {why}',
    taken: 'Opgenomen: {counts}.',
    checked: 'Zou worden opgenomen: {counts}.',
    corrected: 'Rechtgezet met tegenboekingen: {counts}.',
    correctable: 'Zou met tegenboekingen worden rechtgezet: {counts}.',
    already: 'Stond er al: {counts}.',
    nothing: 'Niets nieuws.',
  },
} as const satisfies Readonly<Record<Locale, Readonly<Record<string, string>>>>;

type Values = Readonly<Record<string, string | number>>;

function fill(message: string, locale: Locale, values?: Values): string {
  return String(new IntlMessageFormat(message, locale).format(values));
}

/** A number or a day as the reader's language writes it; any other text as it is. */
function written(value: string | number, locale: Locale): string {
  if (typeof value === 'number') return value.toLocaleString(locale);
  return isCalendarDay(value)
    ? new Date(`${value}T00:00:00Z`).toLocaleDateString(locale, { dateStyle: 'medium', timeZone: 'UTC' })
    : value;
}

/** How many of each kind there are, in words; empty where there are none. */
export function countsInWords(counts: ImportReport['added'], locale: Locale): string {
  return new Intl.ListFormat(locale).format(
    (Object.entries(counts) as [ImportKind, number][]).flatMap(([kind, count]) =>
      count === 0 ? [] : [fill(COUNTED[kind][locale], locale, { count })],
    ),
  );
}

/** Why a file or a row was refused, in words. */
export function wordsOf(code: RefusalCode, locale: Locale, params?: Values): string {
  const message = WORDS[code]?.[locale];
  const values = Object.fromEntries(
    Object.entries(params ?? {}).map(([name, value]) => [name, written(value, locale)]),
  );
  return message === undefined ? code : fill(message, locale, values);
}

/**
 * The report of a run as lines of text: each file with its counts, and each refused row with line, column, value and
 * reason; then what is new, and what was there already.
 */
export function describeReport(
  { files, added, unchanged, corrected, named }: ImportReport,
  locale: Locale,
  dryRun: boolean,
): string[] {
  const words = LINES[locale];
  const list = new Intl.ListFormat(locale);
  const news = countsInWords(added, locale);
  const already = countsInWords(unchanged, locale);
  const putRight = countsInWords(corrected, locale);
  const names = (Object.entries(named) as [NamedKind, readonly string[]][]).flatMap(([kind, of]) =>
    of.length === 0 ? [] : [fill(NAMED[kind][locale], locale, { names: list.format(of) })],
  );
  return [
    ...files.flatMap((file) => describeFile(file, locale)),
    ...(news === '' ? [] : [fill(dryRun ? words.checked : words.taken, locale, { counts: news })]),
    ...names,
    ...(putRight === ''
      ? []
      : [fill(dryRun ? words.correctable : words.corrected, locale, { counts: putRight })]),
    ...(news === '' && putRight === '' ? [words.nothing] : []),
    ...(already === '' ? [] : [fill(words.already, locale, { counts: already })]),
  ];
}

function describeFile(
  { name, problem, rows, accepted, refused, refusals, unused }: FileReport,
  locale: Locale,
): string[] {
  const words = LINES[locale];
  const reasons = refusals.map(({ line, column, value, code, params }) => {
    const what = [column, value === null ? null : `"${value}"`].filter((part) => part !== null).join(' ');
    return `  ${fill(words.line, locale, { line: String(line), what, why: wordsOf(code, locale, params) })}`;
  });
  if (problem !== null) return [`${name}: ${wordsOf(problem.code, locale, problem.params)}`, ...reasons];
  return [
    `${name}: ${fill(words.file, locale, { rows, accepted, refused })}`,
    ...(unused.length === 0 ? [] : [`  ${fill(words.unused, locale, { columns: unused.join(', ') })}`]),
    ...reasons,
  ];
}
