import { LOCALES } from '@tandem/metrics/definition';
import { variablesNamed } from '@tandem/metrics/research/variables';
import { withholdingPlaces } from '@tandem/metrics/research/withholding-places';
import { expect, test } from 'vitest';
import type { Locale } from '../../graphql/locale.ts';
import type { PurposeType } from '../privacy/privacy.type.ts';
import type { DataSetRows } from './read-data-set.ts';
import { readmeLines } from './readme.ts';

const SAID = { fr: 'Recherche', nl: 'Onderzoek', en: 'Research' };
const PURPOSE = {
  key: 'RESEARCH',
  version: 2,
  legalBasis: 'CONSENT',
  name: SAID,
  description: SAID,
} as PurposeType;

/** What the file of a data set of these columns says, of whose rows so many columns are withheld. */
function readme(
  names: readonly string[],
  depths: readonly number[],
  locale: Locale,
  { k = 5, ...rows }: Partial<DataSetRows> & { readonly k?: number } = {},
): string {
  const variables = variablesNamed(names) ?? [];
  return readmeLines(
    {
      choice: {
        variables,
        scope: { asOf: '2017-12-31', period: undefined, branches: undefined },
        smallestGroup: k,
      },
      rows: {
        rows: depths.length,
        leftOut: 0,
        agreedBefore: 0,
        withoutMentor: 0,
        places: withholdingPlaces(variables),
        alone: 0,
        fewer: 0,
        withheld: Uint8Array.from(depths),
        ...rows,
      },
      purpose: PURPOSE,
      recipient: 'Namur',
      use: 'Evaluation',
      madeOn: '2017-12-31',
      branches: [],
      digest: 'abc',
    },
    locale,
  ).join('');
}

test.each([
  [
    'en',
    'branch: in 1 row',
    'had one that was of one mentee',
    '1 duo whose mentee did not give it is not in',
  ],
  [
    'fr',
    'branch\u00A0: dans 1 ligne',
    'celle d’une seule ou d’un seul',
    '1 duo, dont le ou la mentee ne l’a pas donné, n’y est',
  ],
  ['nl', 'branch: in 1 rij', 'een van één mentee', '1 duo waarvan de mentee die niet gaf, zit er niet in'],
] as const)(
  'the file says in %s of each column what was withheld, of one row as of many',
  (locale, ...said) => {
    const text = readme(['branch', 'mentee_gender', 'mentor'], [1, 0, 0], locale, {
      leftOut: 1,
      alone: 1,
      fewer: 1,
    });
    for (const words of said) expect(text).toContain(words);
    expect(text.match(/^- branch.*\n- mentor.*1 [a-z]+$/m)).not.toBeNull();
    expect(text).not.toContain('- mentee_gender');
    expect(text).not.toMatch(/\b1 (duos|lignes|rijen|rows|duo’s)\b/);
  },
);

test.each(LOCALES)('the file says in %s where nothing was withheld, and names no column then', (locale) => {
  const columns = ['mentee_gender', 'duo'];
  const [none, nothing, asked] = [
    readme(['duo'], [0, 0], locale),
    readme(columns, [0, 0], locale),
    readme(columns, [0, 0], locale, { k: 1, alone: 2 }),
  ];
  const words = {
    fr: ['Aucune variable identifiante', 'Rien n’a dû être masqué.', 'Rien n’a été masqué, comme demandé'],
    nl: ['geen identificerende variabele', 'Er hoefde niets te worden achtergehouden.', 'zoals gevraagd'],
    en: ['No identifying variable', 'Nothing had to be withheld.', 'Nothing was withheld, as was asked'],
  }[locale];
  expect([none, nothing, asked].map((text, place) => text.includes(words[place] ?? '?'))).toEqual([
    true,
    true,
    true,
  ]);
  for (const text of [none, nothing, asked]) expect(text).not.toContain('mentee_gender');
});

test('the file says which figures its rows come to, where columns follow an indicator', () => {
  const text = readme(['duo', 'exit_within_12_months'], [0], 'en');
  expect(text).toContain('POSITIVE_EXIT_RATE: Positive exits, version 2. Counted: ');
  expect(text).toContain('Out of: Duos of the chosen population');
  expect(text).toContain('twelve_months_over = YES');
  expect(readme(['duo', 'meetings'], [0], 'en')).not.toContain('twelve_months_over');
});
