import type { AuditAction, AuditCredential, AuditedKind } from '@tandem/domain/audit';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('audit_entry')
export class AuditEntryEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('timestamptz') at: Date;
  @Column('text', { name: 'actor_user_id', nullable: true }) actorUserId: string | null;
  @Column('text', { name: 'actor_name' }) actorName: string;
  @Column('text') action: AuditAction;
  @Column('text', { name: 'record_kind' }) recordKind: AuditedKind;
  @Column('uuid', { name: 'record_id' }) recordId: string;
  /** The record under which a person would look for it: the duo of a meeting, the volunteer of an hour. */
  @Column('uuid', { name: 'subject_id' }) subjectId: string;
  @Column('jsonb', { nullable: true }) before: object | null;
  @Column('jsonb', { nullable: true }) after: object | null;
  @Column('text', { name: 'request_id', nullable: true }) requestId: string | null;
  @Column('text', { nullable: true }) address: string | null;
  @Column('text', { nullable: true }) credential: AuditCredential | null;
  @Column('text', { name: 'key_id', nullable: true }) keyId: string | null;
  /** The erasure that emptied it. */
  @Column('uuid', { name: 'redaction_id', nullable: true }) redactionId: string | null;
}
