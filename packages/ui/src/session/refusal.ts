import type { Refusal, RefusalCode } from '@tandem/domain/refusal';

interface Answer {
  readonly __typename?: string | undefined;
  readonly code?: RefusalCode;
  readonly field?: string | null;
}

/** The refusal that an operation answered with; undefined where it did what was asked. */
export function refusalOf(answer: Answer | undefined | null): Refusal | undefined {
  if (answer?.__typename !== 'Refusal' || answer.code === undefined) return undefined;
  return { code: answer.code, ...(answer.field != null && { field: answer.field }) };
}

/** The first refusal that a mutation answered with, whatever its field is called and whether it is a list. */
export async function refusalIn(
  result: Promise<{ readonly data?: object | null | undefined }>,
): Promise<Refusal | undefined> {
  const { data } = await result;
  const answers = Object.values(data ?? {}).flat() as readonly (Answer | null)[];
  return answers.map(refusalOf).find((refusal) => refusal !== undefined);
}
