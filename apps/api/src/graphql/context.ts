import type { CalendarDay } from '@tandem/domain/calendar-day';
import type { Capability, Role } from '@tandem/domain/capabilities';
import type { DataSource } from 'typeorm';
import type { Locale } from './locale.ts';
import type { LoaderCache } from './loader.ts';

/** Who is asking. Nobody signed in is `null` in the context. */
export interface Viewer {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  /** The partner whose rows are all that a partner role sees; null for staff. */
  readonly partnerId: string | null;
  readonly coordinatorId: string | null;
  readonly capabilities: ReadonlySet<Capability>;
}

export interface Context {
  readonly viewer: Viewer | null;
  /** Whether the request came with an API key, good or not. */
  readonly keyGiven: boolean;
  readonly db: DataSource;
  /** The programme's day. */
  readonly today: CalendarDay;
  readonly now: Date;
  readonly sampleMode: boolean;
  readonly locale: Locale;
  readonly requestId: string;
  readonly loaders: LoaderCache;
}

/** The viewer of a field that requires a capability, and so has one. */
export function viewerOf(context: Context): Viewer {
  if (context.viewer === null) throw new Error('a guarded field was resolved without a viewer');
  return context.viewer;
}

export function viewerCan(context: Context, capability: Capability): boolean {
  return context.viewer?.capabilities.has(capability) ?? false;
}
