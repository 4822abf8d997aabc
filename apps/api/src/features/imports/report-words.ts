import type { Locale } from '../../graphql/locale.ts';
import { fill } from '../../graphql/fill-message.ts';
import type { FileReport, ImportReport } from './import-files.ts';
import type { ImportKind } from './kinds.ts';
import type { NamedKind } from './moves.sql.ts';
import type { Amounts } from './read-file.ts';
import { problemInWords, refusalInWords } from './refusal-words.ts';

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
    amounts: 'accepted: {accepted, number, ::currency/EUR}; new: {added, number, ::currency/EUR}',
    correctedAmount:
      'put right: {former, number, ::currency/EUR} becomes {corrected, number, ::currency/EUR}',
    line: 'line {line}: {what} {why}',
    taken: 'Taken in: {counts}.',
    checked: 'Would be taken in: {counts}.',
    newBranches:
      'Nothing is taken in with new branches before you agree to them, since none is removed again: add --new-branches. There are: {there}.',
    corrected: 'Put right by counter-entries: {counts}.',
    correctable: 'Would be put right by counter-entries: {counts}.',
    already: 'There already: {counts}.',
    nothing: 'Nothing new.',
  },
  fr: {
    file: '{rows, plural, one {# ligne} other {# lignes}} : {accepted, plural, one {# acceptée} other {# acceptées}}, {refused, plural, one {# refusée} other {# refusées}}',
    unused: 'colonnes non reprises : {columns}',
    amounts: 'accepté : {accepted, number, ::currency/EUR} ; nouveau : {added, number, ::currency/EUR}',
    correctedAmount: 'corrigé : {former, number, ::currency/EUR} devient {corrected, number, ::currency/EUR}',
    line: 'ligne {line} : {what} {why}',
    taken: 'Repris : {counts}.',
    checked: 'Serait repris : {counts}.',
    newBranches:
      'Rien n’est repris avec de nouvelles antennes sans votre accord, car aucune n’est supprimée ensuite : ajoutez --new-branches. Il y a : {there}.',
    corrected: 'Corrigé par contre-écritures : {counts}.',
    correctable: 'Serait corrigé par contre-écritures : {counts}.',
    already: 'Déjà là : {counts}.',
    nothing: 'Rien de nouveau.',
  },
  nl: {
    file: '{rows, plural, one {# rij} other {# rijen}}: {accepted, number} aanvaard, {refused, number} geweigerd',
    unused: 'kolommen die niet gebruikt worden: {columns}',
    amounts: 'aanvaard: {accepted, number, ::currency/EUR}; nieuw: {added, number, ::currency/EUR}',
    correctedAmount: 'rechtgezet: {former, number, ::currency/EUR} wordt {corrected, number, ::currency/EUR}',
    line: 'rij {line}: {what} {why}',
    taken: 'Opgenomen: {counts}.',
    checked: 'Zou worden opgenomen: {counts}.',
    newBranches:
      'Met nieuwe vestigingen wordt niets opgenomen zonder uw akkoord, want geen ervan wordt nog verwijderd: voeg --new-branches toe. Er zijn: {there}.',
    corrected: 'Rechtgezet met tegenboekingen: {counts}.',
    correctable: 'Zou met tegenboekingen worden rechtgezet: {counts}.',
    already: 'Stond er al: {counts}.',
    nothing: 'Niets nieuws.',
  },
} as const satisfies Readonly<Record<Locale, Readonly<Record<string, string>>>>;

/** How many of each kind there are, in words; empty where there are none. */
export function countsInWords(counts: ImportReport['added'], locale: Locale): string {
  return new Intl.ListFormat(locale).format(
    (Object.entries(counts) as [ImportKind, number][]).flatMap(([kind, count]) =>
      count === 0 ? [] : [fill(COUNTED[kind][locale], locale, { count })],
    ),
  );
}

/**
 * The report of a run as lines of text: each file with its counts, and each refused row with line, column, value and
 * reason; then what is new, and what was there already.
 */
export function describeReport(
  { files, added, unchanged, corrected, named, branches, taken }: ImportReport,
  locale: Locale,
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
    ...(news === '' ? [] : [fill(taken ? words.taken : words.checked, locale, { counts: news })]),
    ...names,
    ...(named.BRANCH.length === 0 || branches.length === 0 || taken
      ? []
      : [fill(words.newBranches, locale, { there: list.format(branches) })]),
    ...(putRight === ''
      ? []
      : [fill(taken ? words.corrected : words.correctable, locale, { counts: putRight })]),
    ...(news === '' && putRight === '' ? [words.nothing] : []),
    ...(already === '' ? [] : [fill(words.already, locale, { counts: already })]),
  ];
}

function describeFile(
  { name, kind, problem, rows, accepted, refused, refusals, unused, amounts }: FileReport,
  locale: Locale,
): string[] {
  const words = LINES[locale];
  const reasons = refusals.map((refusal) => {
    const { line, column, value } = refusal;
    const what = [column, value === null ? null : `"${value}"`].filter((part) => part !== null).join(' ');
    return `  ${fill(words.line, locale, { line: String(line), what, why: refusalInWords(kind, refusal, locale) })}`;
  });
  if (problem !== null) return [`${name}: ${problemInWords(problem, locale)}`, ...reasons];
  return [
    `${name}: ${fill(words.file, locale, { rows, accepted, refused })}`,
    ...(amounts === null ? [] : amountsInWords(amounts, locale).map((line) => `  ${line}`)),
    ...(unused.length === 0 ? [] : [`  ${fill(words.unused, locale, { columns: unused.join(', ') })}`]),
    ...reasons,
  ];
}

/** What the rows of a file come to, in euros. */
function amountsInWords({ accepted, added, corrected }: Amounts, locale: Locale): string[] {
  const { amounts, correctedAmount } = LINES[locale];
  const sums = { accepted: accepted / 100, added: added.cents / 100 };
  const change = { former: corrected.formerCents / 100, corrected: corrected.cents / 100 };
  return [
    fill(amounts, locale, sums),
    ...(corrected.rows === 0 ? [] : [fill(correctedAmount, locale, change)]),
  ];
}
