import { createHash } from 'node:crypto';
import { ArgsType, Field, Int, ObjectType, type ClassType } from 'type-graphql';
import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import type { Context } from './context.ts';
import { badRequest } from './errors.ts';
import { readRows, type FieldTree } from './look-ahead.ts';
import type { Pseudonyms } from './pseudonyms.ts';

const MAXIMUM_PAGE = 200;
/** A list that is asked for without a size has this many rows. */
export const USUAL_PAGE = 50;

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
  /** Counted only when it is asked for. */
  readonly totalCount: Promise<number>;
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
    @Field(() => Int, { description: 'Of all rows that the filter keeps, not of this page.' })
    totalCount: number;
    @Field(() => [EdgeType], { description: 'Its rows.' }) edges: EdgeType[];
    @Field(() => PageInfo, { description: 'Where it stands.' }) pageInfo: PageInfo;
  }
  return { EdgeType, ConnectionType };
}

/**
 * How a list may be sorted: an SQL expression over the query's aliases that is never null, and its PostgreSQL
 * type for comparing with a cursor's value. Only these reach SQL; a client's word never does.
 */
export interface SortKey {
  readonly expression: string;
  readonly type: 'text' | 'date' | 'bigint' | 'timestamptz';
}
export interface Order {
  readonly key: SortKey;
  readonly direction: 'ASC' | 'DESC';
}

/**
 * One page of a list by keyset: rows after (or before) the cursor's sort value and id, so that deep pages cost what
 * the first costs and rows that come in meanwhile repeat or hide none. `query` has the filter and the joins that the
 * sort expression names. Cursors are sealed: a sort value may be what the viewer does not see, such as a name.
 */
export async function readPage<T extends ObjectLiteral & { id: string }>(
  { pseudonyms }: Pick<Context, 'pseudonyms'>,
  query: SelectQueryBuilder<T>,
  order: Order,
  page: PageArguments,
  fields: FieldTree,
): Promise<Connection<T>> {
  const { size, cursor, backward } = parsePage(pseudonyms, page, order.key);
  const counting = query.clone();
  const alias = query.alias;
  const descending = (order.direction === 'DESC') !== backward;
  if (cursor !== undefined) {
    query.andWhere(
      `(${order.key.expression}, ${alias}.id) ${descending ? '<' : '>'} (cast(:cursorValue as ${order.key.type}), cast(:cursorId as uuid))`,
      {
        cursorValue: cursor.value,
        cursorId: cursor.id,
      },
    );
  }
  const direction = descending ? 'DESC' : 'ASC';
  query
    .orderBy(order.key.expression, direction)
    .addOrderBy(`${alias}.id`, direction)
    .limit(size + 1);
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
      return counting.getCount();
    },
  };
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

function nameOf({ expression }: SortKey): string {
  return createHash('sha256').update(expression).digest('base64url').slice(0, 8);
}

function readCursor(pseudonyms: Pseudonyms, key: SortKey, cursor: string): { value: string; id: string } {
  // What opens was written here.
  const [name, value, id] = JSON.parse(pseudonyms.open(cursor)) as [string, string, string];
  if (name === nameOf(key)) return { value, id };
  throw badRequest('The cursor is not one of this list in this order.');
}
