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
  readonly id: string;
  readonly text: string;
  readonly cursor: string;
}

/** Which optional arguments an operation gives: none, all, one by name (`filter.partner`), or a cursor alone. */
type Optional = string;

/** A field at the end of a way through the schema, with the types that it passes. */
interface Leaf {
  /** Names as they stand in an answer's paths. */
  readonly path: string;
  /** Steps of selection: a field with its arguments, or a member of a union. */
  readonly steps: readonly string[];
  readonly visited: readonly string[];
}

export interface Operation {
  readonly root: string;
  readonly text: string;
  readonly variables: Readonly<Record<string, string>>;
  /** `Type.field` of everything that it asks for. */
  readonly visited: ReadonlySet<string>;
  readonly kind: 'query' | 'mutation';
}

/** So many fields and aliases fit into one operation within the limits of the API. */
const LEAVES = 90;
const ALIASES = 25;
/** Rows of each list: more than a side has. */
const ROWS = 20;

/** Ways to give the optional arguments of a root field; those within an input are named `input.field`. */
function optionalsOf({ args }: GraphQLField<unknown, unknown>): Set<Optional> {
  const optionals = new Set<Optional>(['none', 'all']);
  for (const argument of args) {
    const type = getNullableType(argument.type);
    if (isInputObjectType(type))
      for (const field of Object.values(type.getFields())) optionals.add(`${argument.name}.${field.name}`);
    else if (!isRequiredArgument(argument)) optionals.add(argument.name);
  }
  return optionals;
}

/**
 * Variables of a template, by their names: `id`, `cursor`, and words as they are or as an address, for each type that takes
 * them (`text_String`). The text of a template stays the same for all values, so that the server reads and validates it once.
 */
const VARIABLE = /\$(id|cursor|(?:text|email)_(\w+))/g;

/** The variables that a selection names, as an operation declares them. */
function declared(selection: string): string {
  const types = new Map(
    [...selection.matchAll(VARIABLE)].map(([, name = '', type]) => [
      name,
      type ?? (name === 'id' ? 'ID' : 'String'),
    ]),
  );
  return types.size === 0 ? '' : ` (${[...types].map(([name, type]) => `$${name}: ${type}!`).join(', ')})`;
}

/** What the variables of a template are with such values. */
function variablesOf(template: string, { id, text, cursor }: Values): Record<string, string> {
  return Object.fromEntries(
    [...template.matchAll(VARIABLE)].map(([, name = '']) => {
      if (name === 'id') return [name, id];
      if (name === 'cursor') return [name, cursor];
      return [name, name.startsWith('email') ? `${text}@example.org` : text];
    }),
  );
}

/**
 * Every field path of the schema below every root field, once for each way to give its optional arguments; no type twice on
 * one path. Paths that begin with one of `avoided` are left out: a field that is refused takes the answer around it along.
 */
export function templatesOf(
  schema: GraphQLSchema,
  avoided: ReadonlySet<string>,
  only?: Optional,
): Operation[] {
  const roots = [
    { kind: 'query', type: schema.getQueryType() },
    { kind: 'mutation', type: schema.getMutationType() },
  ] as const;
  const templates = new Map<string, Operation>();
  for (const { kind, type } of roots)
    for (const field of Object.values(type?.getFields() ?? {}))
      for (const optional of only === undefined ? optionalsOf(field) : [only]) {
        const leaves = leavesOf(schema, `${type?.name}`, field, [], optional).filter(
          ({ path }) => !isAvoided(path, avoided),
        );
        for (const chunk of leaves.length === 0 ? [] : chunks(leaves)) {
          const selection = print(chunk.map(({ steps }) => steps));
          const text = `${kind}${declared(selection)} ${selection}`;
          const visited = new Set(chunk.flatMap((leaf) => leaf.visited));
          templates.set(text, { root: field.name, kind, text, variables: {}, visited });
        }
      }
  return [...templates.values()];
}

