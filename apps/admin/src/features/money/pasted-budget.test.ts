import { expect, test } from 'vitest';
import { readBudget } from './pasted-budget.ts';

const known = {
  year: 2018,
  branches: [
    { value: 'b1', label: 'Bruxelles' },
    { value: 'b2', label: 'Liège' },
  ],
};

test('a budget is read as spreadsheets copy it, without its headings', () => {
  const text =
    'Mois\tCatégorie\tAntenne\tMontant\n1\tSalaires\tBruxelles\t18.852,38\n02/2018\tit\tliege\t1 200\n\n2018-03-31;INFORMATIQUE;Bruxelles;12.5';
  expect(readBudget(text, known)).toEqual({
    problems: [],
    lines: [
      { month: '2018-01-01', category: 'SALARIES', branchId: 'b1', amountCents: 18_852_38 },
      { month: '2018-02-01', category: 'IT', branchId: 'b2', amountCents: 1_200_00 },
      { month: '2018-03-01', category: 'IT', branchId: 'b1', amountCents: 12_50 },
    ],
  });
});

test('categories and months are read as files have them', () => {
  const rows = ['02/2018;Loyer', '1-2-2018;huur', '28/02/2018;lonen', '2018-2;FRAIS GENERAUX', '2;ict'];
  const read = (all: readonly string[]) =>
    readBudget(all.map((row) => `${row};Bruxelles;10`).join('\n'), known);
  expect(read(rows).lines.map(({ month, category }) => [month, category])).toEqual([
    ['2018-02-01', 'RENT_AND_OFFICES'],
    ['2018-02-01', 'RENT_AND_OFFICES'],
    ['2018-02-01', 'SALARIES'],
    ['2018-02-01', 'OVERHEADS'],
    ['2018-02-01', 'IT'],
  ]);
  const { problems } = read(['1;it', '99/02/2018;it', '30/02/2018;it', '2018-13;it']);
  expect(problems.map(({ line, problem }) => [line, problem])).toEqual([
    [2, 'MONTH'],
    [3, 'MONTH'],
    [4, 'MONTH'],
  ]);
});

test('says of each row what cannot be read', () => {
  const text =
    '1;Salaires;Bruxelles;10\n13;Salaires;Bruxelles;10\n01/2017;Salaires;Bruxelles;10\n1;Loyers;Bruxelles;10\n1;Salaires;Namur;10\n1;Salaires;Bruxelles;-5';
  const { lines, problems } = readBudget(text, known);
  expect(lines).toHaveLength(1);
  expect(problems.map(({ line, problem }) => [line, problem])).toEqual([
    [2, 'MONTH'],
    [3, 'MONTH'],
    [4, 'CATEGORY'],
    [5, 'BRANCH'],
    [6, 'AMOUNT'],
  ]);
});

test('an amount that can be read in two ways is what the other rows or their semicolons show, and refused with both readings elsewhere', () => {
  const read = (delimiter: string, ...amounts: string[]) =>
    readBudget(amounts.map((amount) => ['1', 'IT', 'Bruxelles', amount].join(delimiter)).join('\n'), known);
  const cents = (delimiter: string, ...amounts: string[]) =>
    read(delimiter, ...amounts).lines.map(({ amountCents }) => amountCents);
  expect(read('\t', '20.000')).toEqual({
    lines: [],
    problems: [
      {
        line: 1,
        problem: 'AMBIGUOUS',
        text: '1 IT Bruxelles 20.000',
        readings: { grouped: 20_000, decimal: 20 },
      },
    ],
  });
  expect(cents('\t', '1,234', '12.50')).toEqual([1_234_00, 12_50]);
  expect(cents('\t', '20.000', '12,50')).toEqual([20_000_00, 12_50]);
  expect(cents(';', '20.000')).toEqual([20_000_00]);
  // Where rows disagree, nothing says it.
  expect(read('\t', '20.000', '12,50', '12.50').problems).toMatchObject([{ line: 1, problem: 'AMBIGUOUS' }]);
});
