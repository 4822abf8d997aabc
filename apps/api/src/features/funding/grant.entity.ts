import type { GrantKind, GrantStatus } from '@tandem/domain/vocabulary';
import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { PartnerEntity } from '../partners/partner.entity.ts';
import { BranchEntity } from '../people/branch.entity.ts';

@Entity('funding_grant')
export class GrantEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('text') reference: string;
  @Column('uuid', { name: 'partner_id' }) funderId: string;
  @ManyToOne(() => PartnerEntity) @JoinColumn({ name: 'partner_id' }) funder: PartnerEntity;
  @Column('text') kind: GrantKind;
  @Column('text') status: GrantStatus;
  @Column('text', { nullable: true }) purpose: string | null;
  @Column('date', { name: 'starts_on' }) startsOn: string;
  @Column('date', { name: 'ends_before' }) endsBefore: string;
  @Column('bigint', { name: 'amount_cents' }) amountCents: number;
  @Column('char', { length: 3 }) currency: string;
  @Column('uuid', { name: 'branch_id', nullable: true }) branchId: string | null;
  @ManyToOne(() => BranchEntity, { nullable: true })
  @JoinColumn({ name: 'branch_id' })
  branch: BranchEntity | null;
  @Column('integer') version: number;
  @Column('timestamptz', { name: 'removed_at', nullable: true }) removedAt: Date | null;
  /** Made by the database of status and removal. */
  @Column({ type: 'boolean', insert: false, update: false }) counts: boolean;
}
