import type { DataSource } from 'typeorm';
import { publishFigures } from './features/metrics/publication/publish-figures.ts';
import { SAMPLE_DAY } from './features/imports/sample-programme.ts';
import { finish } from './graphql/open-context.ts';
import { openOwnContext } from './graphql/own-context.ts';

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
  const context = openOwnContext(
    source,
    { userId, name, email, role: 'ADMINISTRATOR', partnerId: null },
    { today: SAMPLE_DAY, sampleMode: true },
  );
  try {
    await publishFigures(context);
  } finally {
    await finish(context);
  }
}
