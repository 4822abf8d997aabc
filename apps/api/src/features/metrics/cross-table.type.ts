import { Field, ObjectType } from 'type-graphql';
import { BreakdownGroupType, FigureResult, type FigureAnswer } from './figure.type.ts';

@ObjectType('CrossTableCell', { description: 'The figure of who is in two groups at once.' })
export class CrossTableCellType {
  @Field(() => String, { description: 'The key of its row.' }) row: string;
  @Field(() => String, { description: 'The key of its column.' }) column: string;
  @Field(() => FigureResult, { description: 'Its figure.' }) result: FigureAnswer;
}

@ObjectType('CrossTable', {
  description: 'A figure by two dimensions, with its totals. A pair of groups that nobody is in has no cell.',
})
export class CrossTableType {
  @Field(() => [BreakdownGroupType], { description: 'Its rows, each with its total.' })
  rows: BreakdownGroupType[];
  @Field(() => [BreakdownGroupType], { description: 'Its columns, each with its total.' })
  columns: BreakdownGroupType[];
  @Field(() => FigureResult, { description: 'Its grand total.' }) total: FigureAnswer;
  @Field(() => [CrossTableCellType], { description: 'Its cells, row by row.' }) cells: CrossTableCellType[];
}
