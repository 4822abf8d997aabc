import type { Journey } from '@tandem/domain/vocabulary';
import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { refuseImpossibleTime } from '../../graphql/asked-time.ts';
import { Requires } from '../../graphql/authorisation.ts';
import type { Context } from '../../graphql/context.ts';
import { JourneyEnum } from '../../graphql/enums.ts';
import { PeriodInput } from '../../graphql/inputs.type.ts';
import { CalendarDayScalar } from '../../graphql/scalars.ts';
import { pathwayOf } from './pathway.queries.ts';
import { PathwayStageType } from './pathway.type.ts';

@Resolver()
export class PathwayResolver {
  @Requires('SEE_RECORDS_OF_FIGURES')
  @Query(() => [PathwayStageType], {
    description: 'The way into a duo: its stages in order, with who came to each and after how many days.',
  })
  pathway(
    @Arg('journey', () => JourneyEnum, { description: 'Of mentees or of mentors.' }) journey: Journey,
    @Arg('asOf', () => CalendarDayScalar, {
      nullable: true,
      description: "Info sessions up to this day; the programme's day by default.",
    })
    asOf: string | null | undefined,
    @Arg('period', () => PeriodInput, { nullable: true, description: 'Info sessions of this period.' })
    period: PeriodInput | null | undefined,
    @Arg('branch', () => [ID], { nullable: true, description: 'Of these branches.' })
    branch: string[] | null | undefined,
    @Ctx() context: Context,
  ) {
    refuseImpossibleTime(context, { asOf, period });
    return pathwayOf(context, journey, {
      asOf: asOf ?? context.today,
      period: period ?? undefined,
      branch: branch ?? undefined,
    });
  }
}
