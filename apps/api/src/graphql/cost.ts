import type { ApolloServerPlugin } from '@apollo/server';
import {
  getNamedType,
  GraphQLError,
  isObjectType,
  Kind,
  typeFromAST,
  valueFromASTUntyped,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { pageProblem, USUAL_PAGE } from './connection.ts';
import type { Context } from './context.ts';
import { tooManyRequests } from './errors.ts';

/** How many values one answer may hold at most, as far as its document and variables say. */
const MAXIMUM_COST = 50_000;

/** What every operation costs, however little it asks for. */
const BASE_COST = 100;

type Variables = Readonly<Record<string, unknown>>;

/** Refuses operations whose lists within lists would hold too much, and counts the others against the limits of who asks. */
export const limitsCost: ApolloServerPlugin<Context> = {
  requestDidStart: async () => ({
    didResolveOperation: async ({ schema, document, operation, request, contextValue }) => {
      const cost = operation === undefined ? 0 : costOf(schema, document, operation, request.variables ?? {});
      if (cost > MAXIMUM_COST)
        throw new GraphQLError(
          `The operation may hold ${cost} values; at most ${MAXIMUM_COST} are answered at once. Ask for smaller pages.`,
          { extensions: { code: 'QUERY_TOO_LARGE', http: { status: 400 } } },
        );
      const wait = await contextValue.spend(BASE_COST + cost);
      if (wait !== undefined) throw tooManyRequests(wait);
    },
  }),
};

/** Each field counts one, and the fields of a list's rows as often as the list has rows. */
function costOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  given: Variables,
): number {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions)
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  const variables = { ...defaultsOf(operation), ...given };

  const of = ({ selections }: SelectionSetNode, parent: GraphQLNamedType | undefined): number => {
    let sum = 0;
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) {
        sum += 1;
        if (selection.selectionSet === undefined) continue;
        const type = typeOf(parent, selection);
        sum += rowsOf(selection, type, variables) * of(selection.selectionSet, type);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        const { typeCondition } = selection;
        sum += of(selection.selectionSet, typeCondition ? typeFromAST(schema, typeCondition) : parent);
      } else {
        const fragment = fragments.get(selection.name.value);
        if (fragment !== undefined)
          sum += of(fragment.selectionSet, typeFromAST(schema, fragment.typeCondition));
      }
    }
    return sum;
  };
  return of(operation.selectionSet, schema.getRootType(operation.operation) ?? undefined);
}

/** What variables are that a request leaves out. */
function defaultsOf({ variableDefinitions = [] }: OperationDefinitionNode): Variables {
  return Object.fromEntries(
    variableDefinitions.flatMap(({ variable, defaultValue }) =>
      defaultValue === undefined ? [] : [[variable.name.value, valueFromASTUntyped(defaultValue)]],
    ),
  );
}

function typeOf(parent: GraphQLNamedType | undefined, { name }: FieldNode): GraphQLNamedType | undefined {
  const field = isObjectType(parent) ? parent.getFields()[name.value] : undefined;
  return field && getNamedType(field.type);
}

/** Rows of a connection: its size, or the usual one where it names none. Anything else is one. */
function rowsOf(
  { arguments: given = [] }: FieldNode,
  type: GraphQLNamedType | undefined,
  variables: Variables,
): number {
  if (!isObjectType(type) || !('edges' in type.getFields())) return 1;
  for (const { name, value } of given) {
    if (name.value !== 'first' && name.value !== 'last') continue;
    const size: unknown =
      value.kind === Kind.VARIABLE ? variables[value.name.value] : valueFromASTUntyped(value);
    if (typeof size !== 'number') continue;
    const problem = pageProblem(size);
    if (problem !== undefined)
      throw new GraphQLError(problem, { extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } } });
    return size;
  }
  return USUAL_PAGE;
}
