import type { Capability } from '@tandem/domain/capabilities';
import {
  defaultFieldResolver,
  isObjectType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import { Extensions } from 'type-graphql';
import type { Context } from './context.ts';
import { forbidden, keyRefused, unauthenticated } from './errors.ts';

const PUBLIC = 'PUBLIC';
const SIGNED_IN = 'SIGNED_IN';
const WITHOUT_KEY = 'WITHOUT_KEY';
/** Whom a field answers: who has one of the capabilities, everyone who is signed in (with a session), or everyone. */
type Access = readonly Capability[] | typeof SIGNED_IN | typeof WITHOUT_KEY | typeof PUBLIC;

/** The field answers only who has one of the capabilities. */
export function Requires(...capabilities: readonly [Capability, ...Capability[]]) {
  return Extensions({ access: capabilities satisfies Access });
}

/** The field answers everyone who is signed in. */
export function SignedIn() {
  return Extensions({ access: SIGNED_IN satisfies Access });
}

/** The field answers everyone who has signed in, and no key. */
export function WithoutKey() {
  return Extensions({ access: WITHOUT_KEY satisfies Access });
}

/** The field answers everyone, signed in or not. */
export function Public() {
  return Extensions({ access: PUBLIC satisfies Access });
}

/**
 * The type tells about people. The fields named here are seen by whoever was let to the record; every other field
 * declares its own access.
 */
export function Guarded(...seenWithRecord: readonly string[]) {
  return Extensions({ seenWithRecord });
}

function accessOf(field: GraphQLField<unknown, unknown>): Access | undefined {
  return field.extensions['access'] as Access | undefined;
}

function seenWithRecord(type: GraphQLObjectType): readonly string[] | undefined {
  return type.extensions['seenWithRecord'] as readonly string[] | undefined;
}

/** Fields about which nobody has decided whom they answer, and decisions about fields that are none. */
export function undecided(schema: GraphQLSchema): string[] {
  const roots = new Set([schema.getQueryType(), schema.getMutationType()]);
  return objectTypes(schema).flatMap((type) => {
    const open = seenWithRecord(type);
    if (open === undefined && !roots.has(type)) return [];
    const fields = type.getFields();
    const silent = Object.values(fields).filter(
      (field) => accessOf(field) === undefined && !open?.includes(field.name),
    );
    const stale = (open ?? []).filter((name) => {
      const field = fields[name];
      return field === undefined || accessOf(field) !== undefined;
    });
    return [...silent.map(({ name }) => name), ...stale].map((name) => `${type.name}.${name}`);
  });
}

/**
 * Puts the guard before every field that declares its access, and refuses a schema with a field about which nobody
 * has decided: forgetting is an error at the start, not an open door.
 */
export function guardSchema(schema: GraphQLSchema): GraphQLSchema {
  const forgotten = undecided(schema);
  if (forgotten.length > 0) throw new Error(`It is not decided whom these answer: ${forgotten.join(', ')}.`);
  for (const type of objectTypes(schema)) {
    for (const field of Object.values(type.getFields())) {
      const access = accessOf(field);
      if (access !== undefined && access !== PUBLIC) guard(field, access);
    }
  }
  return schema;
}

function objectTypes(schema: GraphQLSchema): GraphQLObjectType[] {
  return Object.values(schema.getTypeMap()).filter(
    (type): type is GraphQLObjectType => isObjectType(type) && !type.name.startsWith('__'),
  );
}

function guard(field: GraphQLField<unknown, Context>, access: Exclude<Access, typeof PUBLIC>): void {
  const resolve = field.resolve ?? defaultFieldResolver;
  field.resolve = (source, args, context, info) => {
    if (context.viewer === null) throw unauthenticated(context);
    const { capabilities, keyId } = context.viewer;
    if (access === WITHOUT_KEY) {
      if (keyId !== null) throw keyRefused();
    } else if (access !== SIGNED_IN && !access.some((capability) => capabilities.has(capability)))
      throw forbidden(access, context);
    return resolve(source, args, context, info);
  };
}
