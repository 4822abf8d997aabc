import type { Sector, WorkStatus } from '@tandem/domain/vocabulary';
import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { BranchEntity } from './branch.entity.ts';
import { PersonEntity } from './person.entity.ts';

@Entity('mentor')
export class MentorEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'person_id' }) personId: string;
  @ManyToOne(() => PersonEntity) @JoinColumn({ name: 'person_id' }) person: PersonEntity;
  @Column('text') reference: string;
  @Column('uuid', { name: 'branch_id' }) branchId: string;
  @ManyToOne(() => BranchEntity) @JoinColumn({ name: 'branch_id' }) branch: BranchEntity;
  @Column('text', { nullable: true }) sector: Sector | null;
  @Column('text', { name: 'work_status', nullable: true }) workStatus: WorkStatus | null;
}
