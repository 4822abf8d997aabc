import { createHash } from 'node:crypto';
import { ArgsType, Field, Int, ObjectType, type ClassType } from 'type-graphql';
import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import type { Context } from './context.ts';
import { badRequest } from './errors.ts';
import { walk, type Order, type SortKey } from './keyset.ts';
import { readRows, type FieldTree } from './look-ahead.ts';
import type { Pseudonyms } from './pseudonyms.ts';
import type { Found } from './search.ts';

const MAXIMUM_PAGE = 200;
/** A list that is asked for without a size has this many rows. */
export const USUAL_PAGE = 50;
/** A list is counted up to here: to count a million rows takes longer than to read a page of them. */
const COUNTED = 10_000;

/** Why a page cannot have this many rows; undefined where it can. */
export function pageProblem(size: number): string | undefined {
  return size < 1 || size > MAXIMUM_PAGE ? `A page has 1 to ${MAXIMUM_PAGE} rows, not ${size}.` : undefined;
}

@ObjectType({ description: 'Where a page stands in its list.' })
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether rows come after it.' }) hasNextPage: boolean;
  @Field(() => Boolean, { description: 'Whether rows come before it.' }) hasPreviousPage: boolean;
  @Field(() => String, { nullable: true, description: 'Cursor of its first row.' }) startCursor:
    | string
    | null;
  @Field(() => String, { nullable: true, description: 'Cursor of its last row.' }) endCursor: string | null;
}

@ArgsType()
export class PageArguments {
  @Field(() => Int, {
    nullable: true,
    description: `How many rows after \`after\`; ${USUAL_PAGE} where neither is given, at most ${MAXIMUM_PAGE}.`,
  })
  first?: number | null;
  @Field(() => String, { nullable: true }) after?: string | null;
  @Field(() => Int, { nullable: true, description: 'How many rows before `before`.' }) last?: number | null;
  @Field(() => String, { nullable: true }) before?: string | null;
}

interface Edge<T> {
  /** Sealed only when it is asked for. */
  readonly cursor: string;
  node: T;
}
export interface Connection<T> {
  edges: Edge<T>[];
  pageInfo: PageInfo;
  /** Counted only when one of both is asked for. */
  readonly totalCount: Promise<number>;
  readonly hasMoreThanTotal: Promise<boolean>;
}

/** Makes the edge and connection types of a node type, under the names `XEdge` and `XConnection`. */
export function connectionTypes<T extends object>(name: string, node: () => ClassType<T>) {
  @ObjectType(`${name}Edge`, { description: `A row of a ${name}Connection.` })
  class EdgeType {
    @Field(() => String, { description: 'Where the row stands in the list.' }) cursor: string;
    @Field(node, { description: 'The row.' }) node: T;
  }
  @ObjectType(`${name}Connection`, { description: `A page of a list of ${name}.` })
  class ConnectionType {
    @Field(() => Int, {
      description: `Of all rows that the filter keeps, not of this page; counted up to ${COUNTED}.`,
    })
    totalCount: number;
    @Field(() => Boolean, {
      description: `Whether the filter keeps more rows than totalCount says: more than ${COUNTED}.`,
    })
    hasMoreThanTotal: boolean;
    @Field(() => [EdgeType], { description: 'Its rows.' }) edges: EdgeType[];
    @Field(() => PageInfo, { description: 'Where it stands.' }) pageInfo: PageInfo;
  }
  return { EdgeType, ConnectionType };
}

/**
 * One page of a list by keyset: rows after (or before) the cursor's sort value and id, so that deep pages cost what
 * the first costs and rows that come in meanwhile repeat or hide none. `query` has the filter, and the joins that it
 * names. Cursors are sealed: a sort value may be what the viewer does not see, such as a name.
 * @param kept what else narrows the list: a search in its listing, and the only branches of which it has rows.
 */
export async function readPage<T extends ObjectLiteral & { id: string }>(
  { pseudonyms }: Pick<Context, 'pseudonyms'>,
  query: SelectQueryBuilder<T>,
  order: Order,
  page: PageArguments,
  fields: FieldTree,
  {
    found,
    branches,
  }: { readonly found?: Found | undefined; readonly branches?: readonly string[] | undefined } = {},
): Promise<Connection<T>> {
  const { size, cursor, backward } = parsePage(pseudonyms, page, order.key);
  const counting = query.clone();
  if (found !== undefined) {
    query.andWhere(found.walking, found.values);
    counting.andWhere(found.counting, found.values);
  }
  let counted: Promise<number> | undefined;
  const count = () => (counted ??= countRows(counting));
  const descending = (order.direction === 'DESC') !== backward;
  walk(query, { key: order.key, descending, cursor, rows: size + 1, branches, few: found?.few ?? false });
  const sortValue = `cast(${order.key.expression} as text)`;
  const rows = (await readRows(query, fields, { [SORT_VALUE]: sortValue })) as (T & {
    [SORT_VALUE]: string;
  })[];
  const more = rows.length > size;
  if (more) rows.pop();
  if (backward) rows.reverse();
  const edges = rows.map((node) => ({
    get cursor() {
      return writeCursor(pseudonyms, order.key, node[SORT_VALUE], node.id);
    },
    node,
  }));
  return {
    edges,
    pageInfo: {
      hasNextPage: backward ? cursor !== undefined : more,
      hasPreviousPage: backward ? more : cursor !== undefined,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    get totalCount() {
      return count().then((rows) => Math.min(rows, COUNTED));
    },
    get hasMoreThanTotal() {
      return count().then((rows) => rows > COUNTED);
    },
  };
}

/** How many rows there are, up to one more than lists are counted. */
async function countRows<T extends ObjectLiteral>(query: SelectQueryBuilder<T>): Promise<number> {
  const rows = query.select('1', 'one').limit(COUNTED + 1);
  const counted = await query
    .createQueryBuilder()
    .select('count(*)', 'count')
    .from(`(${rows.getQuery()})`, 'counted')
    .setParameters(rows.getParameters())
    .getRawOne<{ count: number }>();
  return counted?.count ?? 0;
}

/** Where a row carries its own sort value, for its cursor. */
const SORT_VALUE = '$sort';

function parsePage(
  pseudonyms: Pseudonyms,
  { first = null, after = null, last = null, before = null }: PageArguments,
  key: SortKey,
) {
  const backward = last !== null || before !== null;
  if (backward && (first !== null || after !== null))
    throw badRequest('Use first and after, or last and before, not both.');
  const size = (backward ? last : first) ?? USUAL_PAGE;
  const problem = pageProblem(size);
  if (problem !== undefined) throw badRequest(problem);
  const cursor = backward ? before : after;
  return { size, backward, cursor: cursor === null ? undefined : readCursor(pseudonyms, key, cursor) };
}

/** A cursor names the sort that it belongs to: in another one its value would mean nothing. */
function writeCursor(pseudonyms: Pseudonyms, key: SortKey, value: string, id: string): string {
  return pseudonyms.seal(JSON.stringify([nameOf(key), value, id]));
}

function nameOf({ expression, beside }: SortKey): string {
  return createHash('sha256')
    .update(`${beside?.table ?? ''} ${expression}`)
    .digest('base64url')
    .slice(0, 8);
}

function readCursor(pseudonyms: Pseudonyms, key: SortKey, cursor: string): { value: string; id: string } {
  // What opens was written here.
  const [name, value, id] = JSON.parse(pseudonyms.open(cursor)) as [string, string, string];
  if (name === nameOf(key)) return { value, id };
  throw badRequest('The cursor is not one of this list in this order.');
}
