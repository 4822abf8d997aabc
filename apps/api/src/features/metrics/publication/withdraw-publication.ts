import { viewerOf, type Context } from '../../../graphql/context.ts';
import { Refused } from '../../../graphql/refusal.type.ts';
import { recordChange } from '../../audit/record-change.ts';
import { lockPublications } from './publish-figures.ts';

/** Takes the figures from the public page. What was told stays in the ledger of releases. */
export async function withdrawPublication(context: Context, id: string): Promise<string> {
  await context.db.transaction(async (tx) => {
    await lockPublications(tx);
    const [, count]: [unknown[], number] = await tx.query(
      'update publication set withdrawn_at = $2, withdrawn_by = $3 where id = $1 and withdrawn_at is null',
      [id, context.now, viewerOf(context).name],
    );
    if (count === 0) throw new Refused({ code: 'NOT_PUBLISHED', field: 'id' });
    await recordChange(tx, context, {
      action: 'withdrawPublication',
      recordKind: 'publication',
      recordId: id,
      subjectId: id,
    });
  });
  return id;
}
