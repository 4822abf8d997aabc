import type { CalendarDay } from '@tandem/domain/calendar-day';
import type { Capability, Role } from '@tandem/domain/capabilities';
import type { Database, Reach } from '../database/database.ts';
import type { Limiter } from '../http/limits.ts';
import type { Letter } from '../mail/letters.ts';
import type { Locale } from './locale.ts';
import type { LoaderCache } from './loader.ts';
import type { Pseudonyms } from './pseudonyms.ts';

/** Who is asking. Nobody signed in is `null` in the context. */
export interface Viewer {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  /** The partner whose rows are all that a partner role sees; null for staff. */
  readonly partnerId: string | null;
  readonly coordinatorId: string | null;
  /** The branches whose rows are all that a coordinator sees; null for who is not bound to branches. */
  readonly branchIds: readonly string[] | null;
  readonly capabilities: ReadonlySet<Capability>;
  /** Whether the account has to set up a second factor before it may do anything. */
  readonly secondFactorDue: boolean;
  /** The API key that the request came with; null for a session. */
  readonly keyId: string | null;
}

export interface Context {
  readonly viewer: Viewer | null;
  /** Whether the request came with an API key, good or not. */
  readonly keyGiven: boolean;
  /** The address that asks; null where it is not known. */
  readonly address: string | null;
  /** The database as this viewer may see it. */
  readonly db: Database;
  readonly scope: Scope;
  /** The programme's day. */
  readonly today: CalendarDay;
  readonly now: Date;
  readonly sampleMode: boolean;
  readonly locale: Locale;
  readonly requestId: string;
  /** The address under which people reach the platform, for links in letters. */
  readonly publicUrl: string;
  /** Sends a letter; rejects where it could not be handed over. */
  readonly sendLetter: (address: string, locale: Locale, letter: Letter) => Promise<void>;
  /** Counts what an operation costs. Returns how many seconds to wait where a limit is reached. */
  readonly spend: (points: number) => Promise<number | undefined>;
  /** Counts what is limited for itself, whatever it costs. */
  readonly limiter: Limiter;
  /** Whether whoever asked went away before the answer. */
  readonly isAbandoned: () => boolean;
  readonly pseudonyms: Pseudonyms;
  readonly loaders: LoaderCache;
  /** What has to be done before the answer is sent. */
  readonly beforeAnswer: (() => Promise<void>)[];
}

/**
 * What the query functions narrow rows to, whatever is asked: the first of the two walls between partners. The second
 * stands in the database, as the policies of the role in `reachOf`.
 */
export interface Scope {
  readonly partnerId: string | null;
}

export function scopeOf(viewer: Viewer | null): Scope {
  return { partnerId: viewer?.partnerId ?? null };
}

/** As whom the database is asked; nobody in particular meets what is published. */
export function reachOf(viewer: Viewer | null): Reach {
  if (viewer === null) return { role: 'tandem_public' };
  const { userId, partnerId, branchIds } = viewer;
  if (partnerId !== null) return { role: 'tandem_partner', partnerId, userId };
  return branchIds === null
    ? { role: 'tandem_staff', userId }
    : { role: 'tandem_coordinator', branchIds, userId };
}

/** The viewer of a field that requires a capability, and so has one. */
export function viewerOf(context: Context): Viewer {
  if (context.viewer === null) throw new Error('a guarded field was resolved without a viewer');
  return context.viewer;
}

export function viewerCan(context: Context, capability: Capability): boolean {
  return context.viewer?.capabilities.has(capability) ?? false;
}
