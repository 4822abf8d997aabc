import type { CostCategory, CostEntry, CostNature } from '@tandem/domain/vocabulary';
import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { GrantEntity } from '../funding/grant.entity.ts';
import { BranchEntity } from '../people/branch.entity.ts';

@Entity('cost')
export class CostEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('date', { name: 'booked_on' }) bookedOn: string;
  @Column('text') category: CostCategory;
  @Column('uuid', { name: 'branch_id' }) branchId: string;
  @ManyToOne(() => BranchEntity) @JoinColumn({ name: 'branch_id' }) branch: BranchEntity;
  @Column('bigint', { name: 'amount_cents' }) amountCents: number;
  @Column('char', { length: 3 }) currency: string;
  @Column('text') nature: CostNature;
  @Column('text', { nullable: true }) reference: string | null;
  @Column('text') entry: CostEntry;
  @Column('uuid', { name: 'corrects_id', nullable: true }) correctsId: string | null;
  @Column('text', { nullable: true }) reason: string | null;
  @Column('date', { name: 'document_on', nullable: true }) documentOn: string | null;
  @Column('uuid', { name: 'grant_id', nullable: true }) grantId: string | null;
  @ManyToOne(() => GrantEntity, { nullable: true })
  @JoinColumn({ name: 'grant_id' })
  grant: GrantEntity | null;
  @Column('text', { name: 'entered_by', nullable: true }) enteredBy: string | null;
}
