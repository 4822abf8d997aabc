import type { CostCategory } from '@tandem/domain/vocabulary';
import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { BranchEntity } from '../people/branch.entity.ts';

@Entity('cost')
export class CostEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('date', { name: 'booked_on' }) bookedOn: string;
  @Column('text') category: CostCategory;
  @ManyToOne(() => BranchEntity) @JoinColumn({ name: 'branch_id' }) branch: BranchEntity;
  @Column('bigint', { name: 'amount_cents' }) amountCents: number;
  @Column('char', { length: 3 }) currency: string;
}
