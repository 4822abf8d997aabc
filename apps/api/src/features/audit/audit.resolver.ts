import type { GraphQLResolveInfo } from 'graphql';
import { GraphQLJSON } from 'graphql-scalars';
import { Arg, Args, Ctx, Info, Int, Mutation, Query, Resolver } from 'type-graphql';
import { newId } from '../../database/new-id.ts';
import { Requires, SignedIn } from '../../graphql/authorisation.ts';
import { PageArguments } from '../../graphql/connection.ts';
import type { Context } from '../../graphql/context.ts';
import { badRequest } from '../../graphql/errors.ts';
import { limitAccount } from '../../graphql/limit-account.ts';
import { fieldsAskedFor } from '../../graphql/look-ahead.ts';
import { AuditConnection, AuditFilter, AuditHeadType } from './audit-entry.type.ts';
import { listEntries } from './audit.queries.ts';
import { headOf } from './chain.ts';
import { recordChange } from './record-change.ts';

const LONGEST_DESCRIPTION = 2000;

@Resolver()
export class AuditResolver {
  @Requires('SEE_AUDIT')
  @Query(() => AuditConnection, { description: 'Who did, opened and exported what, the latest first.' })
  auditEntries(
    @Args(() => PageArguments) page: PageArguments,
    @Arg('filter', () => AuditFilter, { nullable: true }) filter: AuditFilter | undefined,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return listEntries(context, filter ?? {}, page, fieldsAskedFor(info, ['edges', 'node']));
  }

  @Requires('SEE_AUDIT')
  @Query(() => AuditHeadType, {
    nullable: true,
    description: 'The end of the sealed trail; null where nothing is sealed yet.',
  })
  auditHead(@Ctx() { db }: Context) {
    return headOf(db);
  }

  @SignedIn()
  @Mutation(() => Boolean, {
    description:
      'Writes down that rows of a list are taken out as a file. A program that takes data out says so, too.',
  })
  async recordExport(
    @Arg('list', () => String, { description: 'Which list, in a word.' }) list: string,
    @Arg('rows', () => Int, { description: 'How many rows.' }) rows: number,
    @Arg('selection', () => GraphQLJSON, { nullable: true, description: 'How the rows were chosen.' })
    selection: unknown,
    @Ctx() context: Context,
  ): Promise<true> {
    const after = { list, rows, selection: selection ?? null };
    if (rows < 0 || JSON.stringify(after).length > LONGEST_DESCRIPTION)
      throw badRequest(
        'An export is described by the name of a list, its number of rows and a short selection.',
      );
    await limitAccount(context, 'exports');
    const id = newId();
    await context.db.transaction((tx) =>
      recordChange(tx, context, {
        action: 'exportList',
        recordKind: 'list',
        recordId: id,
        subjectId: id,
        after,
      }),
    );
    return true;
  }
}
