import { decidePublication } from '@tandem/domain/sroi';
import { viewerOf, type Context } from '../../graphql/context.ts';
import { decided } from '../../graphql/refusal.type.ts';
import { recordChange } from '../audit/record-change.ts';
import { contentsOf } from './contents.loader.ts';
import { countForPublication, freezeVersion } from './freeze-version.sql.ts';
import { lockVersion } from './lock-version.ts';

/**
 * Publishes a draft with today's quantities and cost: from here on figures come from it, partners see it, and nothing changes it.
 * There is no way back, since it was seen: what has to be corrected becomes another version.
 */
export function publishSroiVersion(context: Context, id: string, seen: number): Promise<string> {
  return context.db.transaction(async (tx) => {
    const version = await lockVersion(tx, id, seen);
    const { rows } = await contentsOf(tx, id);
    const counted = await countForPublication(tx, rows, context.today);
    decided(decidePublication(version, rows, counted.investment));
    const { name } = viewerOf(context);
    await freezeVersion(tx, version, rows, counted, { at: context.now, day: context.today, by: name });
    await recordChange(tx, context, {
      action: 'publishSroiVersion',
      recordKind: 'sroiVersion',
      recordId: id,
      subjectId: version.modelId,
      before: { status: version.status },
      after: {
        name: version.name,
        status: 'PUBLISHED',
        investmentCents: counted.investment,
        quantities: Object.fromEntries(
          rows.map(({ outcome }, index) => [outcome, counted.quantities[index]]),
        ),
      },
    });
    return id;
  });
}
