import type { EntityManager } from 'typeorm';
import { newId } from '../../database/new-id.ts';
import { recordChangeBy, type Actor } from '../audit/record-change.ts';
import type { ImportReport } from './import-files.ts';
import { ImportRunEntity } from './import-run.entity.ts';

/** Keeps who took which files in, in the transaction of the import itself. */
export async function recordRun(
  tx: EntityManager,
  actor: Actor,
  { files, added, corrected }: ImportReport,
): Promise<void> {
  const at = new Date();
  const run = {
    id: newId(),
    committedAt: at,
    createdBy: actor.name,
    files: files.map(({ name, kind, rows, accepted, refused }) => ({ name, kind, rows, accepted, refused })),
  };
  await tx.insert(ImportRunEntity, run);
  await recordChangeBy(tx, actor, at, {
    action: 'importFiles',
    recordKind: 'importRun',
    recordId: run.id,
    subjectId: run.id,
    after: { added, corrected },
  });
}
