import type { EventState } from '@tandem/domain/event';
import type { EventAudience, EventKind } from '@tandem/domain/vocabulary';
import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { BranchEntity } from '../people/branch.entity.ts';

@Entity('event')
export class EventEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('text') reference: string;
  @Column('text') kind: EventKind;
  @Column('text') title: string;
  @Column('date', { name: 'held_on' }) heldOn: string;
  @Column('uuid', { name: 'branch_id' }) branchId: string;
  @ManyToOne(() => BranchEntity) @JoinColumn({ name: 'branch_id' }) branch: BranchEntity;
  @Column('text') audience: EventAudience;
  /** Set when it was cancelled; that can be taken back. */
  @Column('timestamptz', { name: 'cancelled_at', nullable: true }) cancelledAt: Date | null;
  /** Goes up with every change, of the list as well. */
  @Column('integer') version: number;
}

export function stateOf({
  heldOn,
  audience,
  cancelledAt,
}: Pick<EventEntity, 'heldOn' | 'audience' | 'cancelledAt'>): EventState {
  return { heldOn, audience, cancelled: cancelledAt !== null };
}
