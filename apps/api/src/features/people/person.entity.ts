import type { Gender } from '@tandem/domain/vocabulary';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('person')
export class PersonEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('text', { name: 'given_name' }) givenName: string;
  @Column('text', { name: 'family_name' }) familyName: string;
  @Column('text', { nullable: true }) gender: Gender | null;
  @Column('date', { name: 'birth_date', nullable: true }) birthDate: string | null;
  @Column('text', { nullable: true }) email: string | null;
  /** The day on which who it was was erased; an erasure alone writes it. */
  @Column({ type: 'date', name: 'erased_on', nullable: true, insert: false }) erasedOn: string | null;
}
