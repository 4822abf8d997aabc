import { addDays, type CalendarDay } from '@tandem/domain/calendar-day';
import { CATALOGUE } from '@tandem/metrics/catalogue';
import type { Locale } from '../../graphql/locale.ts';
import { VOCABULARY } from '../../graphql/vocabulary-words.ts';
import type { PurposeType } from '../privacy/privacy.type.ts';
import type { DataSetChoice } from './choose-data-set.ts';
import { withheldByColumn, type DataSetRows } from './read-data-set.ts';
import { README_WORDS } from './readme-words.ts';

interface About {
  readonly choice: DataSetChoice;
  readonly rows: DataSetRows;
  readonly purpose: PurposeType;
  readonly recipient: string;
  readonly use: string;
  readonly madeOn: CalendarDay;
  /** Names of the branches that it is narrowed to. */
  readonly branches: readonly string[];
  /** SHA-256 of the file of rows. */
  readonly digest: string;
}

/** What the file says of itself, line by line, in a language. */
export function readmeLines(about: About, locale: Locale): string[] {
  const words = README_WORDS[locale];
  const { choice, rows, purpose, recipient, use, madeOn, branches, digest } = about;
  const { asOf, period } = choice.scope;
  const basis = VOCABULARY[locale]['LegalBasis']?.[purpose.legalBasis] ?? purpose.legalBasis;
  const facts: [string, string][] = [
    [words.madeOn, madeOn],
    [words.asOf, asOf],
    [
      words.started,
      period === undefined ? words.startedAnyTime : words.startedIn(period.from, addDays(period.to, -1)),
    ],
    [words.branches, branches.length === 0 ? words.allBranches : branches.join('; ')],
    [words.rows, String(rows.rows)],
    [
      words.purpose,
      `${purpose.name[locale]} (${purpose.key}, ${words.purposeVersion(purpose.version, basis)})`,
    ],
    [words.recipient, recipient],
    [words.use, use],
  ];
  const colon = locale === 'fr' ? '\u00A0:' : ':';
  const paragraphs = [
    [words.title],
    facts.map(([name, value]) => `${name}${colon} ${value}`),
    ...(purpose.legalBasis === 'CONSENT' ? [[words.leftOut(rows.leftOut, rows.withoutMentor)]] : []),
    [words.files, ...listed([`duos.csv: ${words.dataFile} ${digest}`, `codebook.csv: ${words.codebook}`])],
    [words.pseudonyms],
    [words.protection, ...protectionLines(choice, rows, locale), words.limits],
    [words.missing, ...listed(words.missingCodes)],
    [words.definitions, ...listed(definitionsOf(choice, locale))],
    [words.terms, ...listed(words.theTerms)],
  ];
  return paragraphs.map((lines) => `${lines.join('\n')}\n\n`);
}

const listed = (lines: readonly string[]) => lines.map((line) => `- ${line}`);

function protectionLines({ smallestGroup }: DataSetChoice, rows: DataSetRows, locale: Locale): string[] {
  const words = README_WORDS[locale];
  if (smallestGroup === 1) return [words.noGroup(rows.alone)];
  return [
    words.group(smallestGroup, rows.alone, rows.fewer),
    ...listed(withheldByColumn(rows).map(({ name, rows: count }) => words.withheld(name, count))),
  ];
}

/** The indicators that the columns follow, by the definition in force: what they count, and over what. */
function definitionsOf({ variables }: DataSetChoice, locale: Locale): string[] {
  const followed = new Set(variables.flatMap(({ follows }) => follows ?? []));
  return [...followed].map((id) => {
    const { version, words } = CATALOGUE[id];
    const { name, numerator } = words[locale];
    return `${id}: ${README_WORDS[locale].version(name, version)}. ${numerator}`;
  });
}
