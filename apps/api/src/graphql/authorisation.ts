import type { Capability } from '@tandem/domain/capabilities';
import { defaultFieldResolver, isObjectType, type GraphQLField, type GraphQLSchema } from 'graphql';
import { Extensions } from 'type-graphql';
import type { Context } from './context.ts';
import { forbidden, unauthenticated } from './errors.ts';

const PUBLIC = 'PUBLIC';
type Access = Capability | typeof PUBLIC | 'SIGNED_IN';

/** The field answers only who has the capability. Every root field has this, SignedIn or Public. */
export function Requires(capability: Capability) {
  return Extensions({ access: capability satisfies Access });
}

/** The field answers everyone who is signed in. */
export function SignedIn() {
  return Extensions({ access: 'SIGNED_IN' satisfies Access });
}

/** The field answers everyone, signed in or not. */
export function Public() {
  return Extensions({ access: PUBLIC satisfies Access });
}

export function accessOf(field: GraphQLField<unknown, unknown>): Access | undefined {
  return field.extensions['access'] as Access | undefined;
}

/**
 * Puts the guard before every field that declares its access, and refuses a schema whose root fields do not all
 * declare one: forgetting is an error at the start, not an open door.
 */
export function guardSchema(schema: GraphQLSchema): GraphQLSchema {
  const roots = new Set([schema.getQueryType(), schema.getMutationType()]);
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      const access = accessOf(field);
      if (access === undefined && roots.has(type))
        throw new Error(`${type.name}.${field.name} declares no access`);
      if (access === undefined || access === PUBLIC) continue;
      guard(field, access);
    }
  }
  return schema;
}

function guard(field: GraphQLField<unknown, Context>, access: Exclude<Access, typeof PUBLIC>): void {
  const resolve = field.resolve ?? defaultFieldResolver;
  field.resolve = (source, args, context, info) => {
    if (context.viewer === null) throw unauthenticated(context);
    if (access !== 'SIGNED_IN' && !context.viewer.capabilities.has(access)) throw forbidden(access);
    return resolve(source, args, context, info);
  };
}
