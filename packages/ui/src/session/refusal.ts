import type { Refusal, RefusalCode } from '@tandem/domain/refusal';
import type { IntlShape } from 'react-intl';
import { formatDay } from '../i18n/format.ts';

/** What somebody else did to the record meanwhile. */
export interface Change {
  readonly id: string;
  readonly at: string;
  readonly actorName: string;
  readonly before?: unknown;
  readonly after?: unknown;
}

/** A refusal with what changed since the version that was seen, for who may see it. */
export interface RefusalSeen extends Refusal {
  readonly changes?: readonly Change[];
}

/**
 * Why there is no answer that says how something ended, where nobody refused it. UNREACHABLE: the server did not answer, and
 * what was typed is kept. ANSWER_LOST: it was done the first time, and how it ended is gone. TOO_MANY_REQUESTS: it was not begun.
 * DATA_SET_LOST: it may have been done.
 */
export interface Failure extends Omit<RefusalSeen, 'code'> {
  readonly code: 'UNREACHABLE' | 'ANSWER_LOST' | 'TOO_MANY_REQUESTS' | 'DATA_SET_LOST';
}

/** A refusal as the API answers it. */
export interface RefusalAnswer {
  readonly __typename?: string | undefined;
  readonly code?: RefusalCode;
  readonly field?: string | null;
  readonly params?: unknown;
  readonly changes?: readonly Change[] | null;
}

/** The refusal that an operation answered with; undefined where it did what was asked. */
export function refusalOf(answer: RefusalAnswer | undefined | null): RefusalSeen | undefined {
  if (answer?.__typename !== 'Refusal' || answer.code === undefined) return undefined;
  return {
    code: answer.code,
    ...(answer.field != null && { field: answer.field }),
    ...(answer.params != null && { params: answer.params as NonNullable<Refusal['params']> }),
    ...(answer.changes != null && { changes: answer.changes }),
  };
}

/** The first refusal that a mutation answered with, whatever its field is called and whether it is a list. */
export async function refusalIn(
  result: Promise<{ readonly data?: object | null | undefined }>,
): Promise<Refusal | undefined> {
  const { data } = await result;
  const answers = Object.values(data ?? {}).flat() as readonly (RefusalAnswer | null)[];
  return answers.map(refusalOf).find((refusal) => refusal !== undefined);
}

/** A refusal or a failure in the reader's words, with the bound or the day that was not kept. */
export function refusalWords(
  intl: IntlShape,
  { code, params }: Pick<Refusal | Failure, 'code' | 'params'>,
): string {
  const limit = params?.['limit'];
  const day = params?.['day'];
  // Beside a field they are kept as text.
  const values = Object.entries(params ?? {}).map(([name, value]) => [
    name,
    Number.isNaN(Number(value)) ? value : Number(value),
  ]);
  return intl.formatMessage(
    { id: `refusal.${code}` },
    {
      ...(Object.fromEntries(values) as Refusal['params']),
      limit: limit === undefined ? 'none' : intl.formatNumber(Number(limit)),
      day: day === undefined ? '' : formatDay(intl, String(day)),
    },
  );
}
