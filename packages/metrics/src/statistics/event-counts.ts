/** Whole counts by time, one place a time, the times ascending. */
export interface EventCounts {
  readonly times: ArrayLike<number>;
  /** How many had the event that is asked about. */
  readonly events: ArrayLike<number>;
  /** How many had another one first, after which it cannot come any more. */
  readonly competing: ArrayLike<number>;
  /** How many were followed no longer than this, without any event. */
  readonly censored: ArrayLike<number>;
}

/** How it ended for one person. */
export const CENSORED = 0;
export const EVENT = 1;
export const COMPETING = 2;

/**
 * Counts of people who are given one by one, with the whole month in which it ended and how (CENSORED, EVENT, COMPETING).
 * One pass; the answer has every month from 0 to the last. Refuses (RangeError) months that are no whole numbers from 0.
 */
export function countByMonth(months: ArrayLike<number>, ends: ArrayLike<number>): EventCounts {
  let last = 0;
  for (let index = 0; index < months.length; index += 1) {
    const month = months[index] ?? Number.NaN;
    if (!Number.isInteger(month) || month < 0) throw new RangeError(`no month: ${month}`);
    if (month > last) last = month;
  }
  const counts = [0, 1, 2].map(() => new Uint32Array(last + 1));
  for (let index = 0; index < months.length; index += 1) {
    const end = counts[ends[index] ?? -1];
    if (end === undefined) throw new RangeError(`no end: ${ends[index]}`);
    const month = months[index] ?? 0;
    end[month] = (end[month] ?? 0) + 1;
  }
  const [censored, events, competing] = counts;
  if (censored === undefined || events === undefined || competing === undefined)
    throw new RangeError('no counts');
  return { times: Uint32Array.from({ length: last + 1 }, (_, month) => month), events, competing, censored };
}

/**
 * How many are still followed and without any event just before each time. Who is censored at a time was there for what
 * happened at it: events come before censorings. Refuses (RangeError) times that do not ascend, arrays of different
 * lengths, and counts that are no whole numbers from 0.
 */
export function numbersAtRisk({ times, events, competing, censored }: EventCounts): Float64Array {
  const { length } = times;
  if ([events, competing, censored].some((counts) => counts.length !== length))
    throw new RangeError('as many counts as times');
  const atRisk = new Float64Array(length);
  let left = 0;
  for (let index = length - 1; index >= 0; index -= 1) {
    if (index > 0 && !((times[index - 1] ?? Number.NaN) < (times[index] ?? Number.NaN)))
      throw new RangeError('times do not ascend');
    for (const counts of [events, competing, censored]) {
      const count = counts[index] ?? Number.NaN;
      if (!Number.isInteger(count) || count < 0) throw new RangeError(`no count: ${count}`);
      left += count;
    }
    atRisk[index] = left;
  }
  return atRisk;
}
