import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ImportKind } from './kinds.ts';

/** An import that was taken in. */
@Entity('import_run')
export class ImportRunEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('timestamptz', { name: 'committed_at' }) committedAt: Date;
  @Column('text', { name: 'created_by' }) createdBy: string;
  /** Each file's name and counts; its rows are in the records. */
  @Column('jsonb') files: ImportedFileSummary[];
}

export interface ImportedFileSummary {
  readonly name: string;
  readonly kind: ImportKind | null;
  readonly rows: number;
  readonly accepted: number;
  readonly refused: number;
}
