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
