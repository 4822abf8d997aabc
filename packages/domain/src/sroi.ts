import { accept, refuse, type Decision } from './refusal.ts';
import { SROI_ASSUMPTIONS, type SroiAssumption, type SroiStatus } from './vocabulary.ts';

/** What of a row decides whether it may be published. */
interface PublishedRow extends Readonly<Record<SroiAssumption, number>> {
  readonly outcome: string;
  readonly proxySource: string | null;
  readonly assumptions: readonly { readonly number: SroiAssumption }[];
}

/**
 * Whether a number of a row moves the result, so that it has to say on what it stands: a deduction or a drop-off above 0, a duration
 * of more than the first year.
 */
export function weighs(row: Readonly<Record<SroiAssumption, number>>, number: SroiAssumption): boolean {
  return row[number] > (number === 'durationYears' ? 1 : 0);
}

/**
 * Whether a version of the value map may be published: it is a draft, every proxy says where it is from, every deduction, drop-off and
 * duration on what it stands, and something was put in. What is refused names the row.
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
  for (const [index, row] of rows.entries()) {
    const open = SROI_ASSUMPTIONS.find(
      (number) => weighs(row, number) && !row.assumptions.some((told) => told.number === number),
    );
    if (open !== undefined)
      return refuse('ASSUMPTION_UNSOURCED', `rows.${index}.assumptions`, {
        outcome: row.outcome,
        assumption: open,
      });
  }
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
