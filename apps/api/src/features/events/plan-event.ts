import { eventInput } from '@tandem/domain/inputs';
import { newId } from '../../database/new-id.ts';
import type { Context } from '../../graphql/context.ts';
import { parseInput } from '../../graphql/refusal.type.ts';
import { EventEntity } from './event.entity.ts';
import { recordEvent, refuseByDatabase } from './event-writes.ts';
import type { EventInput } from './event.type.ts';

/** Writes an event down, ahead or once it was held. Returns its id. */
export function planEvent(context: Context, raw: EventInput): Promise<string> {
  const input = parseInput(eventInput, raw);
  return context.db.transaction(async (tx) => {
    const id = newId();
    const reference = `A-${id.slice(-8).toUpperCase()}`;
    await tx
      .insert(EventEntity, { id, reference, ...input, cancelledAt: null, version: 1 })
      .catch(refuseByDatabase);
    await recordEvent(tx, context, 'planEvent', id, null, input);
    return id;
  });
}
