import { randomBytes } from 'node:crypto';
import type { CalendarDay } from '@tandem/domain/calendar-day';
import { capabilitiesOf, type Role } from '@tandem/domain/capabilities';
import type { DataSource } from 'typeorm';
import { newId } from '../database/new-id.ts';
import { noLimiter } from '../http/limits.ts';
import type { Context, Viewer } from './context.ts';
import { openContext } from './open-context.ts';
import { makePseudonyms } from './pseudonyms.ts';

/** In whose name the platform does something by itself, as whoever has this role sees it. */
interface Somebody extends Pick<Viewer, 'userId' | 'name' | 'email'> {
  readonly role: Role;
  readonly partnerId: string | null;
}

/** What resolvers know of a request that nobody made: no letters are sent, nothing is limited, statements take the time that they need. `finish` ends it. */
export function openOwnContext(
  source: DataSource,
  { role, ...somebody }: Somebody,
  { today, sampleMode }: { readonly today: CalendarDay; readonly sampleMode: boolean },
): Context {
  return openContext({
    source,
    unhurried: true,
    viewer: {
      ...somebody,
      role,
      coordinatorId: null,
      branchIds: null,
      capabilities: new Set(capabilitiesOf(role)),
      secondFactorDue: false,
      keyId: null,
    },
    keyGiven: false,
    address: null,
    today,
    now: new Date(),
    sampleMode,
    locale: 'en',
    requestId: newId(),
    publicUrl: '',
    sendLetter: async () => undefined,
    spend: async () => undefined,
    limiter: noLimiter,
    isAbandoned: () => false,
    pseudonyms: makePseudonyms(randomBytes(32).toString('base64url')),
  });
}
