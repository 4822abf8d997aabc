import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('figure_snapshot')
export class SnapshotEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('integer') number: number;
  @Column('text') name: string;
  @Column('timestamptz', { name: 'taken_at' }) takenAt: Date;
  @Column('date', { name: 'as_of' }) asOf: string;
  /** The text that the seal is made of: a SealedContent as JSON. */
  @Column('text') content: string;
  @Column('bytea') seal: Buffer;
}
