import { readFileSync } from 'node:fs';
import { createIntl } from 'react-intl';
import { describe, expect, test } from 'vitest';
import { makeFormat } from '../i18n/format.ts';
import { boundsColumns } from '../table/bounds-columns.ts';
import { columnsOfFile, columnsOfPage } from '../table/column.ts';
import { toCsv } from '../table/csv.ts';
import type { FigureResult } from '../figure/figure.ts';
import { pointOf, type Point } from './point.ts';
import { pointColumns } from './point-columns.ts';

const messages = JSON.parse(readFileSync(new URL('../messages/en.json', import.meta.url), 'utf8')) as Record<
  string,
  string
>;
const intl = createIntl({ locale: 'en', messages });
const format = makeFormat(intl);
const WHY =
  'Not shown, to protect people: it is about few people or nobody, or would give such a number away.';
const points: readonly Point[] = [
  { key: 'a', label: 'Gent', value: 0.25, interval: { lower: 0.2, upper: 0.3 } },
  { key: 'b', label: 'Mons', value: undefined, absent: 'withheld', why: WHY },
  { key: 'c', label: 'Arlon', value: undefined, absent: 'noData', why: 'Nothing to count here.' },
];
const columnsOf = (of: readonly Point[]) =>
  pointColumns({ points: of, unit: 'RATE', labelHeader: 'Branch', valueHeader: 'Share', intl, format });

describe('points as a table', () => {
  test('have numbers alone in columns of numbers of a file, and why there is none in a column of its own', () => {
    expect(toCsv(columnsOfFile(columnsOf(points)), points, 'en')).toBe(
      [
        '\uFEFFBranch,Share,Why there is no value,95% interval from,95% interval to',
        'Gent,0.25,,0.2,0.3',
        `Mons,,"${WHY}",,`,
        'Arlon,,Nothing to count here.,,',
        '',
      ].join('\r\n'),
    );
  });

  test('say on the page why there is no value in its place, in no further column', () => {
    const onPage = columnsOfPage(columnsOf(points));
    expect(onPage.map(({ id }) => id)).toEqual(['label', 'value', 'lower', 'upper']);
    expect(points.map((point) => onPage[1]?.cell(point))).toEqual(['25%', WHY, 'Nothing to count here.']);
  });

  test('that are made of answers have how many were asked for', () => {
    const answered: readonly Point[] = [
      {
        key: 'a',
        label: 'Gent',
        value: 0.9,
        counted: { unit: 'RATE', numerator: 18, denominator: 20, asked: 50 },
      },
      {
        key: 'b',
        label: 'Mons',
        value: 0.8,
        counted: { unit: 'RATE', numerator: 24, denominator: 30, asked: 'NOT_TOLD' },
      },
    ];
    expect(toCsv(columnsOfFile(columnsOf(answered)), answered, 'en')).toBe(
      [
        '\uFEFFBranch,Share,Counted,Out of,Answers asked for',
        'Gent,0.9,18,20,50',
        'Mons,0.8,24,30,',
        '',
      ].join('\r\n'),
    );
  });

  test('have no column for that where all have a value', () => {
    expect(columnsOf(points.slice(0, 1)).map(({ id }) => id)).toEqual(['label', 'value', 'lower', 'upper']);
  });
});

const parameters = { anchor: 'START', windowMonths: 12, population: 'MATURE', evidence: 'ANY' };
const definition = { id: 'EXITS', version: 1, name: 'Exits', says: '', numerator: '' };
const figure = (rest: object): FigureResult => ({
  __typename: 'Figure',
  value: 0.5,
  numerator: 20,
  denominator: 40,
  unit: 'RATE',
  interval: { lower: 0.4, upper: 0.6 },
  asOf: '2017-12-31',
  isEarlier: false,
  definition,
  parameters,
  ...rest,
});

test('figures are filed with what they were made of, and what is not told or too early says so among the words', () => {
  const years: readonly (readonly [string, FigureResult])[] = [
    ['2014', figure({ unknown: 7, notYetObservable: 0 })],
    ['2015', figure({ unknown: null, notYetObservable: null, isEarlier: true })],
    ['2016', figure({ parameters: null })],
    ['2016 S2', figure({ unknown: 3, notYetObservable: null })],
    ['2017', { __typename: 'NoData', definition, notYetObservable: 97 }],
    ['2018', { __typename: 'Withheld', reason: 'PROTECTED', definition }],
  ];
  const filed = years.map(([key, result]) => pointOf(key, key, result, intl));
  const onPage = columnsOfPage(columnsOf(filed)).find(({ id }) => id === 'notYet');
  expect(filed.map((point) => onPage?.cell(point))).toEqual([
    '0',
    'not shown',
    'does not apply',
    'not shown',
    '97',
    '',
  ]);
  const columns = columnsOfFile(columnsOf(filed)).map((column) => ({
    ...column,
    header: column.fileHeader ?? column.header,
  }));
  const lines = toCsv(columns, filed, 'en').trimEnd().split('\r\n');
  expect(lines[0]).toBe(
    '\uFEFFBranch,Share,"Share: shown or not, and why",Share: numerator (how many count),Share: denominator (out of how many),Share: of how many it is not known,Share: how many are not yet observable,Share: lower bound of the 95 % interval,Share: upper bound of the 95 % interval',
  );
  expect(lines.slice(1)).toEqual([
    '2014,0.5,shown,20,40,7,0,0.4,0.6',
    '2015,0.5,"shown as of Dec 31, 2017, an earlier day: too little has changed since to show more; not shown: of how many it is not known and how many are not yet observable",20,40,,,0.4,0.6',
    '2016,0.5,shown,20,40,,,0.4,0.6',
    '2016 S2,0.5,shown; not shown: how many are not yet observable,20,40,3,,0.4,0.6',
    '2017,,"Too early: of 97 duos, none is observable yet",,,,97,,',
    `2018,,"${WHY}",,,,,,`,
  ]);
});

test('an interval is one column on the page and two of numbers in a file', () => {
  const columns = boundsColumns<Point>({
    id: 'interval',
    header: 'Interval',
    lowerHeader: 'Lower',
    upperHeader: 'Upper',
    unit: 'CENTS',
    bounds: ({ interval }) => interval,
    words: ({ lower, upper }) => `${lower} to ${upper}`,
  });
  const rows: readonly Point[] = [
    { key: 'a', label: 'a', value: 1, interval: { lower: 150, upper: 250 } },
    ...points.slice(1),
  ];
  expect(columnsOfPage(columns).map(({ cell }) => rows.map((row) => cell(row)))).toEqual([
    ['150 to 250', '', ''],
  ]);
  expect(toCsv(columnsOfFile(columns), rows, 'en')).toBe('\uFEFFLower,Upper\r\n1.5,2.5\r\n,\r\n,\r\n');
});
