import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('sroi_model')
export class SroiModelEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('text') name: string;
  /** The version that figures come from. */
  @Column('uuid', { name: 'published_version_id', nullable: true }) publishedVersionId: string | null;
}
