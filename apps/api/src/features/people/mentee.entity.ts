import type { EducationLevel, Referral, ResidenceGround } from '@tandem/domain/vocabulary';
import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { BranchEntity } from './branch.entity.ts';
import { PersonEntity } from './person.entity.ts';

@Entity('mentee')
export class MenteeEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'person_id' }) personId: string;
  @ManyToOne(() => PersonEntity) @JoinColumn({ name: 'person_id' }) person: PersonEntity;
  @Column('text') reference: string;
  @Column('uuid', { name: 'branch_id' }) branchId: string;
  @ManyToOne(() => BranchEntity) @JoinColumn({ name: 'branch_id' }) branch: BranchEntity;
  @Column('text', { name: 'education_level', nullable: true }) educationLevel: EducationLevel | null;
  @Column('char', { length: 2, nullable: true }) nationality: string | null;
  @Column('text', { name: 'residence_ground', nullable: true }) residenceGround: ResidenceGround | null;
  @Column('integer', { name: 'months_out_of_work', nullable: true }) monthsOutOfWork: number | null;
  @Column('text', { nullable: true }) referral: Referral | null;
}
