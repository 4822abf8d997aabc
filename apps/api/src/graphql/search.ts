import { folded } from '@tandem/domain/folded';
import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import type { Database } from '../database/database.ts';
import { badRequest } from './errors.ts';

/** Longer than any name; every word costs a comparison for each row. */
const LONGEST = 200;

/**
 * Keeps rows in which every word of the search stands in one of these texts, given as SQL that is folded already.
 * "peeters jan" finds Jan Peeters; nothing is kept out where nothing is searched for. Looks at every row: for tables that stay small.
 */
export function andFind<T extends ObjectLiteral>(
  query: SelectQueryBuilder<T>,
  search: string | null | undefined,
  texts: readonly string[],
): void {
  patternsOf(search).forEach((pattern, index) => {
    const name = `search${index}`;
    query.andWhere(`(${texts.map((text) => `${text} like :${name}`).join(' or ')})`, { [name]: pattern });
  });
}

/** What a search keeps, as conditions on the list's alias. */
export interface Found {
  /** So few that they are known by their ids. */
  readonly few: boolean;
  /** For a page of the list, which is walked in its order. */
  readonly walking: string;
  /** For counting. */
  readonly counting: string;
  readonly values: Readonly<Record<string, unknown>>;
}

/** Of so many rows all are found first; of more, a page is met sooner by walking the list and looking at each row. */
const FOUND_FIRST = 1000;

/**
 * The same for a list with a listing (migrations/1700000000060-lists.ts), whose index finds the few rows of a name among
 * a million: whoever searches costs one statement more. Undefined where nothing is searched for.
 * @param branches the only ones of which rows are kept; undefined for all.
 */
export async function findListed(
  db: Pick<Database, 'query'>,
  alias: 'duo' | 'mentee' | 'mentor',
  search: string | null | undefined,
  branches: readonly string[] | undefined,
): Promise<Found | undefined> {
  const patterns = patternsOf(search);
  if (patterns.length === 0) return undefined;
  const like = (parameter: (index: number) => string) =>
    patterns.map((_, index) => `search_text like ${parameter(index)}`).join(' and ');
  const ofBranches = (parameter: string) =>
    branches === undefined ? '' : ` and branch_id = any (${parameter})`;
  const found: { id: string }[] = await db.query(
    `select ${alias}_id as id from ${alias}_listing
     where ${like((index) => `$${index + 1}`)}${ofBranches(`$${patterns.length + 1}`)} limit ${FOUND_FIRST + 1}`,
    [...patterns, ...(branches === undefined ? [] : [branches])],
  );
  if (found.length <= FOUND_FIRST) {
    const isFound = `${alias}.id = any (:found)`;
    return { few: true, walking: isFound, counting: isFound, values: { found: found.map(({ id }) => id) } };
  }
  const named = like((index) => `:search${index}`);
  return {
    few: false,
    walking: `(select ${named} from ${alias}_listing as listing where listing.${alias}_id = ${alias}.id)`,
    counting: `${alias}.id in (select ${alias}_id from ${alias}_listing where ${named}${ofBranches(':searchedBranches')})`,
    values: {
      ...Object.fromEntries(patterns.map((pattern, index) => [`search${index}`, pattern])),
      ...(branches !== undefined && { searchedBranches: branches }),
    },
  };
}

/** A pattern for each word of a search. */
function patternsOf(search: string | null | undefined): string[] {
  if ((search ?? '').length > LONGEST) throw badRequest(`A search has at most ${LONGEST} characters.`);
  return folded(search ?? '')
    .split(/\s+/)
    .filter((word) => word !== '')
    .map(containing);
}

/** A LIKE pattern for text that contains this, with the pattern's own signs standing for themselves. */
function containing(text: string): string {
  return `%${text.replace(/[\\%_]/g, '\\$&')}%`;
}
