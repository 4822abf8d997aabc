import { folded } from '@tandem/domain/folded';
import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { badRequest } from './errors.ts';

/** Longer than any name; every word costs a comparison for each row. */
const LONGEST = 200;

/**
 * Keeps rows in which every word of the search stands in one of these texts, given as SQL that is folded already.
 * "peeters jan" finds Jan Peeters; nothing is kept out where nothing is searched for.
 */
export function andFind<T extends ObjectLiteral>(
  query: SelectQueryBuilder<T>,
  search: string | null | undefined,
  texts: readonly string[],
): void {
  if ((search ?? '').length > LONGEST) throw badRequest(`A search has at most ${LONGEST} characters.`);
  const words = folded(search ?? '')
    .split(/\s+/)
    .filter((word) => word !== '');
  words.forEach((word, index) => {
    const name = `search${index}`;
    query.andWhere(`(${texts.map((text) => `${text} like :${name}`).join(' or ')})`, {
      [name]: containing(word),
    });
  });
}

/** A LIKE pattern for text that contains this, with the pattern's own signs standing for themselves. */
function containing(text: string): string {
  return `%${text.replace(/[\\%_]/g, '\\$&')}%`;
}
