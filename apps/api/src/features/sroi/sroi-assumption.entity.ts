import type { EvidenceGrade, SroiAssumption } from '@tandem/domain/vocabulary';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** On what a number of a row stands. */
@Entity('sroi_assumption')
export class SroiAssumptionEntity {
  @PrimaryColumn('uuid', { name: 'version_id' }) versionId: string;
  @PrimaryColumn('uuid', { name: 'row_key' }) rowKey: string;
  @PrimaryColumn('text') number: SroiAssumption;
  /** The value of which it was said. */
  @Column('double precision') value: number;
  @Column('text') grade: EvidenceGrade;
  @Column('text') source: string;
}
