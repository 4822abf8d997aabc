import {
  GraphQLError,
  Kind,
  type ASTNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  type SelectionSetNode,
  type ValidationRule,
} from 'graphql';

/** What one operation may ask for. The portals' own largest page stays well below. */
export const LIMITS = {
  // The introspection of common tools is 16 deep.
  depth: 18,
  aliases: 30,
  directives: 20,
  rootFields: 20,
  selections: 600,
  /** Words and signs of a document: nobody reads further. */
  tokens: 8000,
} as const;

interface Size {
  depth: number;
  selections: number;
  aliases: number;
  directives: number;
}

/**
 * Refuses documents that are larger than LIMITS, whatever their fragments hide. The other rules then look no further: an
 * empty document is visited in its place, since some of them take the square of its fields.
 */
export const limitRule: ValidationRule = (context) => ({
  Document(document) {
    const problem = problemOf(document);
    if (problem === undefined) return undefined;
    context.reportError(new GraphQLError(problem, { extensions: { code: 'QUERY_TOO_LARGE' } }));
    return { ...document, definitions: [] };
  },
});

function problemOf(document: DocumentNode): string | undefined {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions)
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    const size: Size = {
      depth: 0,
      selections: 0,
      aliases: 0,
      directives: definition.directives?.length ?? 0,
    };
    measure(definition.selectionSet, 1, size, fragments, new Set());
    if (size.selections > LIMITS.selections)
      return `The operation asks for more than ${LIMITS.selections} fields.`;
    if (size.depth > LIMITS.depth) return `The operation is deeper than ${LIMITS.depth} levels.`;
    if (size.aliases > LIMITS.aliases) return `The operation has more than ${LIMITS.aliases} aliases.`;
    if (size.directives > LIMITS.directives)
      return `The operation has more than ${LIMITS.directives} directives.`;
    if (definition.selectionSet.selections.length > LIMITS.rootFields)
      return `The operation has more than ${LIMITS.rootFields} root fields.`;
  }
  return undefined;
}

function measure(
  { selections }: SelectionSetNode,
  depth: number,
  size: Size,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  within: ReadonlySet<string>,
): void {
  size.depth = Math.max(size.depth, depth);
  for (const selection of selections) {
    // Beyond the limit nothing more needs to be known: a document made to explode is left early.
    if (size.selections > LIMITS.selections) return;
    size.selections += 1;
    size.directives += directivesOf(selection);
    if (selection.kind === Kind.FIELD) {
      if (selection.alias !== undefined) size.aliases += 1;
      if (selection.selectionSet !== undefined)
        measure(selection.selectionSet, depth + 1, size, fragments, within);
    } else if (selection.kind === Kind.INLINE_FRAGMENT) {
      measure(selection.selectionSet, depth, size, fragments, within);
    } else {
      const { value: name } = selection.name;
      const fragment = fragments.get(name);
      // A circle is refused by GraphQL's own rule; here it must only not be followed.
      if (fragment !== undefined && !within.has(name))
        measure(fragment.selectionSet, depth, size, fragments, new Set([...within, name]));
    }
  }
}

function directivesOf(node: ASTNode): number {
  return 'directives' in node ? (node.directives?.length ?? 0) : 0;
}
