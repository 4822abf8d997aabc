import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ColumnMapping, ImportKind } from './kinds.ts';

/** Which column of a file fills which field, kept under a name. */
@Entity('import_mapping')
export class ImportMappingEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('text') name: string;
  @Column('text') kind: ImportKind;
  @Column('jsonb') columns: ColumnMapping;
}
