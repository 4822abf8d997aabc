import type { ScenarioChange } from '@tandem/metrics/sroi/scenarios';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('sroi_scenario')
export class SroiScenarioEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'version_id' }) versionId: string;
  @Column('integer') position: number;
  @Column('text') name: string;
  @Column('jsonb') changes: ScenarioChange[];
}
