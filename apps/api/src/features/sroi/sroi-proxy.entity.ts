import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('sroi_proxy')
export class SroiProxyEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('text') name: string;
  @Column('bigint') cents: number;
  @Column('char', { length: 3 }) currency: string;
  @Column('integer', { name: 'price_year' }) priceYear: number;
  @Column('char', { length: 2 }) country: string;
  @Column('text') unit: string;
  @Column('text') source: string;
  @Column('text', { nullable: true }) note: string | null;
  @Column('integer') version: number;
  @Column('timestamptz', { name: 'removed_at', nullable: true }) removedAt: Date | null;
}
