import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { BranchEntity } from './branch.entity.ts';

@Entity('coordinator')
export class CoordinatorEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('text') name: string;
  @Column('uuid', { name: 'branch_id' }) branchId: string;
  @ManyToOne(() => BranchEntity) @JoinColumn({ name: 'branch_id' }) branch: BranchEntity;
  @Column('text', { name: 'user_id', nullable: true }) userId: string | null;
}
