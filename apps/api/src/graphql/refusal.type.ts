import type { Refusal, RefusalCode } from '@tandem/domain/refusal';
import { refusalsOf } from '@tandem/domain/refusals-of';
import type { AuditedKind } from '@tandem/domain/audit';
import { GraphQLJSON } from 'graphql-scalars';
import { createUnionType, Field, ObjectType, type ClassType } from 'type-graphql';
import type { z } from 'zod';
import { RefusalCodeEnum } from './enums.ts';

@ObjectType('Refusal', {
  description:
    "Why something expected was not done. The words for a code are the client's, in its reader's language.",
})
export class RefusalType {
  @Field(() => RefusalCodeEnum, { description: 'The reason.' }) code: RefusalCode;
  @Field(() => String, { nullable: true, description: 'The path of the input field that it is about.' })
  field?: string;
  @Field(() => GraphQLJSON, { nullable: true, description: 'Values that belong into the words, by name.' })
  params?: Refusal['params'];
  /** Of which record it is told what changed since (features/audit/refusal.resolver.ts). */
  stale?: StaleRecord;
}

interface StaleRecord {
  readonly recordKind: AuditedKind;
  readonly recordId: string;
  /** The version that the viewer saw, and the one that there is. */
  readonly seen: number;
  readonly current: number;
}

/** Thrown inside an operation's transaction to roll it back and answer with the refusal. */
export class Refused extends Error {
  constructor(readonly refusal: RefusalType) {
    super(refusal.code);
  }
}

/** Refuses a write that is based on another version of the record than the one that there is, which has to be locked. */
export function refuseStale(
  recordKind: AuditedKind,
  { id: recordId, version: current }: { readonly id: string; readonly version: number },
  seen: number,
): void {
  if (current === seen) return;
  throw new Refused({
    code: 'CHANGED_MEANWHILE',
    params: { version: current },
    stale: { recordKind, recordId, seen, current },
  });
}

/** The union `XResult = X | Refusal` of an operation that answers with X. An answer is a Refusal when it has a code of one. */
export function resultOf<T extends object>(name: string, type: () => ClassType<T>) {
  return createUnionType({
    name: `${name}Result`,
    description: `${name}, or why not.`,
    types: () => [type(), RefusalType] as const,
    resolveType: (value: object) => ('code' in value && typeof value.code === 'string' ? 'Refusal' : name),
  });
}

/** Runs an operation; a Refused that it throws becomes its answer, after its transaction was rolled back. */
export async function answering<T>(operation: () => Promise<T>): Promise<T | RefusalType> {
  try {
    return await operation();
  } catch (error) {
    if (error instanceof Refused) return error.refusal;
    throw error;
  }
}

/** The input in the domain's form; what its schema refuses is thrown as the first refusal. */
export function parseInput<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const [refusal, value] = checkInput(schema, input);
  if (refusal.length > 0 || value === undefined) throw new Refused(refusal[0] ?? { code: 'CHOICE_INVALID' });
  return value;
}

/** Everything that the schema refuses of the input, or the input in the domain's form. */
export function checkInput<S extends z.ZodType>(
  schema: S,
  input: unknown,
): [Refusal[], z.output<S> | undefined] {
  const parsed = schema.safeParse(input);
  if (parsed.success) return [[], parsed.data];
  return [refusalsOf(parsed.error), undefined];
}

/** The value of a domain decision; its refusal is thrown. */
export function decided<T>(decision: { ok: true; value: T } | { ok: false; refusal: Refusal }): T {
  if (!decision.ok) throw new Refused(decision.refusal);
  return decision.value;
}
