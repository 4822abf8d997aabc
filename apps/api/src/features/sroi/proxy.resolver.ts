import { Arg, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import { Requires } from '../../graphql/authorisation.ts';
import type { Context } from '../../graphql/context.ts';
import { RecordVersionInput } from '../../graphql/inputs.type.ts';
import { answering } from '../../graphql/refusal.type.ts';
import { removeProxy, restoreProxy, saveProxy } from './proxy-operations.ts';
import { ProxyInput, ProxyResult, ProxyType } from './sroi-proxy.type.ts';
import { listProxies, readProxy } from './sroi.queries.ts';

@Resolver()
export class ProxyResolver {
  @Requires('EDIT_SROI')
  @Query(() => [ProxyType], {
    description: 'The library of published unit costs, from which rows of the value map take theirs.',
  })
  proxies(@Ctx() context: Context) {
    return listProxies(context);
  }

  @Requires('EDIT_SROI')
  @Mutation(() => ProxyResult, {
    description:
      'Takes an entry up into the library, or changes one. Rows that took theirs from it stay as they are; the undo is to remove it, or to save it as it was.',
  })
  saveProxy(
    @Arg('saved', () => RecordVersionInput, {
      nullable: true,
      description: 'The entry that is changed; null for another one.',
    })
    saved: RecordVersionInput | null,
    @Arg('input', () => ProxyInput) input: ProxyInput,
    @Ctx() context: Context,
  ) {
    return answering(async () => readProxy(context, await saveProxy(context, saved ?? null, input)));
  }

  @Requires('EDIT_SROI')
  @Mutation(() => ProxyResult, { description: 'Takes an entry out of the library.' })
  removeProxy(
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
    @Ctx() context: Context,
  ) {
    return answering(async () => readProxy(context, await removeProxy(context, id, version)));
  }

  @Requires('EDIT_SROI')
  @Mutation(() => ProxyResult, { description: 'Puts a removed entry back: the undo of removing it.' })
  restoreProxy(
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
    @Ctx() context: Context,
  ) {
    return answering(async () => readProxy(context, await restoreProxy(context, id, version)));
  }
}
