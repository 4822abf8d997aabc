import type { Role } from '@tandem/domain/capabilities';
import type { DataSource } from 'typeorm';
import type { Identity } from './auth.ts';

export interface NewAccount {
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly role: Role;
  readonly partnerId: string | null;
}

/** Makes an account with its role, and returns its id. Better-auth keeps its own connection, so that this is no single transaction: the role comes last, and an account without one may do nothing. */
export async function makeAccount(
  { auth }: Identity,
  db: DataSource,
  { name, email, password, role, partnerId }: NewAccount,
): Promise<string> {
  const context = await auth.$context;
  const user = await context.internalAdapter.createUser(
    {
      name,
      email: email.toLowerCase(),
      emailVerified: true,
    },
    { method: 'admin' },
  );
  await context.internalAdapter.linkAccount({
    userId: user.id,
    providerId: 'credential',
    accountId: user.id,
    password: await context.password.hash(password),
  });
  await db.query('insert into membership (user_id, role, partner_id) values ($1, $2, $3)', [
    user.id,
    role,
    partnerId,
  ]);
  return user.id;
}
