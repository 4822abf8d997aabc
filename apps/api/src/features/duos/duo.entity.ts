import type { ClosureReason } from '@tandem/domain/vocabulary';
import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { BranchEntity } from '../people/branch.entity.ts';
import { CoordinatorEntity } from '../people/coordinator.entity.ts';
import { MenteeEntity } from '../people/mentee.entity.ts';
import { MentorEntity } from '../people/mentor.entity.ts';

@Entity('duo')
export class DuoEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('text') reference: string;
  @Column('uuid', { name: 'mentor_id' }) mentorId: string;
  @ManyToOne(() => MentorEntity) @JoinColumn({ name: 'mentor_id' }) mentor: MentorEntity;
  @Column('uuid', { name: 'mentee_id' }) menteeId: string;
  @ManyToOne(() => MenteeEntity) @JoinColumn({ name: 'mentee_id' }) mentee: MenteeEntity;
  @Column('uuid', { name: 'coordinator_id', nullable: true }) coordinatorId: string | null;
  @ManyToOne(() => CoordinatorEntity, { nullable: true })
  @JoinColumn({ name: 'coordinator_id' })
  coordinator: CoordinatorEntity | null;
  @Column('uuid', { name: 'branch_id' }) branchId: string;
  @ManyToOne(() => BranchEntity) @JoinColumn({ name: 'branch_id' }) branch: BranchEntity;
  @Column('date', { name: 'started_on' }) startedOn: string;
  @Column('date', { name: 'planned_end_on' }) plannedEndOn: string;
  @Column('date', { name: 'closed_on', nullable: true }) closedOn: string | null;
  @Column('text', { name: 'closure_reason', nullable: true }) closureReason: ClosureReason | null;
  @Column('integer') version: number;
}
