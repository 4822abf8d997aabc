import * as rules from '@tandem/domain/event';
import type { Context } from '../../graphql/context.ts';
import { decided } from '../../graphql/refusal.type.ts';
import { EventEntity, stateOf } from './event.entity.ts';
import { factsOf, lockEvent, readList, recordEvent } from './event-writes.ts';

/** Cancels an event at which nobody was (that can be taken back); its list stays. */
export function cancelEvent(context: Context, id: string, version: number): Promise<string> {
  return context.db.transaction(async (tx) => {
    const event = await lockEvent(tx, id, version);
    decided(rules.cancelEvent(stateOf(event), await readList(tx, id)));
    await tx.update(EventEntity, { id }, { cancelledAt: context.now, version: version + 1 });
    await recordEvent(tx, context, 'cancelEvent', id, factsOf(event), null);
    return id;
  });
}

/** Takes a cancellation back: the undo of cancelEvent. */
export function restoreEvent(context: Context, id: string, version: number): Promise<string> {
  return context.db.transaction(async (tx) => {
    const event = await lockEvent(tx, id, version);
    decided(rules.restoreEvent(stateOf(event)));
    await tx.update(EventEntity, { id }, { cancelledAt: null, version: version + 1 });
    await recordEvent(tx, context, 'restoreEvent', id, null, factsOf(event));
    return id;
  });
}
