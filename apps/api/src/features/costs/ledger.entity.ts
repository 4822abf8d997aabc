import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The one row that says up to which day the months are closed. */
@Entity('ledger')
export class LedgerEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('date', { name: 'closed_before', nullable: true }) closedBefore: string | null;
  @Column('integer') version: number;
}
