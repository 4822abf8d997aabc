import { Arg, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import { Requires } from '../../graphql/authorisation.ts';
import { viewerCan, type Context } from '../../graphql/context.ts';
import { answering } from '../../graphql/refusal.type.ts';
import { othersAreFew } from '../metrics/others.loader.ts';
import { saveSroiModel } from './save-sroi-model.ts';
import { SroiModelInput, SroiModelResult, SroiModelType } from './sroi-model.type.ts';
import { valueMapOf } from './value-map.loader.ts';

@Resolver()
export class SroiResolver {
  @Requires('SEE_SROI')
  @Query(() => SroiModelType, {
    nullable: true,
    description:
      "The programme's value map with today's quantities; null where there is none, and for a partner where its quantities would tell of the few duos of others.",
  })
  sroiModel(@Ctx() context: Context) {
    return readModel(context);
  }

  @Requires('EDIT_SROI')
  @Mutation(() => SroiModelResult, {
    description:
      'Puts a value map in the place of the one of this version; the undo is to put the former back.',
  })
  saveSroiModel(
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
    @Arg('input', () => SroiModelInput) input: SroiModelInput,
    @Ctx() context: Context,
  ) {
    return answering(async () => {
      await saveSroiModel(context, id, version, input);
      return readModel(context);
    });
  }
}

async function readModel(context: Context): Promise<SroiModelType | null> {
  const map = await valueMapOf(context, { asOf: context.today });
  if (map === undefined || (await othersAreFew(context))) return null;
  return {
    ...map.model,
    asOf: context.today,
    investment: { cents: map.investment, currency: 'EUR' },
    rows: map.rows.map((row) => ({
      ...row,
      quantity: row.quantityOnDay,
      proxy: { cents: row.proxyCents, currency: 'EUR' },
    })),
    viewerCanEdit: viewerCan(context, 'EDIT_SROI'),
  };
}
