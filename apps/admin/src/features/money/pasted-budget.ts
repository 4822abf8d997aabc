import { calendarDay, type CalendarDay } from '@tandem/domain/calendar-day';
import { CATEGORY_WORDS } from '@tandem/domain/cost-words';
import { readMonth } from '@tandem/domain/day-text';
import { folded } from '@tandem/domain/folded';
import { wholeCents } from '@tandem/domain/money';
import { decimalSignOfTable, readNumber, type DecimalSign } from '@tandem/domain/number-text';
import { choiceReader } from '@tandem/domain/said';
import type { CostCategory } from '@tandem/domain/vocabulary';

interface BudgetLine {
  readonly month: CalendarDay;
  readonly category: CostCategory;
  readonly branchId: string;
  readonly amountCents: number;
}
type BudgetProblem = 'MONTH' | 'CATEGORY' | 'BRANCH' | 'AMOUNT' | 'AMBIGUOUS';
interface Readings {
  readonly grouped: number;
  readonly decimal: number;
}
export interface PastedBudget {
  readonly lines: readonly BudgetLine[];
  /** What could not be read, by line of what was pasted. */
  readonly problems: readonly {
    readonly line: number;
    readonly problem: BudgetProblem;
    readonly text: string;
    /** Of an amount that can be read in two ways. */
    readonly readings?: Readings;
  }[];
}

interface Known {
  readonly year: number;
  readonly branches: readonly { readonly value: string; readonly label: string }[];
}

/**
 * Reads rows that were copied from a spreadsheet: month, category, branch, amount, with tabs or semicolons between; a first row of
 * headings is left out. They are read as a file of budgets is, but for a month that is a number from 1 to 12 alone. An amount that
 * can be read in two ways, where the rows do not show which, is a problem.
 */
export function readBudget(text: string, { year, branches }: Known): PastedBudget {
  const lines: BudgetLine[] = [];
  const problems: PastedBudget['problems'][number][] = [];
  const rows = text.split(/\r?\n/).map((row) => row.split(/\t|;/));
  const sign = decimalSignOfTable(
    rows.map(([, , , amount = '']) => amount),
    text.includes('\t') ? '\t' : ';',
  );
  const fold = (word: string) => folded(word.trim());
  rows.forEach((cells, index) => {
    if (cells.every((cell) => cell.trim() === '')) return;
    const [monthText = '', categoryText = '', branchText = '', amountText = ''] = cells;
    const month = monthOf(monthText.trim(), year);
    const amount = amountOf(amountText, sign);
    const cents = typeof amount === 'number' ? amount : undefined;
    if (index === 0 && month === undefined && amount === undefined) return;
    const category = categoryOf(categoryText);
    const branch = branches.find(({ label }) => fold(label) === fold(branchText));
    const problem =
      month === undefined
        ? 'MONTH'
        : category === undefined
          ? 'CATEGORY'
          : branch === undefined
            ? 'BRANCH'
            : amount === undefined
              ? 'AMOUNT'
              : 'AMBIGUOUS';
    if (month === undefined || category === undefined || branch === undefined || cents === undefined)
      problems.push({
        line: index + 1,
        problem,
        text: cells.join(' ').trim(),
        ...(problem === 'AMBIGUOUS' && typeof amount === 'object' && { readings: amount }),
      });
    else lines.push({ month, category, branchId: branch.value, amountCents: cents });
  });
  return { lines, problems };
}

const categoryOf = choiceReader(CATEGORY_WORDS);

function monthOf(text: string, year: number): CalendarDay | undefined {
  if (/^\d{1,2}$/.test(text)) return calendarDay(year, Number(text), 1);
  const month = readMonth(text);
  return month?.startsWith(`${year}-`) === true ? month : undefined;
}

/** In cents, of nothing or more; both readings where there are two, and undefined for what is no amount. */
function amountOf(text: string, sign: DecimalSign | undefined): number | Readings | undefined {
  const read = readNumber(text, sign);
  if (read.kind === 'EITHER') return { grouped: read.grouped, decimal: read.decimal };
  return read.kind === 'NONE' || read.value < 0 ? undefined : wholeCents(read.value);
}
