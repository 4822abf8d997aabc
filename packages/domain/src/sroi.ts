import { accept, refuse, type Decision } from './refusal.ts';
import type { SroiStatus } from './vocabulary.ts';

/** What of a row decides whether it may be published. */
interface PublishedRow {
  readonly outcome: string;
  readonly proxySource: string | null;
}

/**
 * Whether a version of the value map may be published: it is a draft, every proxy says where it is from, and something was put in.
 * What is refused names the row.
 */
export function decidePublication(
  { status }: { readonly status: SroiStatus },
  rows: readonly PublishedRow[],
  investmentCents: number,
): Decision<'PUBLISHED'> {
  if (status !== 'DRAFT') return refuse('VERSION_NOT_DRAFT', 'id');
  const unsourced = rows.findIndex(({ proxySource }) => proxySource === null || proxySource.trim() === '');
  const row = rows[unsourced];
  if (row !== undefined)
    return refuse('PROXY_UNSOURCED', `rows.${unsourced}.proxySource`, { outcome: row.outcome });
  return investmentCents > 0 ? accept('PUBLISHED') : refuse('NOTHING_PUT_IN');
}

/** Whether a version may be written to: what is published stays as it is, what is discarded has to be taken up again first. */
export function decideChange({ status }: { readonly status: SroiStatus }): Decision<'DRAFT'> {
  switch (status) {
    case 'DRAFT':
      return accept('DRAFT');
    case 'PUBLISHED':
      return refuse('VERSION_PUBLISHED', 'id');
    case 'DISCARDED':
      return refuse('VERSION_NOT_DRAFT', 'id');
  }
}
