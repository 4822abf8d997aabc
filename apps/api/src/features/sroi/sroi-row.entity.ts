import type { Distribution, EvidenceGrade, SroiParameter, Stakeholder } from '@tandem/domain/vocabulary';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** As it is kept in the row that it is about. */
export interface StoredRange {
  readonly parameter: SroiParameter;
  readonly distribution: Distribution;
  readonly low: number;
  readonly high: number;
}

@Entity('sroi_row')
export class SroiRowEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'version_id' }) versionId: string;
  @Column('uuid', { name: 'row_key' }) key: string;
  @Column('integer') position: number;
  @Column('text') stakeholder: Stakeholder;
  @Column('text') outcome: string;
  @Column('text', { name: 'quantity_metric', nullable: true }) quantityMetric: string | null;
  @Column('double precision', { nullable: true }) quantity: number | null;
  @Column('double precision', { name: 'published_quantity', nullable: true }) publishedQuantity:
    | number
    | null;
  @Column('bigint', { name: 'proxy_cents' }) proxyCents: number;
  @Column('integer', { name: 'proxy_year' }) proxyYear: number;
  @Column('char', { name: 'proxy_country', length: 2 }) proxyCountry: string;
  @Column('text', { name: 'proxy_unit', nullable: true }) proxyUnit: string | null;
  @Column('text', { name: 'proxy_source', nullable: true }) proxySource: string | null;
  /** The amount of which the source was said. */
  @Column('bigint', { name: 'proxy_source_cents', nullable: true }) proxySourceCents: number | null;
  @Column('text', { name: 'price_index_name', nullable: true }) priceIndexName: string | null;
  @Column('double precision', { name: 'price_index_from', nullable: true }) priceIndexFrom: number | null;
  @Column('double precision', { name: 'price_index_to', nullable: true }) priceIndexTo: number | null;
  @Column('integer', { name: 'price_index_year', nullable: true }) priceIndexYear: number | null;
  @Column('double precision') deadweight: number;
  @Column('double precision') displacement: number;
  @Column('double precision') attribution: number;
  @Column('double precision') leakage: number;
  @Column('double precision') substitution: number;
  @Column('double precision', { name: 'drop_off' }) dropOff: number;
  @Column('integer', { name: 'duration_years' }) durationYears: number;
  @Column('integer', { name: 'first_year' }) firstYear: number;
  @Column('text', { name: 'evidence_grade' }) evidenceGrade: EvidenceGrade;
  @Column('jsonb') ranges: StoredRange[];
  @Column('text', { nullable: true }) note: string | null;
}
