import type { TimeEntryStatus } from '@tandem/domain/vocabulary';
import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { VolunteerEntity } from './volunteer.entity.ts';

@Entity('time_entry')
export class TimeEntryEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'volunteer_id' }) volunteerId: string;
  @ManyToOne(() => VolunteerEntity) @JoinColumn({ name: 'volunteer_id' }) volunteer: VolunteerEntity;
  @Column('date', { name: 'worked_on' }) workedOn: string;
  @Column('integer') minutes: number;
  @Column('text') activity: string;
  @Column('text') status: TimeEntryStatus;
  @Column('text', { name: 'rejection_reason', nullable: true }) rejectionReason: string | null;
  @Column('integer') version: number;
  @Column('timestamptz', { name: 'removed_at', nullable: true }) removedAt: Date | null;
}
