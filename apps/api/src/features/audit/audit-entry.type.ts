import type { AuditAction, AuditCredential, AuditedKind } from '@tandem/domain/audit';
import { GraphQLJSON } from 'graphql-scalars';
import { Field, GraphQLISODateTime, ID, InputType, ObjectType } from 'type-graphql';
import { Guarded, Requires } from '../../graphql/authorisation.ts';
import { connectionTypes } from '../../graphql/connection.ts';
import { AuditActionEnum, AuditCredentialEnum, AuditedKindEnum } from '../../graphql/enums.ts';
import { PeriodInput } from '../../graphql/inputs.type.ts';

@Guarded('id', 'at', 'action', 'recordKind', 'recordId', 'subjectId')
@ObjectType('AuditEntry', { description: 'Who did what, and when.' })
export class AuditEntryType {
  @Field(() => ID, { description: 'UUID.' }) id: string;
  @Field(() => GraphQLISODateTime, { description: 'Real time at which it was done.' }) at: Date;
  @Requires('SEE_HISTORY')
  @Field(() => String, { description: 'Who did it.' })
  actorName: string;
  @Requires('SEE_AUDIT')
  @Field(() => ID, { nullable: true, description: 'Their account; null for a command on the machine.' })
  actorUserId: string | null;
  @Field(() => AuditActionEnum, { description: 'The operation.' }) action: AuditAction;
  @Field(() => AuditedKindEnum, { description: 'The kind of record.' }) recordKind: AuditedKind;
  @Field(() => ID, { description: 'The record.' }) recordId: string;
  @Field(() => ID, {
    description: 'The record under which a person would look for it: the duo of a meeting.',
  })
  subjectId: string;
  @Requires('SEE_AUDIT')
  @Field(() => String, { nullable: true, description: 'The address from which it was done.' })
  address: string | null;
  @Requires('SEE_AUDIT')
  @Field(() => AuditCredentialEnum, { nullable: true, description: 'With what they were known.' })
  credential: AuditCredential | null;
  @Requires('SEE_AUDIT')
  @Field(() => ID, {
    nullable: true,
    description: 'The API key with which it was done; null for anything else.',
  })
  keyId: string | null;
  @Requires('SEE_AUDIT')
  @Field(() => String, { nullable: true, description: "The request, as in the server's log." })
  requestId: string | null;
  @Requires('SEE_HISTORY')
  @Field(() => GraphQLJSON, { nullable: true, description: 'Fields as they were.' })
  before: object | null;
  @Requires('SEE_HISTORY')
  @Field(() => GraphQLJSON, { nullable: true, description: 'Fields as they became.' })
  after: object | null;
}

@InputType({ description: 'Keeps the entries for which all of this holds.' })
export class AuditFilter {
  @Field(() => [ID], { nullable: true, description: 'Done by one of these accounts.' }) actor?:
    | string[]
    | null;
  @Field(() => [AuditActionEnum], { nullable: true, description: 'One of these operations.' }) action?:
    | AuditAction[]
    | null;
  @Field(() => ID, { nullable: true, description: 'About this record, or one that belongs to it.' }) record?:
    | string
    | null;
  @Field(() => PeriodInput, { nullable: true, description: 'Done on one of these days, in UTC.' })
  period?: PeriodInput | null;
  @Field(() => String, {
    nullable: true,
    description: 'Part of the name of who did it; or an address or a request id.',
  })
  search?: string | null;
}

@ObjectType('AuditHead', {
  description:
    'The end of the sealed trail. Kept elsewhere, it proves later that the trail before it is the same.',
})
export class AuditHeadType {
  @Field(() => Number, { description: 'How many entries are sealed.' }) sequence: number;
  @Field(() => String, { description: 'SHA-256 over all of them, hexadecimal.' }) hash: string;
}

export const { ConnectionType: AuditConnection } = connectionTypes('AuditEntry', () => AuditEntryType);
