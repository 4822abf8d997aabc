import type { DiscountConvention, SroiStatus } from '@tandem/domain/vocabulary';
import type { DiscountStep } from '@tandem/metrics/sroi/discounting';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('sroi_version')
export class SroiVersionEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'model_id' }) modelId: string;
  @Column('text') name: string;
  @Column('text') status: SroiStatus;
  @Column('text', { nullable: true }) note: string | null;
  @Column('uuid', { name: 'based_on_id', nullable: true }) basedOnId: string | null;
  @Column('jsonb', { name: 'discount_schedule' }) discountSchedule: DiscountStep[];
  @Column('text', { name: 'discount_convention' }) discountConvention: DiscountConvention;
  @Column('integer', { name: 'horizon_years' }) horizonYears: number;
  @Column('integer') seed: number;
  @Column('integer') draws: number;
  @Column('integer') version: number;
  @Column('timestamptz', { name: 'started_at' }) startedAt: Date;
  @Column('text', { name: 'started_by', nullable: true }) startedBy: string | null;
  @Column('timestamptz', { name: 'published_at', nullable: true }) publishedAt: Date | null;
  @Column('text', { name: 'published_by', nullable: true }) publishedBy: string | null;
  @Column('date', { name: 'published_as_of', nullable: true }) publishedAsOf: string | null;
  @Column('bigint', { name: 'published_investment_cents', nullable: true }) publishedInvestmentCents:
    | number
    | null;
}
