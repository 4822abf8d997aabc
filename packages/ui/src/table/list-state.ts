import { z } from 'zod';
import type { SortState } from './column.ts';

/**
 * What a list shows, as it stands in the address bar. A page's route adds its filters to this; values that make no
 * sense are as if they were not there.
 */
export const listState = z.object({
  /** What is searched for. */
  q: z.string().optional().catch(undefined),
  sort: z.string().optional().catch(undefined),
  dir: z.enum(['ASC', 'DESC']).optional().catch(undefined),
  after: z.string().optional().catch(undefined),
  before: z.string().optional().catch(undefined),
  page: z.number().int().min(0).optional().catch(undefined),
  /** The columns that were chosen. */
  cols: z.array(z.string()).optional().catch(undefined),
});
export type ListState = z.output<typeof listState>;

/** A filter of several values of a closed list. */
export function someOf<const T extends readonly [string, ...string[]]>(values: T) {
  return z.array(z.enum(values)).optional().catch(undefined);
}
export const someIds = z.array(z.string()).optional().catch(undefined);

/** Whatever changes which rows there are leads back to the first page. */
export const FIRST_PAGE = { after: undefined, before: undefined, page: undefined } as const;

/** The order asked for; a sort key that the list does not have is as if it were not there. */
export function sortOf<Field extends string>(
  { sort, dir }: Pick<ListState, 'sort' | 'dir'>,
  fields: readonly Field[],
  fallback: SortState & { readonly field: Field },
): { field: Field; direction: 'ASC' | 'DESC' } {
  const field = fields.find((candidate) => candidate === sort);
  return field === undefined ? { ...fallback } : { field, direction: dir ?? 'ASC' };
}
