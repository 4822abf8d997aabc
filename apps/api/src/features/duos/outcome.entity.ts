import type { ContractType, EvidenceSource, Situation } from '@tandem/domain/vocabulary';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('outcome')
export class OutcomeEntity {
  @PrimaryColumn('uuid') id: string;
  /** Goes up with every change. */
  @Column('integer') version: number;
  @Column('uuid', { name: 'duo_id' }) duoId: string;
  @Column('date', { name: 'observed_on' }) observedOn: string;
  /** The day on which it was written down, here or where it comes from. */
  @Column('date', { name: 'recorded_on' }) recordedOn: string;
  @Column('text') situation: Situation;
  @Column('text', { name: 'contract_type', nullable: true }) contractType: ContractType | null;
  @Column('integer', { nullable: true }) months: number | null;
  @Column('text') evidence: EvidenceSource;
  @Column('timestamptz', { name: 'removed_at', nullable: true }) removedAt: Date | null;
}
