import type { RefusalCode } from '@tandem/domain/refusal';
import type { Locale } from '../../graphql/locale.ts';
import type { FileReport, ImportReport } from './import-files.ts';

/** What can be refused of a file or of a row, in words; {…} is filled in. */
const WORDS: Readonly<Partial<Record<RefusalCode, Readonly<Record<Locale, string>>>>> = {
  REQUIRED: { en: 'is empty', fr: 'est vide', nl: 'is leeg' },
  TOO_LONG: { en: 'is too long', fr: 'est trop long', nl: 'is te lang' },
  TOO_SMALL: { en: 'is too small', fr: 'est trop petit', nl: 'is te klein' },
  TOO_LARGE: { en: 'is too large', fr: 'est trop grand', nl: 'is te groot' },
  NUMBER_INVALID: { en: 'is not a number', fr: "n'est pas un nombre", nl: 'is geen getal' },
  DAY_INVALID: {
    en: 'is not an existing date',
    fr: "n'est pas une date existante",
    nl: 'is geen bestaande datum',
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
  REFERENCE_TAKEN: { en: 'stands twice', fr: 'figure deux fois', nl: 'staat er twee keer' },
  REFERENCE_UNKNOWN: { en: 'is not known', fr: "n'est pas connu", nl: 'is niet bekend' },
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
  GRANT_PERIOD_EMPTY: { en: 'is before the beginning', fr: 'est avant le début', nl: 'valt voor het begin' },
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

const LINES: Readonly<
  Record<Locale, { file: string; line: string; taken: string; checked: string; nothing: string }>
> = {
  en: {
    file: '{rows} rows, {accepted} accepted, {refused} refused',
    line: 'line {line}',
    taken: 'Taken in: {counts}.',
    checked: 'Would be taken in: {counts}.',
    nothing: 'Nothing new: every accepted row was there already.',
  },
  fr: {
    file: '{rows} lignes, {accepted} acceptées, {refused} refusées',
    line: 'ligne {line}',
    taken: 'Repris : {counts}.',
    checked: 'Serait repris : {counts}.',
    nothing: 'Rien de nouveau : chaque ligne acceptée y était déjà.',
  },
  nl: {
    file: '{rows} rijen, {accepted} aanvaard, {refused} geweigerd',
    line: 'rij {line}',
    taken: 'Opgenomen: {counts}.',
    checked: 'Zou worden opgenomen: {counts}.',
    nothing: 'Niets nieuws: elke aanvaarde rij stond er al.',
  },
};

function fill(text: string, values: Readonly<Record<string, string | number>> = {}): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
}

/** Why a file or a row was refused, in words. */
export function wordsOf(
  code: RefusalCode,
  locale: Locale,
  params?: Readonly<Record<string, string | number>>,
): string {
  return fill(WORDS[code]?.[locale] ?? code, params);
}

/** The report of a run as lines of text: each file with its counts, and each refused row with line, column, value and reason. */
export function describeReport(
  { files, added, unchanged }: ImportReport,
  locale: Locale,
  dryRun: boolean,
): string[] {
  const lines = files.flatMap((file) => describeFile(file, locale));
  const kinds = Object.keys(added) as (keyof typeof added)[];
  const counts = kinds.map((kind) => `${kind} +${added[kind]} (=${unchanged[kind]})`).join(', ');
  const anything = kinds.some((kind) => (added[kind] ?? 0) > 0);
  return [
    ...lines,
    anything ? fill(dryRun ? LINES[locale].checked : LINES[locale].taken, { counts }) : LINES[locale].nothing,
  ];
}

function describeFile(
  { name, problem, rows, accepted, refused, refusals }: FileReport,
  locale: Locale,
): string[] {
  if (problem !== null) return [`${name}: ${wordsOf(problem.code, locale, problem.params)}`];
  const reasons = refusals.map(({ line, column, value, code, params }) => {
    const what = [column, value === null ? null : `"${value}"`].filter((part) => part !== null).join(' ');
    return `  ${fill(LINES[locale].line, { line })}: ${what} ${wordsOf(code, locale, params)}`;
  });
  return [`${name}: ${fill(LINES[locale].file, { rows, accepted, refused })}`, ...reasons];
}
