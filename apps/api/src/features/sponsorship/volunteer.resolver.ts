import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, ID, Info, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Requires } from '../../graphql/authorisation.ts';
import { PageArguments } from '../../graphql/connection.ts';
import { viewerCan, type Context } from '../../graphql/context.ts';
import { ConsentStatusEnum } from '../../graphql/enums.ts';
import { defineLoader } from '../../graphql/loader.ts';
import { fieldsAskedFor } from '../../graphql/look-ahead.ts';
import { answering } from '../../graphql/refusal.type.ts';
import { registerVolunteers } from './register-volunteers.ts';
import { listVolunteers, minutesOf, volunteersById, type GivenMinutes } from './sponsorship.queries.ts';
import { reinstateVolunteer, withdrawVolunteer } from './volunteer-operations.ts';
import type { VolunteerEntity } from './volunteer.entity.ts';
import {
  RegistrationReportType,
  VolunteerConnection,
  VolunteerFilter,
  VolunteerInput,
  VolunteerResult,
  VolunteerSort,
  VolunteerType,
} from './volunteer.type.ts';

const minutes = defineLoader<GivenMinutes>((ids, { db }) => minutesOf(db, ids), {
  submitted: 0,
  approved: 0,
});

const consentOf = defineLoader<string>(async (personIds, { db }) => {
  const rows: { id: string; status: string }[] = await db.query(
    `select person_id as id, status from current_consent where purpose = 'PROGRAMME' and person_id = any ($1)`,
    [personIds],
  );
  return new Map(rows.map(({ id, status }) => [id, status]));
}, 'ASKED');

@Resolver(() => VolunteerType)
export class VolunteerResolver {
  @Requires('SEE_PARTNERS', 'SEE_OWN_VOLUNTEERS')
  @Query(() => VolunteerConnection, {
    description: 'Registered employees, by name unless sorted otherwise; a partner sees its own only.',
  })
  volunteers(
    @Args(() => PageArguments) page: PageArguments,
    @Arg('filter', () => VolunteerFilter, { nullable: true }) filter: VolunteerFilter | undefined,
    @Arg('sort', () => VolunteerSort, { nullable: true }) sort: VolunteerSort | undefined,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return listVolunteers(context, filter ?? {}, sort, page, fieldsAskedFor(info, ['edges', 'node']));
  }

  @Requires('REGISTER_VOLUNTEERS', 'MANAGE_PARTNERS')
  @Mutation(() => RegistrationReportType, {
    description:
      'Registers all rows or none; with `dryRun` only checks. A partner registers for itself, staff name the partner.',
  })
  async registerVolunteers(
    @Arg('rows', () => [VolunteerInput]) rows: VolunteerInput[],
    @Arg('partnerId', () => ID, { nullable: true }) partnerId: string | undefined,
    @Arg('dryRun', () => Boolean, { defaultValue: false }) dryRun: boolean,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<RegistrationReportType> {
    const report = await registerVolunteers(context, rows, partnerId ?? null, dryRun);
    const registered = await volunteersById(
      context.db,
      context.scope,
      report.registeredIds,
      fieldsAskedFor(info, ['registered']),
    );
    const existingIds = report.rows.flatMap(({ existingId }) => existingId ?? []);
    const existing = await volunteersById(
      context.db,
      context.scope,
      existingIds,
      fieldsAskedFor(info, ['rows', 'existing']),
    );
    const byId = new Map(existing.map((volunteer) => [volunteer.id, volunteer]));
    return {
      registered,
      rows: report.rows.map(({ index, refusals, existingId }) => ({
        index,
        refusals,
        existing: byId.get(existingId ?? '') ?? null,
      })),
    };
  }

  @Requires('REGISTER_VOLUNTEERS', 'MANAGE_PARTNERS')
  @Mutation(() => VolunteerResult, { description: 'Ends a registration; hours given stay.' })
  withdrawVolunteer(
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return changed(context, info, () => withdrawVolunteer(context, id, version));
  }

  @Requires('REGISTER_VOLUNTEERS', 'MANAGE_PARTNERS')
  @Mutation(() => VolunteerResult, { description: 'Takes a withdrawal back: the undo of withdrawVolunteer.' })
  reinstateVolunteer(
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return changed(context, info, () => reinstateVolunteer(context, id, version));
  }

  @FieldResolver(() => ConsentStatusEnum, {
    description: "The person's consent to take part; asked for at registration.",
  })
  consent(@Root() volunteer: VolunteerEntity, @Ctx() context: Context) {
    return consentOf(context, volunteer.personId);
  }

  @FieldResolver(() => Int, { description: 'Minutes that wait for a decision.' })
  async submittedMinutes(@Root() volunteer: VolunteerEntity, @Ctx() context: Context) {
    return (await minutes(context, volunteer.id)).submitted;
  }

  @FieldResolver(() => Int, { description: 'Minutes that staff approved.' })
  async approvedMinutes(@Root() volunteer: VolunteerEntity, @Ctx() context: Context) {
    return (await minutes(context, volunteer.id)).approved;
  }

  @FieldResolver(() => Boolean, { description: 'Whether the viewer may log hours for them.' })
  viewerCanLogHours(@Root() volunteer: VolunteerEntity, @Ctx() context: Context) {
    return (
      volunteer.status !== 'WITHDRAWN' &&
      (viewerCan(context, 'LOG_HOURS') || viewerCan(context, 'MANAGE_PARTNERS'))
    );
  }

  @FieldResolver(() => Boolean, { description: 'Whether the viewer may end the registration.' })
  viewerCanWithdraw(@Root() volunteer: VolunteerEntity, @Ctx() context: Context) {
    return (
      volunteer.status !== 'WITHDRAWN' &&
      (viewerCan(context, 'REGISTER_VOLUNTEERS') || viewerCan(context, 'MANAGE_PARTNERS'))
    );
  }
}

function changed(context: Context, info: GraphQLResolveInfo, operation: () => Promise<string>) {
  return answering(
    async () =>
      (await volunteersById(context.db, context.scope, [await operation()], fieldsAskedFor(info)))[0] ?? null,
  );
}
