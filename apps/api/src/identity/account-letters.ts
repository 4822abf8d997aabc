import { isPartnerRole, type Role } from '@tandem/domain/capabilities';
import type { DataSource } from 'typeorm';
import { localeOf } from '../graphql/locale.ts';
import type { Letter } from '../mail/letters.ts';
import type { Mailer } from '../mail/mailer.ts';

interface Addressee {
  readonly name: string;
  readonly email: string;
  readonly locale?: string | null | undefined;
}
type Unaddressed<L> = L extends unknown ? Omit<L, 'to'> : never;

export type Letters = ReturnType<typeof makeLetters>;

/** Letters to accounts, each in its language. Nobody waits for one: how long it takes would tell who has an account. */
export function makeLetters({ db, mailer }: { db: DataSource; mailer: Mailer }) {
  const onTheWay = new Set<Promise<void>>();
  const start = (sending: Promise<void>): void => {
    onTheWay.add(sending);
    void sending.finally(() => onTheWay.delete(sending));
  };
  /** A letter that cannot be sent is our problem and not told to who asked for it: it would tell who has an account. */
  const deliver = (to: Addressee, letter: Unaddressed<Letter>): Promise<void> =>
    mailer
      .send(to.email, localeOf(to.locale ?? undefined), { ...letter, to: to.name })
      .catch(() => undefined);
  const deliverSignInLink = async (email: string, link: string, minutes: number): Promise<void> => {
    const [user]: (Addressee & { role: Role })[] = await db.query(
      `select name, email, locale, role from identity."user" join membership on user_id = "user".id
       where email = $1 and disabled_at is null and not coalesce("twoFactorEnabled", false)`,
      [email.toLowerCase()],
    );
    if (user !== undefined && isPartnerRole(user.role))
      await deliver(user, { kind: 'SIGN_IN', link, minutes });
  };
  return {
    send: (to: Addressee, letter: Unaddressed<Letter>): void => start(deliver(to, letter)),
    credentialsChanged: (user: Addressee): void => start(deliver(user, { kind: 'CREDENTIALS_CHANGED' })),
    /** Only members of partners sign in by a link alone, and only without a second factor. */
    signInLink: (email: string, link: string, minutes: number): void =>
      start(deliverSignInLink(email, link, minutes)),
    /** When all that are on their way have left. */
    sent: async (): Promise<void> => void (await Promise.allSettled(onTheWay)),
  };
}
