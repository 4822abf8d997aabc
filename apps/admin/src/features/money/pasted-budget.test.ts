import { expect, test } from 'vitest';
import { readBudget } from './pasted-budget.ts';

const known = {
  year: 2018,
  typedSign: ',' as const,
  branches: [
    { value: 'b1', label: 'Bruxelles' },
    { value: 'b2', label: 'Liège' },
  ],
  nameOf: (category: string) => ({ SALARIES: 'Salaires', IT: 'Informatique' })[category] ?? category,
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

test('an amount that can be read in two ways is what the other rows show, or the language of the reader', () => {
  const row = (amount: string) => `1\tIT\tBruxelles\t${amount}`;
  const cents = (...amounts: string[]) =>
    readBudget(amounts.map(row).join('\n'), known).lines.map(({ amountCents }) => amountCents);
  expect(cents('1.234')).toEqual([1_234_00]);
  expect(cents('1,234', '12.50')).toEqual([1_234_00, 12_50]);
  // In the reader's language that is a thousandth part, and no amount.
  expect(cents('1,234')).toEqual([]);
});
