import type { Refusal, RefusalCode } from '@tandem/domain/refusal';
import type { IntlShape } from 'react-intl';
import { formatDay } from '../i18n/format.ts';

/** A refusal as the API answers it. */
export interface RefusalAnswer {
  readonly __typename?: string | undefined;
  readonly code?: RefusalCode;
  readonly field?: string | null;
  readonly params?: unknown;
}

/** The refusal that an operation answered with; undefined where it did what was asked. */
export function refusalOf(answer: RefusalAnswer | undefined | null): Refusal | undefined {
  if (answer?.__typename !== 'Refusal' || answer.code === undefined) return undefined;
  return {
    code: answer.code,
    ...(answer.field != null && { field: answer.field }),
    ...(answer.params != null && { params: answer.params as NonNullable<Refusal['params']> }),
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

/** A refusal in the reader's words, with the bound or the day that was not kept. */
export function refusalWords(intl: IntlShape, { code, params }: Pick<Refusal, 'code' | 'params'>): string {
  const limit = params?.['limit'];
  const day = params?.['day'];
  return intl.formatMessage(
    { id: `refusal.${code}` },
    {
      limit: limit === undefined ? 'none' : intl.formatNumber(Number(limit)),
      day: day === undefined ? '' : formatDay(intl, String(day)),
    },
  );
}
