import { Column, Entity, PrimaryColumn } from 'typeorm';

/** At how much an hour given in kind is valued from a day on; none is ever changed. */
@Entity('in_kind_rate')
export class InKindRateEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('date', { name: 'from_day' }) fromDay: string;
  @Column('bigint', { name: 'cents_per_hour' }) centsPerHour: number;
  @Column('text') source: string;
  @Column('integer', { name: 'source_year' }) sourceYear: number;
  @Column('timestamptz', { name: 'made_at' }) madeAt: Date;
  @Column('text', { name: 'made_by' }) madeBy: string;
}
