import { Kind, type FieldNode, type GraphQLResolveInfo, type SelectionSetNode } from 'graphql';
import type { EntityMetadata, ObjectLiteral, SelectQueryBuilder } from 'typeorm';

/** The fields that an operation asks for below a field, by name; leaves are empty. */
export interface FieldTree {
  readonly [field: string]: FieldTree;
}
type Growing = { [field: string]: Growing };

/** The fields asked for at `path` below the resolved field, for example ['edges', 'node'] of a connection. */
export function fieldsAskedFor(info: GraphQLResolveInfo, path: readonly string[] = []): FieldTree {
  let tree: Growing = {};
  for (const node of info.fieldNodes) collect(node.selectionSet, info, tree);
  for (const step of path) tree = tree[step] ?? {};
  return tree;
}

function collect(selections: SelectionSetNode | undefined, info: GraphQLResolveInfo, into: Growing): void {
  for (const selection of selections?.selections ?? []) {
    if (selection.kind === Kind.FIELD) addField(selection, info, into);
    else if (selection.kind === Kind.INLINE_FRAGMENT) collect(selection.selectionSet, info, into);
    else collect(info.fragments[selection.name.value]?.selectionSet, info, into);
  }
}

function addField(node: FieldNode, info: GraphQLResolveInfo, into: Growing): void {
  const child = (into[node.name.value] ??= {});
  collect(node.selectionSet, info, child);
}

/** Columns that computed fields of a type are made from: `needs` of its class, by field name. */
export type Needs = Readonly<Record<string, readonly string[]>>;

/** What computed fields need, by the entity whose row they are computed from. */
const needsOf = new Map<unknown, Needs>();

export function declareNeeds(entity: unknown, needs: Needs): void {
  needsOf.set(entity, needs);
}

interface Step {
  readonly alias: string;
  readonly property: string;
}
/** Writes the columns of one flat row into the object of its path. */
interface PlannedColumn {
  readonly key: string;
  readonly path: readonly Step[];
  readonly property: string;
}

/**
 * Reads rows with the columns and to-one relations that were asked for, by joins in one statement, as plain
 * nested objects in the shape of the entities. Hydrating entity graphs is several times slower on lists, and a
 * query for each relation slower again.
 *
 * A field that is neither a column nor a to-one relation is left to its own resolver; the columns that it needs
 * are those declared with `declareNeeds`. `id` is always read. `extra` adds SQL expressions to each row by name.
 */
export async function readRows<T extends ObjectLiteral>(
  query: SelectQueryBuilder<T>,
  fields: FieldTree,
  extra: Readonly<Record<string, string>> = {},
): Promise<T[]> {
  const main = query.expressionMap.mainAlias;
  if (main === undefined) throw new Error('the query selects from nothing');
  const plan: PlannedColumn[] = [];
  query.select([]);
  planEntity(query, main.name, main.metadata, fields, [], plan);
  for (const [property, expression] of Object.entries(extra)) {
    query.addSelect(expression, property);
    plan.push({ key: property, path: [], property });
  }
  const rows = await query.getRawMany<Record<string, unknown>>();
  return rows.map((row) => nest(row, plan) as T);
}

function planEntity<T extends ObjectLiteral>(
  query: SelectQueryBuilder<T>,
  alias: string,
  metadata: EntityMetadata,
  fields: FieldTree,
  path: readonly Step[],
  plan: PlannedColumn[],
): void {
  const needs = needsOf.get(metadata.target) ?? {};
  const wanted = new Set<string>(['id']);
  for (const field of Object.keys(fields)) {
    wanted.add(field);
    for (const column of needs[field] ?? []) wanted.add(column);
  }
  for (const property of wanted) {
    // A foreign key may have a property of its own beside its relation's: the relation is looked for first.
    const relation = metadata.relations.find((candidate) => candidate.propertyName === property);
    if (relation?.isOwning) {
      const target = ensureJoin(query, alias, property);
      const step = { alias: target, property };
      planEntity(
        query,
        target,
        relation.inverseEntityMetadata,
        fields[property] ?? {},
        [...path, step],
        plan,
      );
    } else if (metadata.columns.some((candidate) => candidate.propertyName === property)) {
      const key = `${alias}_${property}`;
      query.addSelect(`${alias}.${property}`, key);
      plan.push({ key, path, property });
    }
  }
}

/** Joins a to-one relation once, under the alias `parent_property`, and returns the alias. */
export function ensureJoin<T extends ObjectLiteral>(
  query: SelectQueryBuilder<T>,
  alias: string,
  property: string,
): string {
  const target = `${alias}_${property}`;
  if (!query.expressionMap.aliases.some((candidate) => candidate.name === target))
    query.leftJoin(`${alias}.${property}`, target);
  return target;
}

function nest(row: Record<string, unknown>, plan: readonly PlannedColumn[]): unknown {
  const root: Record<string, unknown> = {};
  for (const { key, path, property } of plan) {
    let target: Record<string, unknown> | undefined = root;
    for (const { alias, property: step } of path) {
      if (target === undefined) break;
      if (!(step in target)) target[step] = row[`${alias}_id`] === null ? null : {};
      target = (target[step] ?? undefined) as Record<string, unknown> | undefined;
    }
    if (target !== undefined) target[property] = row[key];
  }
  return root;
}
