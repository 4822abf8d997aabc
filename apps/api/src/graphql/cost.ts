import { HeaderMap, type ApolloServerPlugin } from '@apollo/server';
import {
  GraphQLError,
  Kind,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { pageProblem, USUAL_PAGE } from './connection.ts';
import type { Context } from './context.ts';

/** How many values one answer may hold at most, as far as its document and variables say. */
const MAXIMUM_COST = 50_000;

/** What every operation costs, however little it asks for. */
const BASE_COST = 100;

type Variables = Readonly<Record<string, unknown>>;

/** Refuses operations whose lists within lists would hold too much, and counts the others against the limits of who asks. */
export const limitsCost: ApolloServerPlugin<Context> = {
  requestDidStart: async () => ({
    didResolveOperation: async ({ document, operation, request, contextValue }) => {
      const cost = operation === undefined ? 0 : costOf(document, operation, request.variables ?? {});
      if (cost > MAXIMUM_COST)
        throw new GraphQLError(
          `The operation may hold ${cost} values; at most ${MAXIMUM_COST} are answered at once. Ask for smaller pages.`,
          { extensions: { code: 'QUERY_TOO_LARGE', http: { status: 400 } } },
        );
      const wait = await contextValue.spend(BASE_COST + cost);
      if (wait !== undefined)
        throw new GraphQLError(`Too much was asked in a short time. Try again in ${wait} seconds.`, {
          extensions: {
            code: 'TOO_MANY_REQUESTS',
            http: { status: 429, headers: new HeaderMap([['retry-after', String(wait)]]) },
          },
        });
    },
  }),
};

/** Each field counts one, and the fields of a list's rows as often as the list has rows. */
function costOf(document: DocumentNode, operation: OperationDefinitionNode, variables: Variables): number {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions)
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);

  const of = ({ selections }: SelectionSetNode): number => {
    let sum = 0;
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD)
        sum +=
          1 +
          (selection.selectionSet === undefined
            ? 0
            : rowsOf(selection, variables) * of(selection.selectionSet));
      else if (selection.kind === Kind.INLINE_FRAGMENT) sum += of(selection.selectionSet);
      else {
        const fragment = fragments.get(selection.name.value);
        if (fragment !== undefined) sum += of(fragment.selectionSet);
      }
    }
    return sum;
  };
  return of(operation.selectionSet);
}

/** Rows of a connection: its size, or the usual one where it has edges and names none. Anything else is one. */
function rowsOf({ arguments: given = [], selectionSet }: FieldNode, variables: Variables): number {
  for (const { name, value } of given) {
    if (name.value !== 'first' && name.value !== 'last') continue;
    const size =
      value.kind === Kind.VARIABLE
        ? variables[value.name.value]
        : value.kind === Kind.INT
          ? Number(value.value)
          : null;
    if (typeof size !== 'number') continue;
    const problem = pageProblem(size);
    if (problem !== undefined)
      throw new GraphQLError(problem, { extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } } });
    return size;
  }
  const isConnection = selectionSet?.selections.some(
    (selection) => selection.kind === Kind.FIELD && selection.name.value === 'edges',
  );
  return isConnection ? USUAL_PAGE : 1;
}
