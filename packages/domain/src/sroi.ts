import { accept, refuse, type Decision } from './refusal.ts';
import { SROI_ASSUMPTIONS, type SroiAssumption, type SroiNumber, type SroiStatus } from './vocabulary.ts';

/** What of a row is written down as a number that somebody typed. */
interface TypedNumbers extends Readonly<Record<Exclude<SroiAssumption, 'quantity'>, number>> {
  /** Null, or not looked at, where an indicator counts it. */
  readonly quantity: number | null;
  readonly quantityMetric?: string | null | undefined;
  readonly proxyCents: number;
}
/** A row with what it says of its numbers: the source of each, and of which value that was said. */
interface SourcedRow extends TypedNumbers {
  readonly proxySource?: string | null | undefined;
  /** The amount of which the source of the proxy was said. */
  readonly proxySourceCents?: number | null | undefined;
  readonly assumptions: readonly { readonly number: SroiNumber; readonly value: number }[];
}

/** A source that was said of another value than the one that stands. */
export interface FormerSource {
  readonly number: SroiAssumption | 'proxy';
  /** The value of which it was said; of a proxy in cents. */
  readonly former: number;
}

/**
 * Whether a number of a row moves the result, so that it has to say on what it stands: a quantity that is typed, a deduction or a
 * drop-off above 0, a duration of more than the first year.
 */
export function weighs(row: Omit<TypedNumbers, 'proxyCents'>, number: SroiAssumption): boolean {
  return (typedValue(row, number) ?? 0) > (number === 'durationYears' ? 1 : 0);
}

function typedValue(row: Omit<TypedNumbers, 'proxyCents'>, number: SroiAssumption): number | null {
  return number === 'quantity' && row.quantityMetric != null ? null : row[number];
}

/**
 * Which sources of a row were said of a former value of their number. Nobody said of the value that stands that it has this source, so
 * somebody confirms it or names another one before the row is published. One that goes back to its former value has its source again.
 */
export function formerSources(row: SourcedRow): readonly FormerSource[] {
  const proxy =
    row.proxySource != null && row.proxySourceCents != null && row.proxySourceCents !== row.proxyCents;
  return [
    ...(proxy ? [{ number: 'proxy' as const, former: row.proxySourceCents }] : []),
    ...SROI_ASSUMPTIONS.flatMap((number) => {
      const told = row.assumptions.find((assumption) => assumption.number === number);
      const stands = typedValue(row, number);
      return told === undefined || stands === null || stands === told.value
        ? []
        : [{ number, former: told.value }];
    }),
  ];
}

/** What of a row decides whether it may be published. */
interface PublishedRow extends SourcedRow {
  readonly outcome: string;
  readonly proxySource: string | null;
}

/**
 * Whether a version of the value map may be published: it is a draft, every proxy says where it is from, every typed quantity, deduction,
 * drop-off and duration on what it stands, each source was said of the value that stands, and something was put in. What is refused
 * names the row.
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
    const [former] = formerSources(row);
    if (former !== undefined)
      return refuse(
        'SOURCE_OF_FORMER_VALUE',
        `rows.${index}.${former.number === 'proxy' ? 'proxySource' : 'assumptions'}`,
        { outcome: row.outcome, number: former.number },
      );
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
