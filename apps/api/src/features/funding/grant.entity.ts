import type { GrantKind } from '@tandem/domain/vocabulary';
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
  @Column('date', { name: 'starts_on' }) startsOn: string;
  @Column('date', { name: 'ends_before' }) endsBefore: string;
  @Column('bigint', { name: 'amount_cents' }) amountCents: number;
  @Column('char', { length: 3 }) currency: string;
  @ManyToOne(() => BranchEntity, { nullable: true })
  @JoinColumn({ name: 'branch_id' })
  branch: BranchEntity | null;
}
