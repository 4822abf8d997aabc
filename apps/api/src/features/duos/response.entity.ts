import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { DuoEntity } from './duo.entity.ts';

@Entity('response')
export class ResponseEntity {
  @PrimaryColumn('uuid') id: string;
  @ManyToOne(() => DuoEntity) @JoinColumn({ name: 'duo_id' }) duo: DuoEntity;
  @Column('date', { name: 'answered_on' }) answeredOn: string;
}
