import type { GrantKind } from '@tandem/domain/vocabulary';
import { Field, Int, ObjectType } from 'type-graphql';
import { enumOf, GrantKindEnum } from '../../graphql/enums.ts';
import { MoneyType } from '../../graphql/inputs.type.ts';
import { CentsScalar } from '../../graphql/scalars.ts';

const FlowStageEnum = enumOf(
  'FlowStage',
  ['FUNDER', 'KIND', 'USE'] as const,
  'Where money stands on its way: who gives it, as what sort of funds, for what it is used.',
);

@ObjectType('FlowNode', { description: 'A place on the way of the money.' })
export class FlowNodeType {
  @Field(() => FlowStageEnum, { description: 'Where on the way.' }) stage: 'FUNDER' | 'KIND' | 'USE';
  @Field(() => String, {
    description:
      'A funder’s id, a GrantKind, a CostCategory, or OTHER_MEANS (what no grant of money pays), LEFT_OVER (what was left of grants that were over when the period began), GIVEN_BACK (more taken back than booked), NOT_YET_SPENT, UNSPENT (of grants that are over).',
  })
  key: string;
  @Field(() => String, { nullable: true, description: 'Name of a funder; null of what has a code.' })
  name: string | null;
}

@ObjectType('FundFlow', { description: 'Money that goes from one place to the next.' })
export class FundFlowType {
  @Field(() => FlowNodeType, { description: 'From where.' }) from: FlowNodeType;
  @Field(() => FlowNodeType, { description: 'To where.' }) to: FlowNodeType;
  @Field(() => CentsScalar, { description: 'How much; always more than 0.' }) cents: number;
}

@ObjectType('FundFlows', {
  description:
    'From funders by kind of funds to activities in a period; both sides add up. A grant is spread evenly over its days, and pays of the cost that its duos bear by the allocation rule as much as it has; grants in kind pay nothing; one that was over when the period began, of what was left of it.',
})
export class FundFlowsType {
  @Field(() => MoneyType, {
    description:
      'All that comes in: grants, other means, what was left of former grants and what was given back.',
  })
  total: MoneyType;
  @Field(() => [FundFlowType], { description: 'The flows.' }) flows: FundFlowType[];
}

@ObjectType('FundsOfYear', {
  description: 'What the awarded grants of one kind that begin in a year amount to.',
})
export class FundsOfYearType {
  @Field(() => Int, { description: 'The year.' }) year: number;
  @Field(() => GrantKindEnum, { description: 'What sort of funds.' }) kind: GrantKind;
  @Field(() => CentsScalar, { description: 'How much.' }) cents: number;
}
