import { GraphQLJSON } from 'graphql-scalars';
import { Field, GraphQLISODateTime, ID, ObjectType } from 'type-graphql';

@ObjectType('AuditEntry', { description: 'Who changed what, and when.' })
export class AuditEntryType {
  @Field(() => ID, { description: 'UUID.' }) id: string;
  @Field(() => GraphQLISODateTime, { description: 'Real time of the change.' }) at: Date;
  @Field(() => String, { description: 'Who did it.' }) actorName: string;
  @Field(() => String, { description: 'The operation.' }) action: string;
  @Field(() => String, { description: 'The kind of record that was changed.' }) recordKind: string;
  @Field(() => ID, {
    description: 'The record under which a person would look for it: the duo of a meeting.',
  })
  subjectId: string;
  @Field(() => GraphQLJSON, { nullable: true, description: 'Fields as they were.' }) before: object | null;
  @Field(() => GraphQLJSON, { nullable: true, description: 'Fields as they became.' }) after: object | null;
}
