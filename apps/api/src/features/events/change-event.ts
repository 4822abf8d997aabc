import * as rules from '@tandem/domain/event';
import { eventInput } from '@tandem/domain/inputs';
import type { Context } from '../../graphql/context.ts';
import { decided, parseInput } from '../../graphql/refusal.type.ts';
import { EventEntity, stateOf } from './event.entity.ts';
import { factsOf, lockEvent, readList, recordEvent, refuseByDatabase } from './event-writes.ts';
import type { EventInput } from './event.type.ts';

/** Changes an event that is as the viewer saw it, in `version`; its undo is to put the former back. */
export function changeEvent(context: Context, id: string, version: number, raw: EventInput): Promise<string> {
  const input = parseInput(eventInput, raw);
  return context.db.transaction(async (tx) => {
    const event = await lockEvent(tx, id, version);
    const list = await readList(tx, id);
    const after = decided(rules.changeEvent(stateOf(event), input, list, context.today));
    await tx.update(EventEntity, { id }, { ...after, version: version + 1 }).catch(refuseByDatabase);
    await recordEvent(tx, context, 'changeEvent', id, factsOf(event), after);
    return id;
  });
}
