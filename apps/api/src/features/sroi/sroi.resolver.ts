import { Arg, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import { Requires } from '../../graphql/authorisation.ts';
import type { Context } from '../../graphql/context.ts';
import { answering } from '../../graphql/refusal.type.ts';
import { publishSroiVersion } from './publish-sroi-version.ts';
import { saveSroiVersion } from './save-sroi-version.ts';
import { SroiComparisonType } from './sroi-comparison.type.ts';
import { SroiModelType, SroiVersionInput, SroiVersionResult, SroiVersionType } from './sroi-version.type.ts';
import { compareVersions, readModel, readVersionType } from './sroi.queries.ts';
import { discardSroiVersion, restoreSroiVersion, startSroiVersion } from './start-sroi-version.ts';

@Resolver()
export class SroiResolver {
  @Requires('SEE_SROI')
  @Query(() => SroiModelType, {
    nullable: true,
    description:
      "The programme's value map with its versions; null where there is none, and for a partner where its quantities would tell of few. A partner sees the quantities of the day of the ratio that it is shown.",
  })
  sroiModel(@Ctx() context: Context) {
    return readModel(context);
  }

  @Requires('SEE_SROI')
  @Query(() => SroiVersionType, {
    nullable: true,
    description:
      "A version of the value map, with the quantities of the programme's day beside those that it was published with. Partners meet what is published.",
  })
  sroiVersion(@Arg('id', () => ID) id: string, @Ctx() context: Context) {
    return readVersionType(context, id);
  }

  @Requires('SEE_SROI')
  @Query(() => SroiComparisonType, {
    nullable: true,
    description:
      'What leads from one version of the value map to another; null where the viewer does not meet both.',
  })
  sroiComparison(
    @Arg('first', () => ID) first: string,
    @Arg('second', () => ID) second: string,
    @Ctx() context: Context,
  ) {
    return compareVersions(context, first, second);
  }

  @Requires('EDIT_SROI')
  @Mutation(() => SroiVersionResult, {
    description:
      'Begins a draft as a copy of a version. There is one draft at a time. The undo is to discard it.',
  })
  startSroiVersion(
    @Arg('from', () => ID, { description: 'The version to copy.' }) from: string,
    @Arg('name', () => String, { description: 'What it is called.' }) name: string,
    @Ctx() context: Context,
  ) {
    return answering(async () => readVersionType(context, await startSroiVersion(context, from, { name })));
  }

  @Requires('EDIT_SROI')
  @Mutation(() => SroiVersionResult, {
    description:
      'Puts a value map in the place of what was in the draft; the undo is to put the former back.',
  })
  saveSroiVersion(
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
    @Arg('input', () => SroiVersionInput) input: SroiVersionInput,
    @Ctx() context: Context,
  ) {
    return answering(async () =>
      readVersionType(context, await saveSroiVersion(context, id, version, input)),
    );
  }

  @Requires('EDIT_SROI')
  @Mutation(() => SroiVersionResult, {
    description:
      'Publishes a draft: figures come from it, partners see it, and nothing changes it any more. Refused while a proxy has no source.',
  })
  publishSroiVersion(
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
    @Ctx() context: Context,
  ) {
    return answering(async () => readVersionType(context, await publishSroiVersion(context, id, version)));
  }

  @Requires('EDIT_SROI')
  @Mutation(() => SroiVersionResult, { description: 'Takes a draft off the table.' })
  discardSroiVersion(
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
    @Ctx() context: Context,
  ) {
    return answering(async () => readVersionType(context, await discardSroiVersion(context, id, version)));
  }

  @Requires('EDIT_SROI')
  @Mutation(() => SroiVersionResult, {
    description: 'Takes a discarded draft up again: the undo of discarding it.',
  })
  restoreSroiVersion(
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
    @Ctx() context: Context,
  ) {
    return answering(async () => readVersionType(context, await restoreSroiVersion(context, id, version)));
  }
}
