import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import type { Context } from './context.ts';
import { given } from './given.ts';

/**
 * How a list may be sorted: an SQL expression that is never null, and its PostgreSQL type for comparing with a cursor's
 * value. Only these reach SQL; a client's word never does.
 */
export interface SortKey {
  /** Over the list's own alias or, where it is sorted by another table, over `sorted`. */
  readonly expression: string;
  readonly type: 'text' | 'date' | 'bigint' | 'timestamptz';
  /** A table with one row for each of the list's and its branch, by which the list is walked. */
  readonly beside?: { readonly table: string; readonly id: string };
  /** The expression is one over `part`, the row's branch. */
  readonly ofBranch?: true;
}
export interface Order {
  readonly key: SortKey;
  readonly direction: 'ASC' | 'DESC';
}

/** Where a page begins: behind the row with this sort value and id. */
interface Cursor {
  readonly value: string;
  readonly id: string;
}

/** The only branches of which a list has rows: those that the filter names and the viewer meets; undefined for all. */
export function branchesOf(
  { viewer }: Pick<Context, 'viewer'>,
  asked: readonly string[] | null | undefined,
): readonly string[] | undefined {
  const own = viewer?.branchIds ?? undefined;
  if (!given(asked)) return own;
  return own === undefined ? asked : asked.filter((branch) => own.includes(branch));
}

interface Walk {
  readonly key: SortKey;
  readonly descending: boolean;
  readonly cursor: Cursor | undefined;
  readonly rows: number;
  /** The only branches of which rows are kept; undefined for all. */
  readonly branches: readonly string[] | undefined;
  /** Whether the filter keeps so few rows that they are read first and put in order then. */
  readonly few: boolean;
}

/**
 * Narrows `query` to the rows of one page and puts them in order. What is sorted by and the id stand in one index, so that
 * a page costs its own rows and those that the filter leaves out on the way to them, however long the list.
 *
 * Rows of a few branches may lie far apart in the order of all. They are walked branch by branch, in an index that begins
 * with the branch, and put together.
 */
export function walk<T extends ObjectLiteral>(query: SelectQueryBuilder<T>, walked: Walk): void {
  const { key, descending, rows, branches, few } = walked;
  const direction = descending ? 'DESC' : 'ASC';
  const filtered = query.clone();
  const table = key.beside;
  if (table !== undefined) query.innerJoin(table.table, 'sorted', `sorted.${table.id} = ${query.alias}.id`);
  if (key.ofBranch) query.innerJoin('branch', 'part', `part.id = ${query.alias}.branch_id`);
  if (few || (branches === undefined && !key.ofBranch)) afterCursor(query, walked);
  else
    // An array and no join: the planner would put it behind all others where they are many.
    query.where(`${query.alias}.id = any (array(${idsByBranch(filtered, walked)}))`, {
      ...filtered.getParameters(),
      walkedBranches: branches,
      ...valuesOf(walked),
    });
  query.orderBy(key.expression, direction).addOrderBy(idOf(query, key), direction).limit(rows);
}

function idOf({ alias }: { readonly alias: string }, { beside }: SortKey): string {
  return beside === undefined ? `${alias}.id` : `sorted.${beside.id}`;
}

function valuesOf({ cursor }: Walk) {
  return cursor === undefined ? {} : { cursorValue: cursor.value, cursorId: cursor.id };
}

function afterCursor<T extends ObjectLiteral>(query: SelectQueryBuilder<T>, walked: Walk): void {
  if (walked.cursor !== undefined) query.andWhere(isAfter(idOf(query, walked.key), walked), valuesOf(walked));
}

function isAfter(id: string, { key, descending }: Walk): string {
  return `(${key.expression}, ${id}) ${descending ? '<' : '>'} (cast(:cursorValue as ${key.type}), cast(:cursorId as uuid))`;
}

/** The ids of so many rows of each branch as a page can have, in the order of the page. */
function idsByBranch<T extends ObjectLiteral>(filtered: SelectQueryBuilder<T>, walked: Walk): string {
  const { alias } = filtered;
  const { key, branches } = walked;
  let ids: string;
  if (key.ofBranch) ids = idsInBranch(filtered.select(`${alias}.id`, 'id'), walked);
  else if (key.beside === undefined) {
    afterCursor(filtered.select(`${alias}.id`, 'id'), walked);
    ids = inOrder(
      filtered.andWhere(`${alias}.branch_id = part.id`).getQuery(),
      key.expression,
      `${alias}.id`,
      walked,
    );
  } else ids = idsBeside(filtered, { ...walked, ...key.beside });
  const only = branches === undefined ? '' : ' where part.id = any (:walkedBranches)';
  return `select found.id from branch as part cross join lateral (${ids}) as found${only}`;
}

function inOrder(text: string, value: string, id: string, { descending, rows }: Walk): string {
  const direction = descending ? 'desc' : 'asc';
  return `${text} order by ${value} ${direction}, ${id} ${direction} limit ${rows}`;
}

/**
 * Walks the other table, and looks each row up until enough were kept. The offsets keep the planner from turning it around:
 * behind a policy it takes every branch for a small one.
 */
function idsBeside<T extends ObjectLiteral>(
  filtered: SelectQueryBuilder<T>,
  walked: Walk & { readonly table: string; readonly id: string },
): string {
  const { key, descending, cursor, table } = walked;
  const id = `sorted.${walked.id}`;
  const direction = descending ? 'desc' : 'asc';
  const kept = filtered.select('1', 'one').andWhere(`${filtered.alias}.id = walked.id`).getQuery();
  const after = cursor === undefined ? '' : ` and ${isAfter(id, walked)}`;
  return inOrder(
    `select walked.id from (select ${id} as id, ${key.expression} as value from ${table} as sorted where sorted.branch_id = part.id${after}
       order by 2 ${direction}, 1 ${direction} offset 0) as walked
     cross join lateral (${kept} offset 0) as kept`,
    'walked.value',
    'walked.id',
    walked,
  );
}

const FIRST_ID = '00000000-0000-0000-0000-000000000000';
const LAST_ID = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

/** Within a branch all rows have one sort value: the cursor's own branch begins behind its row, later ones from their beginning. */
function idsInBranch<T extends ObjectLiteral>(filtered: SelectQueryBuilder<T>, walked: Walk): string {
  const { key, descending, cursor, rows } = walked;
  const id = `${filtered.alias}.id`;
  filtered.andWhere(`${filtered.alias}.branch_id = part.id`);
  if (cursor !== undefined) {
    const sign = descending ? '<' : '>';
    filtered
      .andWhere(`${key.expression} ${sign}= :cursorValue`)
      .andWhere(
        `${id} ${sign} case when ${key.expression} = :cursorValue then cast(:cursorId as uuid) else '${descending ? LAST_ID : FIRST_ID}' end`,
      );
  }
  return `${filtered.getQuery()} order by ${id} ${descending ? 'desc' : 'asc'} limit ${rows}`;
}
