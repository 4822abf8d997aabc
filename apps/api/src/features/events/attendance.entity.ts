import type { AttendanceStatus, ParticipantRole } from '@tandem/domain/vocabulary';
import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { PersonEntity } from '../people/person.entity.ts';
import { EventEntity } from './event.entity.ts';

@Entity('attendance')
export class AttendanceEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'event_id' }) eventId: string;
  @ManyToOne(() => EventEntity) @JoinColumn({ name: 'event_id' }) event: EventEntity;
  @Column('uuid', { name: 'person_id' }) personId: string;
  @ManyToOne(() => PersonEntity) @JoinColumn({ name: 'person_id' }) person: PersonEntity;
  @Column('text') role: ParticipantRole;
  @Column('text') status: AttendanceStatus;
}
