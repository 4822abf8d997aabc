import type { MeetingMode } from '@tandem/domain/vocabulary';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('meeting')
export class MeetingEntity {
  @PrimaryColumn('uuid') id: string;
  /** Goes up with every change. */
  @Column('integer') version: number;
  @Column('uuid', { name: 'duo_id' }) duoId: string;
  @Column('date', { name: 'held_on' }) heldOn: string;
  @Column('integer') minutes: number;
  @Column('text') mode: MeetingMode;
  @Column('text', { nullable: true }) note: string | null;
  /** Set when it was taken out; it can be put back. */
  @Column('timestamptz', { name: 'removed_at', nullable: true }) removedAt: Date | null;
}
