import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A version of a year's budget; none is ever changed. */
@Entity('budget')
export class BudgetEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('integer') year: number;
  @Column('integer') version: number;
  @Column('text', { nullable: true }) note: string | null;
  @Column('timestamptz', { name: 'made_at' }) madeAt: Date;
  @Column('text', { name: 'made_by' }) madeBy: string;
}
