import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, ID, Info, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Requires } from '../../graphql/authorisation.ts';
import { viewerCan, type Context } from '../../graphql/context.ts';
import { badRequest } from '../../graphql/errors.ts';
import { fieldsAskedFor, readRows } from '../../graphql/look-ahead.ts';
import { answering } from '../../graphql/refusal.type.ts';
import { CalendarDayScalar } from '../../graphql/scalars.ts';
import { bookCost, correctCost, reverseCost } from './book-cost.ts';
import { closeMonth, reopenMonth } from './close-month.ts';
import { CostEntity } from './cost.entity.ts';
import { CostCorrectionInput, CostInput, CostResult } from './cost.type.ts';
import { LedgerEventEntity } from './ledger-event.entity.ts';
import type { LedgerEntity } from './ledger.entity.ts';
import { closingOf, monthsOf, readLedger } from './ledger.queries.ts';
import {
  LedgerClosingType,
  LedgerEventType,
  LedgerMonthType,
  LedgerResult,
  LedgerType,
} from './ledger.type.ts';

const REASON = { description: 'Why, for those who read the books.' };

/** The line after an operation, as the client asked for it. */
function bookedLine(context: Context, info: GraphQLResolveInfo, operation: () => Promise<string>) {
  return answering(async () => {
    const id = await operation();
    const query = context.db
      .getRepository(CostEntity)
      .createQueryBuilder('cost')
      .where('cost.id = :id', { id });
    const [line] = await readRows(query, fieldsAskedFor(info));
    return line;
  });
}

@Resolver(() => LedgerType)
export class LedgerResolver {
  @Requires('SEE_MONEY')
  @Query(() => LedgerType, { description: 'Which months are closed, and what was booked in each.' })
  ledger(@Ctx() context: Context) {
    return readLedger(context);
  }

  @FieldResolver(() => [LedgerMonthType], {
    description: 'The months of a year as far as they have begun, the latest first.',
  })
  months(@Arg('year', () => Int) year: number, @Ctx() context: Context) {
    if (year < 1990 || year > 2100) throw badRequest('A year from 1990 to 2100.');
    return monthsOf(context, year);
  }

  @FieldResolver(() => LedgerClosingType, {
    description: 'What closing the month of a day would close: to be read before closeMonth.',
  })
  closing(
    @Root() ledger: LedgerEntity,
    @Arg('month', () => CalendarDayScalar) month: string,
    @Ctx() context: Context,
  ) {
    return closingOf(context, ledger, month);
  }

  @FieldResolver(() => [LedgerEventType], {
    description: 'When months were closed and opened again, the latest first; at most 50.',
  })
  events(@Ctx() { db }: Context) {
    return db.getRepository(LedgerEventEntity).find({ order: { at: 'DESC', id: 'DESC' }, take: 50 });
  }

  @FieldResolver(() => Boolean, { description: 'Whether the viewer may book, correct and close.' })
  viewerCanManage(@Ctx() context: Context) {
    return viewerCan(context, 'MANAGE_MONEY');
  }

  @Requires('MANAGE_MONEY')
  @Mutation(() => CostResult, {
    description: 'Books a line in an open month. It is taken back by reverseCost.',
  })
  bookCost(
    @Arg('input', () => CostInput) input: CostInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return bookedLine(context, info, () => bookCost(context, input));
  }

  @Requires('MANAGE_MONEY')
  @Mutation(() => CostResult, {
    description:
      'Puts a line right: books its counter-entry and a new line, both linked to it, in its own month or in the first open one. Answers with the new line.',
  })
  correctCost(
    @Arg('id', () => ID) id: string,
    @Arg('input', () => CostCorrectionInput) input: CostCorrectionInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return bookedLine(context, info, () => correctCost(context, id, input));
  }

  @Requires('MANAGE_MONEY')
  @Mutation(() => CostResult, {
    description:
      'Takes a line back by its counter-entry, with nothing in its place. Answers with the counter-entry.',
  })
  reverseCost(
    @Arg('id', () => ID) id: string,
    @Arg('reason', () => String, REASON) reason: string,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return bookedLine(context, info, () => reverseCost(context, id, reason));
  }

  @Requires('MANAGE_MONEY')
  @Mutation(() => LedgerResult, {
    description: 'Closes the month of a day that is over, and all before it; reopenMonth opens it again.',
  })
  closeMonth(
    @Arg('month', () => CalendarDayScalar) month: string,
    @Arg('version', () => Int) version: number,
    @Ctx() context: Context,
  ) {
    return answering(() => closeMonth(context, month, version));
  }

  @Requires('MANAGE_MONEY')
  @Mutation(() => LedgerResult, { description: 'Opens the month of a day again, and all after it.' })
  reopenMonth(
    @Arg('month', () => CalendarDayScalar) month: string,
    @Arg('version', () => Int) version: number,
    @Arg('reason', () => String, REASON) reason: string,
    @Ctx() context: Context,
  ) {
    return answering(() => reopenMonth(context, month, version, reason));
  }
}
