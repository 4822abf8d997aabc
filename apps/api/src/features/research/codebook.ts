import { CATALOGUE } from '@tandem/metrics/catalogue';
import { LOCALES } from '@tandem/metrics/definition';
import { NO_CONSENT, WITHHELD, type ResearchVariable } from '@tandem/metrics/research/variable';
import type { WithholdingPlace } from '@tandem/metrics/research/withholding-places';
import type { Locale } from '../../graphql/locale.ts';
import { VOCABULARY } from '../../graphql/vocabulary-words.ts';
import { csvLine } from './csv-line.ts';

/** What a column of a data set holds, in numbers of rows. */
export interface ColumnCounts {
  values: number;
  empty: number;
  withheld: number;
  withoutConsent: number;
}

const HEADER = [
  'variable',
  ...LOCALES.map((locale) => `label_${locale}`),
  'kind',
  'role',
  'unit',
  ...LOCALES.map((locale) => `values_${locale}`),
  'indicator',
  'indicator_version',
  'missing_codes',
  'rows_with_value',
  'rows_empty',
  'rows_withheld',
  'rows_without_consent',
];

/** The lines of the codebook: of each column what it is, its values with their words, and how many rows have one. */
export function codebookLines(
  variables: readonly ResearchVariable[],
  places: readonly WithholdingPlace[],
  countsOf: (name: string) => ColumnCounts,
): string[] {
  const withheldSometimes = new Set(places.map(({ name }) => name));
  return [
    csvLine(HEADER),
    ...variables.map((variable) => {
      const { name, words, kind, role, unit, follows, ofMentor } = variable;
      const { values, empty, withheld, withoutConsent } = countsOf(name);
      const codes = [
        ...(withheldSometimes.has(name) ? [WITHHELD] : []),
        ...(ofMentor === true ? [NO_CONSENT] : []),
      ];
      return csvLine([
        name,
        ...LOCALES.map((locale) => words[locale]),
        kind,
        role,
        unit,
        ...LOCALES.map((locale) => valuesIn(variable, locale)),
        follows ?? null,
        follows === undefined ? null : CATALOGUE[follows].version,
        codes.join(' '),
        values,
        empty,
        withheld,
        withoutConsent,
      ]);
    }),
  ];
}

/** Each code with its words, as CODE=words, with a vertical line between. */
function valuesIn({ list, codes = [] }: ResearchVariable, locale: Locale): string {
  return codes
    .map((one) =>
      typeof one === 'string'
        ? `${one}=${VOCABULARY[locale][list ?? '']?.[one] ?? one}`
        : `${one.code}=${one.words[locale]}`,
    )
    .join('|');
}
