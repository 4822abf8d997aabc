import type { AnyMetricId } from '@tandem/metrics/any-metric';
import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Public, Requires } from '../../../graphql/authorisation.ts';
import type { Context } from '../../../graphql/context.ts';
import { answering } from '../../../graphql/refusal.type.ts';
import { MetricIdEnum } from '../metric.type.ts';
import {
  findPublication,
  listPublications,
  previewPublication,
  publicationRecord,
} from './publication.queries.ts';
import {
  PublicationPreviewType,
  PublicationRecordType,
  PublicationResult,
  PublicationType,
  PublishedFigureType,
} from './publication.type.ts';
import { publishFigures } from './publish-figures.ts';
import { restorePublication } from './restore-publication.ts';
import { withdrawPublication } from './withdraw-publication.ts';

@Resolver(() => PublicationType)
export class PublicationResolver {
  @Public()
  @Query(() => PublicationType, {
    nullable: true,
    description: 'The figures that the programme tells everybody; null where none are published.',
  })
  publication(@Ctx() context: Context) {
    return findPublication(context);
  }

  @FieldResolver(() => [PublishedFigureType], {
    description: 'Every indicator that the public is told of, or those that are asked for.',
  })
  figures(
    @Root() { figures }: PublicationType,
    @Arg('metrics', () => [MetricIdEnum], { nullable: true }) metrics: AnyMetricId[] | null | undefined,
  ) {
    return metrics == null ? figures : figures.filter(({ result }) => metrics.includes(result.definition.id));
  }

  @Requires('PUBLISH_FIGURES')
  @Query(() => PublicationPreviewType, {
    description: 'What would be published now. Nothing is told by looking at it.',
  })
  publicationPreview(@Ctx() context: Context) {
    return previewPublication(context);
  }

  @Requires('PUBLISH_FIGURES')
  @Query(() => [PublicationRecordType], { description: 'All publications, the latest first.' })
  publications(@Ctx() context: Context) {
    return listPublications(context);
  }

  @Requires('PUBLISH_FIGURES')
  @Mutation(() => PublicationResult, {
    description:
      'Tells everybody the figures of the day. What was told stays told, also once it is withdrawn.',
  })
  publishFigures(@Ctx() context: Context) {
    return answering(async () => publicationRecord(context, await publishFigures(context)));
  }

  @Requires('PUBLISH_FIGURES')
  @Mutation(() => PublicationResult, { description: 'Takes the published figures from the public page.' })
  withdrawPublication(@Arg('id', () => ID) id: string, @Ctx() context: Context) {
    return answering(async () => publicationRecord(context, await withdrawPublication(context, id)));
  }

  @Requires('PUBLISH_FIGURES')
  @Mutation(() => PublicationResult, {
    description: 'Takes a withdrawal back, as long as nothing was published since.',
  })
  restorePublication(@Arg('id', () => ID) id: string, @Ctx() context: Context) {
    return answering(async () => publicationRecord(context, await restorePublication(context, id)));
  }
}
