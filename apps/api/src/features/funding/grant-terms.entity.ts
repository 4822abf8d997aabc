import type { ConditionMeasure } from '@tandem/domain/vocabulary';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('grant_condition')
export class GrantConditionEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'grant_id' }) grantId: string;
  @Column('integer') position: number;
  @Column('text') text: string;
  @Column('text', { nullable: true }) measure: ConditionMeasure | null;
  @Column('numeric', { nullable: true }) target: number | null;
  @Column('date', { name: 'due_on', nullable: true }) dueOn: string | null;
  @Column('date', { name: 'met_on', nullable: true }) metOn: string | null;
}

@Entity('grant_instalment')
export class GrantInstalmentEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'grant_id' }) grantId: string;
  @Column('integer') position: number;
  @Column('date', { name: 'due_on' }) dueOn: string;
  @Column('bigint', { name: 'amount_cents' }) amountCents: number;
  @Column('date', { name: 'received_on', nullable: true }) receivedOn: string | null;
}

@Entity('grant_deadline')
export class GrantDeadlineEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'grant_id' }) grantId: string;
  @Column('integer') position: number;
  @Column('date', { name: 'due_on' }) dueOn: string;
  @Column('text') text: string;
  @Column('date', { name: 'sent_on', nullable: true }) sentOn: string | null;
}
