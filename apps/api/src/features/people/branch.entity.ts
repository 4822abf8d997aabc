import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('branch')
export class BranchEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('text') name: string;
  @Column('char', { length: 2 }) country: string;
}
