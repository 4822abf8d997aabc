import { Field, ObjectType } from 'type-graphql';
import { connectionTypes } from '../../graphql/connection.ts';
import { DuoType } from '../duos/duo.type.ts';

@ObjectType('FigureRecord', { description: 'A duo of which a figure is made.' })
class FigureRecordType {
  @Field(() => Boolean, { description: 'Whether the numerator counts it.' }) counted: boolean;
  @Field(() => DuoType, { description: 'The duo.' }) duo: DuoType;
}

export const { ConnectionType: FigureRecordConnection } = connectionTypes(
  'FigureRecord',
  () => FigureRecordType,
);
