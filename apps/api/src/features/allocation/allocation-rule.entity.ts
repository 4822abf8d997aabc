import type { AllocationBasis, AllocationSpan, CostNature } from '@tandem/domain/vocabulary';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A version of the rule; none is ever changed. */
@Entity('allocation_rule')
export class AllocationRuleEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('integer') version: number;
  @Column('text') basis: AllocationBasis;
  @Column('text') span: AllocationSpan;
  @Column('text', { array: true }) spread: CostNature[];
  @Column('jsonb', { name: 'branch_shares', nullable: true }) branchShares: Record<string, number> | null;
  @Column('text', { nullable: true }) reason: string | null;
  @Column('timestamptz', { name: 'made_at' }) madeAt: Date;
  @Column('text', { name: 'made_by', nullable: true }) madeBy: string | null;
}
