import type { Engagement, VolunteerStatus } from '@tandem/domain/vocabulary';
import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { PartnerEntity } from '../partners/partner.entity.ts';
import { BranchEntity } from '../people/branch.entity.ts';
import { PersonEntity } from '../people/person.entity.ts';

@Entity('volunteer')
export class VolunteerEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'person_id' }) personId: string;
  @ManyToOne(() => PersonEntity) @JoinColumn({ name: 'person_id' }) person: PersonEntity;
  @Column('uuid', { name: 'partner_id' }) partnerId: string;
  @ManyToOne(() => PartnerEntity) @JoinColumn({ name: 'partner_id' }) partner: PartnerEntity;
  @Column('uuid', { name: 'branch_id' }) branchId: string;
  @ManyToOne(() => BranchEntity) @JoinColumn({ name: 'branch_id' }) branch: BranchEntity;
  @Column('text') engagement: Engagement;
  @Column('text') status: VolunteerStatus;
  @Column('text', { name: 'status_before_withdrawal', nullable: true })
  statusBeforeWithdrawal: Exclude<VolunteerStatus, 'WITHDRAWN'> | null;
  @Column('date', { name: 'withdrawn_on', nullable: true }) withdrawnOn: string | null;
  @Column('text', { nullable: true }) availability: string | null;
  @Column('integer', { name: 'planned_hours', nullable: true }) plannedHours: number | null;
  @Column('date', { name: 'registered_on' }) registeredOn: string;
  @Column('integer') version: number;
}
