import {
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
  isUnionType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';

/** What stands in the place of arguments. */
export interface Values {
  readonly name: string;
  readonly id: string;
  readonly text: string;
  readonly cursor: string | undefined;
  /** Whether filters and other optional arguments are given too. */
  readonly optional: boolean;
}

/** A field at the end of a way through the schema, with the types that it passes. */
interface Leaf {
  /** Steps of selection: a field with its arguments, or a member of a union. */
  readonly steps: readonly string[];
  readonly visited: readonly string[];
}

export interface Operation {
  readonly root: string;
  readonly text: string;
  /** `Type.field` of everything that it asks for. */
  readonly visited: ReadonlySet<string>;
  readonly kind: 'query' | 'mutation';
}

/** So many fields and aliases fit into one operation within the limits of the API. */
const LEAVES = 90;
const ALIASES = 25;

/** Every field path of the schema below every root field, with the values as arguments; no type twice on one path. */
export function operationsOf(schema: GraphQLSchema, values: Values): Operation[] {
  const roots = [
    { kind: 'query', type: schema.getQueryType() },
    { kind: 'mutation', type: schema.getMutationType() },
  ] as const;
  return roots.flatMap(({ kind, type }) =>
    Object.values(type?.getFields() ?? {}).flatMap((field) => {
      const leaves = leavesOf(schema, `${type?.name}`, field, [], values);
      return chunks(leaves).map((chunk) => ({
        root: field.name,
        kind,
        text: `${kind} ${print(chunk.map(({ steps }) => steps))}`,
        visited: new Set(chunk.flatMap(({ visited }) => visited)),
      }));
    }),
  );
}

/** Every field that an answer may have. */
export function fieldsOf(schema: GraphQLSchema): Set<string> {
  const names = new Set<string>();
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const name of Object.keys(type.getFields())) names.add(`${type.name}.${name}`);
  }
  return names;
}

function leavesOf(
  schema: GraphQLSchema,
  owner: string,
  field: GraphQLField<unknown, unknown>,
  path: readonly GraphQLNamedType[],
  values: Values,
  alias = '',
): Leaf[] {
  const step = `${alias}${field.name}${argumentsOf(field.args, values)}`;
  const here = `${owner}.${field.name}`;
  const type = getNamedType(field.type);
  const below = (leaf: Leaf, ...between: string[]): Leaf => ({
    steps: [step, ...between, ...leaf.steps],
    visited: [here, ...leaf.visited],
  });
  if (isLeafType(type)) return [{ steps: [step], visited: [here] }];
  if (path.includes(type)) return [{ steps: [step, '__typename'], visited: [here] }];
  const deeper = [...path, type];
  if (isUnionType(type))
    return type
      .getTypes()
      .flatMap((member) =>
        Object.values(member.getFields()).flatMap((sub) =>
          leavesOf(schema, member.name, sub, [...deeper, member], values, `${member.name}_${sub.name}: `).map(
            (leaf) => below(leaf, `... on ${member.name}`),
          ),
        ),
      );
  if (!isObjectType(type)) throw new Error(`${type.name} has no fields`);
  return Object.values(type.getFields()).flatMap((sub) =>
    leavesOf(schema, type.name, sub, deeper, values).map((leaf) => below(leaf)),
  );
}

function chunks(leaves: readonly Leaf[]): Leaf[][] {
  const all: Leaf[][] = [[]];
  let aliases = 0;
  for (const leaf of leaves) {
    const own = leaf.steps.filter((step) => /^\w+: /.test(step)).length;
    const last = all.at(-1) ?? [];
    if (last.length >= LEAVES || aliases + own > ALIASES) {
      all.push([leaf]);
      aliases = own;
    } else {
      last.push(leaf);
      aliases += own;
    }
  }
  return all;
}

/** Paths as one selection: those that begin alike share their beginning. */
function print(paths: readonly (readonly string[])[]): string {
  const groups = new Map<string, string[][]>();
  for (const [first = '', ...rest] of paths) {
    const group = groups.get(first) ?? [];
    groups.set(first, group);
    if (rest.length > 0) group.push(rest);
  }
  const parts = [...groups].map(([step, rest]) => (rest.length === 0 ? step : `${step} ${print(rest)}`));
  return `{ ${parts.join(' ')} }`;
}

function argumentsOf(args: readonly GraphQLArgument[], values: Values): string {
  const given = args.flatMap((argument) => {
    if (argument.name === 'first') return ['first: 3'];
    if (argument.name === 'last' || argument.name === 'before') return [];
    if (argument.name === 'after')
      return values.cursor === undefined ? [] : [`after: ${JSON.stringify(values.cursor)}`];
    if (!isRequiredArgument(argument) && !values.optional) return [];
    return [`${argument.name}: ${literal(argument.type, argument.name, values)}`];
  });
  return given.length === 0 ? '' : `(${given.join(', ')})`;
}

function literal(type: GraphQLInputType, name: string, values: Values): string {
  const present = getNullableType(type);
  if (isListType(present)) return `[${literal(present.ofType, name, values)}]`;
  if (isEnumType(present)) return present.getValues()[0]?.name ?? '';
  if (isInputObjectType(present)) {
    const fields = Object.values(present.getFields()).filter(
      (field) => isRequiredInputField(field) || values.optional,
    );
    return `{${fields.map((field) => `${field.name}: ${literal(field.type, field.name, values)}`).join(', ')}}`;
  }
  switch (String(present)) {
    case 'ID':
      return JSON.stringify(values.id);
    case 'Int':
      return '1';
    case 'Float':
      return '0.5';
    case 'Boolean':
      return 'false';
    case 'CalendarDay':
      return name === 'to' ? '"2017-12-31"' : '"2017-06-01"';
    default:
      return JSON.stringify(
        name.toLowerCase().includes('email') ? `${values.text}@example.org` : values.text,
      );
  }
}
