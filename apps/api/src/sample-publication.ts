import { capabilitiesOf } from '@tandem/domain/capabilities';
import { randomBytes } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { newId } from './database/new-id.ts';
import { publishFigures } from './features/metrics/publication/publish-figures.ts';
import { SAMPLE_DAY } from './features/imports/sample-programme.ts';
import { finish, openContext } from './graphql/open-context.ts';
import { makePseudonyms } from './graphql/pseudonyms.ts';
import { noLimiter } from './http/limits.ts';

/** Publishes the sample's figures in the name of its administrator, so that the public page has something to show. */
export async function publishSample(source: DataSource, email: string): Promise<void> {
  const [{ published }]: [{ published: boolean }] = await source.query(
    'select exists (select from publication) as published',
  );
  // An earlier start that was cut short may have come so far.
  if (published) return;
  const [{ id: userId, name }]: [{ id: string; name: string }] = await source.query(
    'select id, name from identity."user" where email = $1',
    [email],
  );
  const role = 'ADMINISTRATOR';
  const context = openContext({
    source,
    viewer: {
      userId,
      name,
      email,
      role,
      partnerId: null,
      coordinatorId: null,
      branchIds: null,
      capabilities: new Set(capabilitiesOf(role)),
      secondFactorDue: false,
      keyId: null,
    },
    keyGiven: false,
    address: null,
    today: SAMPLE_DAY,
    now: new Date(),
    sampleMode: true,
    locale: 'en',
    requestId: newId(),
    publicUrl: '',
    sendLetter: async () => undefined,
    spend: async () => undefined,
    limiter: noLimiter,
    pseudonyms: makePseudonyms(randomBytes(32).toString('base64url')),
  });
  try {
    await publishFigures(context);
  } finally {
    await finish(context);
  }
}
