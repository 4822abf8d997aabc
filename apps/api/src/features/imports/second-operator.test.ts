import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask, openTestkit, viewerWith, type Testkit } from '../../../test/testkit.ts';
import { importFiles, type ImportReport } from './import-files.ts';
import { EVERY_KIND, type ImportKind } from './kinds.ts';
import type { ColumnMapping } from './recognise.ts';

const FOLDER = new URL('../../../test/rotterdam-2024/', import.meta.url);
const staff = viewerWith('ADMINISTRATOR');

/** As somebody maps the columns on the page of imports. */
const MAPPINGS: Readonly<Record<string, { kind: ImportKind; mapping: ColumnMapping }>> = {
  'deelnemers.csv': {
    kind: 'MENTEES',
    mapping: {
      reference: 'Deelnemernr',
      given_name: 'Roepnaam',
      family_name: 'Achternaam',
      gender: 'M/V',
      birth_date: 'Geb.',
      nationality: 'Land van herkomst',
      education_level: 'Hoogste diploma',
      residence_ground: 'Status',
      months_out_of_work: 'Mnd thuis',
      referral: 'Via',
      branch: 'Locatie',
      country: 'Land',
      info_session_on: 'Voorlichting',
      registered_on: 'Aangemeld',
      intake_on: 'Kennismaking',
    },
  },
  'maatjes.csv': {
    kind: 'MENTORS',
    mapping: {
      reference: 'Maatjesnr',
      given_name: 'Roepnaam',
      family_name: 'Achternaam',
      gender: 'M/V',
      sector: 'Vak',
      work_status: 'Werkend?',
      branch: 'Locatie',
      info_session_on: 'Voorlichting',
      interview_on: 'Kennismaking',
      trained_on: 'Cursus af',
    },
  },
  'koppels.csv': {
    kind: 'DUOS',
    mapping: {
      reference: 'Koppel',
      mentee: 'Deelnemernr',
      mentor: 'Maatjesnr',
      coordinator: 'Begeleider',
      branch: 'Locatie',
      started_on: 'Van',
      planned_end_on: 'Tot (plan)',
      closed_on: 'Tot',
      closure_reason: 'Waarom gestopt',
      earmarked_grant: 'Fonds',
    },
  },
  'uitstroom.csv': {
    kind: 'OUTCOMES',
    mapping: {
      duo: 'Koppel',
      observed_on: 'Sinds',
      situation: 'Wat',
      contract_type: 'Soort',
      months: 'Mnd',
      evidence: 'Hoe bekend',
    },
  },
  'gesprekken.csv': {
    kind: 'MEETINGS',
    mapping: { duo: 'Koppel', held_on: 'Dag', minutes: 'Uren', mode: 'Hoe' },
  },
  'vragenlijst.csv': {
    kind: 'EVALUATIONS',
    mapping: {
      duo: 'Koppel',
      respondent: 'Wie',
      answered_on: 'Ingevuld',
      autonomy: 'Zelfstandiger',
      network: 'Netwerk',
      satisfaction: 'Cijfer 1-5',
      recommendation: 'Aanraden 0-10',
    },
  },
  'uitgaven.csv': {
    kind: 'COSTS',
    mapping: { booked_on: 'Boekdatum', category: 'Post', branch: 'Locatie', amount_cents: '€' },
  },
  'fondsen.csv': {
    kind: 'GRANTS',
    mapping: {
      reference: 'Nr',
      funder: 'Wie geeft',
      kind: 'Soort geld',
      starts_on: 'Van',
      ends_on: 'Tot en met',
      amount_cents: 'Toegezegd',
    },
  },
};

let kit: Testkit;
let report: ImportReport;
let expected: any;

beforeAll(async () => {
  kit = await openTestkit('2024-12-31');
  expected = JSON.parse(await readFile(new URL('expected.json', FOLDER), 'utf8'));
  const files = await Promise.all(
    Object.entries(MAPPINGS).map(async ([name, chosen]) => ({
      name,
      content: await readFile(new URL(name, FOLDER)),
      chosen,
    })),
  );
  report = await importFiles(kit.db, files, { dryRun: false, today: '2024-12-31', kinds: EVERY_KIND });
}, 60_000);
afterAll(() => kit.close());

describe('files of a second operator, with other headers, language and numbers', () => {
  test('come in by a mapping, every row', () => {
    expect(
      report.files.flatMap(({ name, problem, refusals }) =>
        (problem ?? refusals.length) ? [name, problem, refusals] : [],
      ),
    ).toEqual([]);
    expect(report.added).toEqual(expected.rows);
  });

  test('give the figures that were counted from their rows', async () => {
    const metrics = Object.keys(expected.figures);
    const { figures } = await ask(
      kit,
      staff,
      'query ($requests: [FigureRequest!]!) { figures(requests: $requests) { ... on Figure { numerator denominator definition { id } } } }',
      { requests: metrics.map((metric) => ({ metric })) },
    );
    expect(
      Object.fromEntries(figures.map(({ definition, ...counts }: any) => [definition.id, counts])),
    ).toEqual(expected.figures);
  });

  test.each([
    ['BRANCH', 'duos_by_branch', 'label'],
    ['COUNTRY', 'duos_by_country', 'key'],
    ['NATIONALITY_GROUP', 'duos_by_nationality_group', 'key'],
    ['GENDER', 'duos_by_gender', 'key'],
    ['REFERRAL', 'duos_by_referral', 'key'],
  ])('by %s too', async (by, name, named) => {
    const { breakdown } = await ask(
      kit,
      staff,
      `{ breakdown(metric: DUOS_STARTED, by: ${by}) { key label result { ... on Figure { value } } } }`,
    );
    expect(Object.fromEntries(breakdown.map((group: any) => [group[named], group.result.value]))).toEqual(
      expected[name],
    );
  });
});
