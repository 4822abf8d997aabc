import type { Role } from '@tandem/domain/capabilities';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Which account acts in which role, and for which partner. */
@Entity('membership')
export class MembershipEntity {
  @PrimaryColumn('text', { name: 'user_id' }) userId: string;
  @Column('text') role: Role;
  @Column('uuid', { name: 'partner_id', nullable: true }) partnerId: string | null;
}
