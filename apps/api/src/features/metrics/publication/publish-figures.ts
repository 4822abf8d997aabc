import type { EntityManager } from 'typeorm';
import { newId } from '../../../database/new-id.ts';
import { viewerOf, type Context } from '../../../graphql/context.ts';
import { Refused } from '../../../graphql/refusal.type.ts';
import { recordChange } from '../../audit/record-change.ts';
import { EVERYBODY } from '../outsider.ts';
import { proposeRelease } from '../propose-release.ts';
import { releaseWithin, writeRelease } from '../release-ledger.ts';
import { figuresOf } from './publication.queries.ts';
import { wordsOfPublished } from './published-words.ts';

/** Releases the day's figures to everybody and puts them on the public page, in the place of those that stood there. */
export async function publishFigures(context: Context): Promise<string> {
  const proposal = await proposeRelease(context, EVERYBODY);
  const { name } = viewerOf(context);
  const id = newId();
  await context.db.transaction(async (tx) => {
    await lockPublications(tx);
    const releaseId = proposal.isNew
      ? await writeRelease(tx, EVERYBODY, proposal.release, proposal.before)
      : proposal.state.id;
    // Another process may have released meanwhile: what stands is told, and said in words.
    const shown = await releaseWithin(tx, EVERYBODY, releaseId);
    const words = wordsOfPublished(figuresOf(context, shown));
    const [standing]: { releaseId: string }[] = await tx.query(
      `select release_id as "releaseId" from publication where withdrawn_at is null`,
    );
    if (standing?.releaseId === releaseId) throw new Refused({ code: 'PUBLISHED_ALREADY' });
    await tx.query('update publication set withdrawn_at = $1, withdrawn_by = $2 where withdrawn_at is null', [
      context.now,
      name,
    ]);
    await tx.query(
      'insert into publication (id, release_id, published_at, published_by, words) values ($1, $2, $3, $4, $5)',
      [id, releaseId, context.now, name, JSON.stringify(words)],
    );
    await recordChange(tx, context, {
      action: 'publishFigures',
      recordKind: 'publication',
      recordId: id,
      subjectId: id,
      after: { asOf: shown.asOf },
    });
  });
  return id;
}

/** One after the other says what stands on the public page. */
export async function lockPublications(tx: EntityManager): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('publication', 0))`);
}
