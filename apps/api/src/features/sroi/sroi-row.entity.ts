import type { EvidenceGrade, Stakeholder } from '@tandem/domain/vocabulary';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('sroi_row')
export class SroiRowEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'model_id' }) modelId: string;
  @Column('integer') position: number;
  @Column('text') stakeholder: Stakeholder;
  @Column('text') outcome: string;
  @Column('text', { name: 'quantity_metric', nullable: true }) quantityMetric: string | null;
  @Column('double precision', { nullable: true }) quantity: number | null;
  @Column('bigint', { name: 'proxy_cents' }) proxyCents: number;
  @Column('integer', { name: 'proxy_year' }) proxyYear: number;
  @Column('char', { name: 'proxy_country', length: 2 }) proxyCountry: string;
  @Column('text', { name: 'proxy_source', nullable: true }) proxySource: string | null;
  @Column('double precision') deadweight: number;
  @Column('double precision') displacement: number;
  @Column('double precision') attribution: number;
  @Column('double precision', { name: 'drop_off' }) dropOff: number;
  @Column('integer', { name: 'duration_years' }) durationYears: number;
  @Column('integer', { name: 'first_year' }) firstYear: number;
  @Column('text', { name: 'evidence_grade' }) evidenceGrade: EvidenceGrade;
}
