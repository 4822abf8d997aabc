import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('ledger_event')
export class LedgerEventEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('text') action: 'CLOSED' | 'REOPENED';
  @Column('date') month: string;
  @Column('timestamptz') at: Date;
  @Column('text', { name: 'made_by' }) madeBy: string;
  @Column('text', { nullable: true }) reason: string | null;
}
