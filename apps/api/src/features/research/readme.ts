import { addDays, type CalendarDay } from '@tandem/domain/calendar-day';
import { CATALOGUE } from '@tandem/metrics/catalogue';
import { fill, type Values } from '../../graphql/fill-message.ts';
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
      period === undefined
        ? words.startedAnyTime
        : fill(words.startedIn, locale, { from: period.from, last: addDays(period.to, -1) }),
    ],
    [words.branches, branches.length === 0 ? words.allBranches : branches.join('; ')],
    [words.rows, String(rows.rows)],
    [
      words.purpose,
      `${purpose.name[locale]} (${purpose.key}, ${fill(words.purposeVersion, locale, { version: purpose.version, basis })})`,
    ],
    [words.recipient, recipient],
    [words.use, use],
  ];
  const paragraphs = [
    [words.title],
    facts.map(([name, value]) => said(name, value, locale)),
    ...(purpose.legalBasis === 'CONSENT' ? [[consentLine(about, locale)]] : []),
    [
      words.files,
      ...listed([
        said('duos.csv', `${words.dataFile} ${digest}`, locale),
        said('codebook.csv', words.codebook, locale),
      ]),
    ],
    [words.pseudonyms],
    [words.protection, ...protectionLines(choice, rows, locale), words.limits],
    [words.missing, ...listed(words.missingCodes)],
    ...figuresParagraphs(choice, locale),
    [words.terms, ...listed(words.theTerms)],
  ];
  return paragraphs.map((lines) => `${lines.join('\n')}\n\n`);
}

const said = (name: string, value: string, locale: Locale) =>
  `${name}${locale === 'fr' ? '\u00A0:' : ':'} ${value}`;
const listed = (lines: readonly string[]) => lines.map((line) => `- ${line}`);

/** Who is left out for want of a consent to the version in force. */
function consentLine({ rows, purpose }: About, locale: Locale): string {
  const words = README_WORDS[locale];
  const { leftOut, agreedBefore, withoutMentor } = rows;
  const told = (message: string, count: number) => (count === 0 ? [] : [fill(message, locale, { count })]);
  return [
    fill(words.leftOut, locale, { version: purpose.version, count: leftOut }),
    ...told(words.agreedBefore, agreedBefore),
    ...told(words.withoutMentor, withoutMentor),
  ].join(' ');
}

function protectionLines({ smallestGroup: k }: DataSetChoice, rows: DataSetRows, locale: Locale): string[] {
  const words = README_WORDS[locale];
  const { alone, fewer, places } = rows;
  const say = (message: string, values: Values) => fill(message, locale, values);
  if (places.length === 0) return [say(words.nothingIdentifies, { k })];
  if (k === 1) return [say(words.noGroup, { alone })];
  const withheld = withheldByColumn(rows).filter(({ rows: count }) => count > 0);
  return [
    say(words.group, { k, alone, fewer }),
    ...(withheld.length === 0
      ? [words.nothingWithheld]
      : [words.wereWithheld, ...listed(withheld.map((column) => say(words.withheld, { ...column })))]),
  ];
}

/** The indicators that the columns follow, by the definition in force, and how their figures are made of the rows. */
function figuresParagraphs({ variables }: DataSetChoice, locale: Locale): string[][] {
  const words = README_WORDS[locale];
  const followed = new Set(variables.flatMap(({ follows }) => follows ?? []));
  if (followed.size === 0) return [];
  const definitions = [...followed].map((id) => {
    const { version, words: defined } = CATALOGUE[id];
    const { name, numerator: counted, denominator: among } = defined[locale];
    const definition = fill(words.definition, locale, { name, version, counted });
    const outOf = among === null ? [] : [fill(words.outOf, locale, { among })];
    return said(id, [definition, ...outOf].join(' '), locale);
  });
  return [
    [words.definitions, ...listed(definitions)],
    [words.figures, ...listed(words.theFigures)],
  ];
}
