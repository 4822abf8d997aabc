import type { Refusal, RefusalCode } from '@tandem/domain/refusal';
import { refusalsOf } from '@tandem/domain/refusals-of';
import type { FieldError, FieldErrors, FieldValues, Resolver } from 'react-hook-form';
import { useIntl } from 'react-intl';
import type { z } from 'zod';
import { refusalWords, type Failure } from '../session/refusal.ts';

/** A refusal as an error of a field: its code as the message, its values beside it. */
export function errorOf({ code, params }: Refusal | Failure): FieldError {
  const types = Object.entries(params ?? {}).map(([name, value]) => [name, String(value)]);
  return { type: 'refusal', message: code, types: Object.fromEntries(types) };
}

/** Checks a form as the API will: what its schema refuses, at the field that it is about. */
export function resolverOf<Schema extends z.ZodType<FieldValues, FieldValues>>(
  schema: Schema,
): Resolver<z.input<Schema>, unknown, z.output<Schema>> {
  return (values) => {
    const parsed = schema.safeParse(values);
    if (parsed.success) return { values: parsed.data, errors: {} };
    // The first refusal of each field; the types cannot follow a schema that is a type parameter.
    const errors = refusalsOf(parsed.error)
      .toReversed()
      .map((refusal) => [refusal.field, errorOf(refusal)]);
    return { values: {}, errors: Object.fromEntries(errors) as FieldErrors<z.input<Schema>> };
  };
}

/** What is wrong with a field, in the reader's words. */
export function useErrorWords(): (
  error: { readonly message?: unknown; readonly types?: unknown } | undefined,
) => string | undefined {
  const intl = useIntl();
  return (error) => {
    if (typeof error?.message !== 'string') return undefined;
    const params = (error.types ?? {}) as NonNullable<Refusal['params']>;
    return refusalWords(intl, { code: error.message as RefusalCode, params });
  };
}
