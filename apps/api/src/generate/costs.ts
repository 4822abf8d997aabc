import { dayText } from './days.ts';
import type { Branch, Region } from './places.ts';
import type { Programme } from './programme.ts';
import { CENTS_PER_DUO, PART_OF_COST } from './proportions.ts';
import type { Month } from './scale.ts';

const CATEGORIES = Object.entries(PART_OF_COST);
/** Amounts of a branch move by so much from month to month. */
const MOVES = 0.12;
/** Staff and offices follow the duos of a year, not those of a month. */
const MONTHS_BEFORE = 6;
const MONTHS_AFTER = 5;

/** One entry for each branch, month and category, booked on the month's last day. */
export function makeCosts(programme: Programme, regions: readonly Region[], months: readonly Month[]): void {
  const { records, newId, random, until } = programme;
  for (const [month, { end }] of months.entries()) {
    // The day after may be cut by the end of what is known: then the month is not booked yet.
    if (!isFirstOfMonth(end) || end - 1 > until) continue;
    for (const branch of regions.flatMap(({ branches }) => branches)) {
      const duos = duosAMonth(branch, month, months.length);
      if (duos === 0) continue;
      for (const [category, part] of CATEGORIES) {
        const cents = duos * CENTS_PER_DUO * part * (1 - MOVES + 2 * MOVES * random.unit());
        records.add('cost', newId(), dayText(end - 1), category, branch.id, Math.round(cents));
      }
    }
  }
}

function isFirstOfMonth(day: number): boolean {
  return dayText(day).endsWith('-01');
}

function duosAMonth({ starts }: Branch, month: number, months: number): number {
  const from = Math.max(0, month - MONTHS_BEFORE);
  const to = Math.min(months - 1, month + MONTHS_AFTER);
  let sum = 0;
  for (let index = from; index <= to; index += 1) sum += starts[index] ?? 0;
  return sum / (to - from + 1);
}