/** The operations that templates make with each of the values. */
export function filled(templates: readonly Operation[], values: readonly Values[]): Operation[] {
  const operations = new Map<string, Operation>();
  for (const template of templates)
    for (const one of values) {
      const variables = variablesOf(template.text, one);
      operations.set(`${template.text} ${JSON.stringify(variables)}`, { ...template, variables });
    }
  return [...operations.values()];
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

function isAvoided(path: string, avoided: ReadonlySet<string>): boolean {
  const names = path.split('.');
  return names.some((_, index) => avoided.has(names.slice(0, index + 1).join('.')));
}

function leavesOf(
  schema: GraphQLSchema,
  owner: string,
  field: GraphQLField<unknown, unknown>,
  path: readonly GraphQLNamedType[],
  optional: Optional,
  alias = '',
): Leaf[] {
  const step = `${alias}${field.name}${argumentsOf(field.args, optional)}`;
  const here = `${owner}.${field.name}`;
  const type = getNamedType(field.type);
  const shown = alias === '' ? field.name : alias.slice(0, -2);
  const below = (leaf: Leaf, ...between: string[]): Leaf => ({
    path: `${shown}.${leaf.path}`,
    steps: [step, ...between, ...leaf.steps],
    visited: [here, ...leaf.visited],
  });
  if (isLeafType(type)) return [{ path: shown, steps: [step], visited: [here] }];
  if (path.includes(type)) return [{ path: shown, steps: [step, '__typename'], visited: [here] }];
  const deeper = [...path, type];
  if (isUnionType(type))
    return type
      .getTypes()
      .flatMap((member) =>
        Object.values(member.getFields()).flatMap((sub) =>
          leavesOf(
            schema,
            member.name,
            sub,
            [...deeper, member],
            optional,
            `${member.name}_${sub.name}: `,
          ).map((leaf) => below(leaf, `... on ${member.name}`)),
        ),
      );
  if (!isObjectType(type)) throw new Error(`${type.name} has no fields`);
  return Object.values(type.getFields()).flatMap((sub) =>
    leavesOf(schema, type.name, sub, deeper, optional).map((leaf) => below(leaf)),
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

function argumentsOf(args: readonly GraphQLArgument[], optional: Optional): string {
  const given = args.flatMap((argument) => {
    if (argument.name === 'first') return [`first: ${ROWS}`];
    if (argument.name === 'last' || argument.name === 'before') return [];
    const wanted = optional === argument.name || optional.startsWith(`${argument.name}.`);
    if (argument.name === 'after') return wanted ? ['after: $cursor'] : [];
    if (!isRequiredArgument(argument) && optional !== 'all' && !wanted) return [];
    return [`${argument.name}: ${literal(argument.type, argument.name, optional)}`];
  });
  return given.length === 0 ? '' : `(${given.join(', ')})`;
}

function literal(type: GraphQLInputType, name: string, optional: Optional): string {
  const present = getNullableType(type);
  if (isListType(present)) return `[${literal(present.ofType, name, optional)}]`;
  if (isEnumType(present)) return present.getValues()[0]?.name ?? '';
  if (isInputObjectType(present)) {
    const fields = Object.values(present.getFields()).filter(
      (field) => isRequiredInputField(field) || optional === 'all' || optional === `${name}.${field.name}`,
    );
    return `{${fields.map((field) => `${field.name}: ${literal(field.type, field.name, optional)}`).join(', ')}}`;
  }
  switch (String(present)) {
    case 'ID':
      return '$id';
    case 'Int':
    case 'Cents':
      return '1';
    case 'Float':
      return '0.5';
    case 'Boolean':
      return 'false';
    case 'CalendarDay':
      return name === 'to' ? '"2017-12-31"' : '"2017-06-01"';
    default:
      if (name === 'locale') return '"fr"';
      if (name === 'country') return '"BE"';
      return `$${name.toLowerCase().includes('email') ? 'email' : 'text'}_${String(present)}`;
  }
}
