import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ImportKind } from './kinds.ts';
import type { ColumnMapping, MappedWord } from './recognise.ts';

/** Which column of a file fills which field, and what words of its cells mean, kept under a name. */
@Entity('import_mapping')
export class ImportMappingEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('text') name: string;
  @Column('text') kind: ImportKind;
  @Column('jsonb') columns: ColumnMapping;
  @Column('jsonb') words: readonly MappedWord[];
}
