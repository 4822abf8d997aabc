import { isCalendarDay } from '@tandem/domain/calendar-day';
import type { RefusalCode } from '@tandem/domain/refusal';
import type { Locale } from '../../graphql/locale.ts';
import { fieldOf } from './fields.ts';
import { fill, type Values } from '../../graphql/fill-message.ts';
import type { ImportKind } from './kinds.ts';
import type { RowRefusal } from './parse-rows.ts';
import type { FileProblem } from './read-table.ts';
import { shown } from '@tandem/domain/said';
import { COUNTRY_WORDS } from './words-of-files.ts';

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
    en: 'is not one of the known words: {words}',
    fr: 'n’est pas un des mots connus : {words}',
    nl: 'is geen van de bekende woorden: {words}',
  },
  REFERENCE_UNKNOWN: { en: 'is not known', fr: "n'est pas connu", nl: 'is niet bekend' },
  REFERENCE_TAKEN: {
    en: 'is the reference of one that was removed; give this one another',
    fr: 'est la référence d’une fiche retirée ; donnez-en une autre à celle-ci',
    nl: 'is de referentie van een verwijderd dossier; geef dit een andere',
  },
  GRANT_DOES_NOT_COUNT: {
    en: 'is not awarded: only an awarded grant pays for something',
    fr: 'n’est pas accordée : seule une subvention accordée finance quelque chose',
    nl: 'is niet toegekend: alleen een toegekende subsidie betaalt iets',
  },
  LINE_TAKEN_BACK: {
    en: 'is the reference of a line that was taken back; what is due after all is booked under another one',
    fr: 'est la référence d’une écriture contre-passée ; ce qui reste dû est comptabilisé sous une autre',
    nl: 'is de referentie van een boeking die tegengeboekt is; wat toch verschuldigd is, wordt onder een andere geboekt',
  },
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

/** The list of countries is too long to be said. */
const NO_COUNTRY: Readonly<Record<Locale, string>> = {
  en: 'is no country: write its name or its two letters',
  fr: 'n’est pas un pays : écrivez son nom ou ses deux lettres',
  nl: 'is geen land: schrijf de naam of de twee letters',
};

/** A number or a day as the reader's language writes it; any other text as it is. */
function written(value: string | number, locale: Locale): string {
  if (typeof value === 'number') return value.toLocaleString(locale);
  return isCalendarDay(value)
    ? new Date(`${value}T00:00:00Z`).toLocaleDateString(locale, { dateStyle: 'medium', timeZone: 'UTC' })
    : value;
}

/** A reason in words, its values written as in the reader's language. */
function wordsOf(code: RefusalCode, locale: Locale, params?: Values): string {
  const message = WORDS[code]?.[locale];
  const values = Object.fromEntries(
    Object.entries(params ?? {}).map(([name, value]) => [name, written(value, locale)]),
  );
  return message === undefined ? code : fill(message, locale, values);
}

/** What fields are called in the reader's language. */
export function fieldsInWords(kind: ImportKind, names: readonly string[], locale: Locale): string {
  return names
    .map((name) => {
      const field = fieldOf(kind, name);
      return field === undefined ? name : shown(field.headers, locale);
    })
    .join(', ');
}

/** Why a file as a whole was not taken, in words. */
export function problemInWords({ code, params, missing }: FileProblem, locale: Locale): string {
  return wordsOf(
    code,
    locale,
    missing === undefined ? params : { columns: fieldsInWords(missing.kind, missing.fields, locale) },
  );
}

/** Why a row was refused, in words. A closed list is said in the words of the reader's language, all of them where the cell has none of it. */
export function refusalInWords(
  kind: ImportKind | null,
  { field: name, code, params }: RowRefusal,
  locale: Locale,
): string {
  const words = kind === null ? undefined : fieldOf(kind, name)?.words;
  if (words === undefined) return wordsOf(code, locale, params);
  if (code === 'CHOICE_INVALID') {
    if (words === COUNTRY_WORDS) return NO_COUNTRY[locale];
    const known = Object.values(words).map((said) => shown(said, locale));
    return wordsOf(code, locale, { words: known.join(', ') });
  }
  const said = words[params?.['said'] ?? ''];
  return wordsOf(code, locale, said === undefined ? params : { ...params, said: shown(said, locale) });
}
