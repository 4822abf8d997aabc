import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('import_run')
export class ImportRunEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('text') status: 'UPLOADED' | 'CHECKED' | 'COMMITTED';
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
  @Column('text', { name: 'created_by', nullable: true }) createdBy: string | null;
  @Column('timestamptz', { name: 'committed_at', nullable: true }) committedAt: Date | null;
  @Column('jsonb', { nullable: true }) report: unknown;
}
