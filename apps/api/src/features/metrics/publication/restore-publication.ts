import type { Context } from '../../../graphql/context.ts';
import { Refused } from '../../../graphql/refusal.type.ts';
import { recordChange } from '../../audit/record-change.ts';
import { lockPublications } from './publish-figures.ts';

/** Puts the figures back that were withdrawn last, as long as no others were published since. */
export async function restorePublication(context: Context, id: string): Promise<string> {
  await context.db.transaction(async (tx) => {
    await lockPublications(tx);
    const [latest]: { id: string; isWithdrawn: boolean }[] = await tx.query(
      `select id, withdrawn_at is not null as "isWithdrawn" from publication order by id desc limit 1`,
    );
    if (latest?.id !== id || !latest.isWithdrawn)
      throw new Refused({ code: 'PUBLICATION_REPLACED', field: 'id' });
    await tx.query('update publication set withdrawn_at = null, withdrawn_by = null where id = $1', [id]);
    await recordChange(tx, context, {
      action: 'restorePublication',
      recordKind: 'publication',
      recordId: id,
      subjectId: id,
    });
  });
  return id;
}
