/**
 * What identifying columns tell of the rows of a data set, and what has to be withheld of them so that nobody is alone with a
 * combination of their values (k-anonymity; Sweeney 2002, by local suppression).
 *
 * A group is as large as it has people: five duos of one mentor are one mentor's. Of the kinds of people that are in a row (the
 * mentee, the mentor), the one counts of which a group has the fewest, whatever the columns are about: who knows somebody knows
 * whom they met.
 *
 * Rows whose combination is of fewer than k people have their first column withheld; those that then still are of fewer than k,
 * of what was withheld alike, the second as well, and so on through the columns in their order. Where fewer than k people are left
 * with everything withheld, the group whose withholding costs the fewest values goes with them. A withheld value is one of its
 * own, so that a group is made of rows that look alike in the file.
 */
export interface Protection {
  /** Rows whose combination is of one person. */
  readonly alone: number;
  /** Rows whose combination is of fewer than k people. */
  readonly fewer: number;
  /** Of each row, how many of the first columns are withheld; null where all rows together are of fewer than k people. */
  readonly withheld: Uint8Array | null;
}

/** What is asked of the rows of a data set. */
export interface ProtectionQuestion {
  /** Of each identifying column, in the order of withholding, a code for the value of each row: from 0 on, below the number of rows. */
  readonly columns: readonly Uint32Array[];
  /** Of each kind of people, of which there is one or more, who is in each row: numbers from 0 on, below the number of rows. */
  readonly people: readonly Uint32Array[];
  readonly rows: number;
  /** The smallest group that may be told, from 1 on; 1 withholds nothing. */
  readonly k: number;
}

/** In linear time: a column costs as much as sorting the rows by a small number, some times. */
export function protect({ columns, people, rows, k }: ProtectionQuestion): Protection {
  const depths = groupsByDepth(columns, rows);
  const all = rowsUpTo(rows);
  const [whole] = depths;
  const sizes = peopleOf(whole, people, all);
  const rowsBelow = (limit: number) =>
    all.reduce((sum, row) => sum + (sizeIn(sizes, whole, row) < limit ? 1 : 0), 0);
  const [alone, fewer] = [rowsBelow(2), rowsBelow(k)];
  const everybody = peopleOf(oneGroup(rows), people, all)[0] ?? 0;
  if (everybody < k) return { alone, fewer, withheld: null };
  const withheld = new Uint8Array(rows);
  let left = all;
  for (const [depth, groups] of depths.entries()) {
    const among = peopleOf(groups, people, left);
    for (const row of left) withheld[row] = depth;
    left = left.filter((row) => sizeIn(among, groups, row) < k);
  }
  if (left.length > 0)
    for (const row of cheapestGroup(columns, depths, withheld)) withheld[row] = columns.length;
  return { alone, fewer, withheld };
}

/** Of each row the number of its group, the groups being numbered from 0 on. */
interface Groups {
  readonly of: Uint32Array;
  readonly count: number;
}

function oneGroup(rows: number): Groups {
  return { of: new Uint32Array(rows), count: Math.min(rows, 1) };
}

/** Of each depth, in which group a row is by the columns from there on; with none left, all rows are of one. */
function groupsByDepth(columns: readonly Uint32Array[], rows: number): [Groups, ...Groups[]] {
  const depths: [Groups, ...Groups[]] = [oneGroup(rows)];
  for (const column of columns.toReversed()) depths.unshift(refined(depths[0], column));
  return depths;
}

/** The groups of rows that were of one group and have the same code. */
function refined(groups: Groups, column: Uint32Array): Groups {
  const order = sortedBy(groups.of, groups.count, sortedBy(column, widthOf(column), rowsUpTo(column.length)));
  const of = new Uint32Array(column.length);
  let count = 0;
  let before: number | undefined;
  for (const row of order) {
    if (before === undefined || groups.of[before] !== groups.of[row] || column[before] !== column[row])
      count += 1;
    of[row] = count - 1;
    before = row;
  }
  return { of, count };
}

/** Above all its codes. */
function widthOf(column: Uint32Array): number {
  return column.reduce((most, code) => Math.max(most, code), 0) + 1;
}

/** Rows by their key, below `keys`; those of one key stay in their order (counting sort). */
function sortedBy(key: Uint32Array, keys: number, rows: Uint32Array): Uint32Array {
  const place = new Uint32Array(keys + 1);
  for (const row of rows) add(place, (key[row] ?? 0) + 1);
  for (let index = 1; index <= keys; index += 1) add(place, index, place[index - 1]);
  const sorted = new Uint32Array(rows.length);
  for (const row of rows) {
    const own = key[row] ?? 0;
    sorted[place[own] ?? 0] = row;
    add(place, own);
  }
  return sorted;
}

function add(counts: Uint32Array, place: number, count = 1): void {
  counts[place] = (counts[place] ?? 0) + count;
}

function rowsUpTo(rows: number): Uint32Array {
  return new Uint32Array(rows).map((_, row) => row);
}

/** How many of these rows are of each group. */
function sizesOf({ of, count }: Groups, among: Uint32Array): Uint32Array {
  const sizes = new Uint32Array(count);
  for (const row of among) add(sizes, of[row] ?? 0);
  return sizes;
}

/** How many people of these rows are of each group, of the kind of which it has the fewest. */
function peopleOf(groups: Groups, people: ProtectionQuestion['people'], among: Uint32Array): Uint32Array {
  return people
    .map((who) => {
      const counts = new Uint32Array(groups.count);
      let before: number | undefined;
      for (const row of sortedBy(groups.of, groups.count, sortedBy(who, widthOf(who), among))) {
        if (before === undefined || groups.of[before] !== groups.of[row] || who[before] !== who[row])
          add(counts, groups.of[row] ?? 0);
        before = row;
      }
      return counts;
    })
    .reduce((least, counts) => least.map((count, group) => Math.min(count, counts[group] ?? 0)));
}

function sizeIn(sizes: Uint32Array, { of }: Groups, row: number): number {
  return sizes[of[row] ?? 0] ?? 0;
}

/** The rows of the group that has the fewest values to withhold; of several, of the one with the lowest codes. */
function cheapestGroup(
  columns: readonly Uint32Array[],
  depths: readonly Groups[],
  withheld: Uint8Array,
): Uint32Array {
  const rows = rowsUpTo(withheld.length);
  let best = { cost: Infinity, row: 0, depth: columns.length };
  for (const [depth, groups] of depths.slice(0, -1).entries()) {
    const settled = rows.filter((row) => withheld[row] === depth);
    const sizes = sizesOf(groups, settled);
    for (const row of settled) {
      const cost = sizeIn(sizes, groups, row) * (columns.length - depth);
      if (cost < best.cost || (cost === best.cost && isBefore(columns, row, best.row)))
        best = { cost, row, depth };
    }
  }
  const { of } = depths[best.depth] ?? { of: rows };
  return rows.filter((row) => withheld[row] === best.depth && of[row] === of[best.row]);
}

function isBefore(columns: readonly Uint32Array[], row: number, other: number): boolean {
  const differing = columns.find((column) => column[row] !== column[other]);
  return differing !== undefined && (differing[row] ?? 0) < (differing[other] ?? 0);
}
