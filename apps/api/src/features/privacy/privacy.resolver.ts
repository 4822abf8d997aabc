import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Requires } from '../../graphql/authorisation.ts';
import { viewerCan, type Context } from '../../graphql/context.ts';
import { defineLoader, groupBy } from '../../graphql/loader.ts';
import { answering } from '../../graphql/refusal.type.ts';
import { liftHold, placeHold } from './legal-holds.ts';
import { consentsOf, findPerson, LATEST, listHolds, listPurposes, standingHolds } from './privacy.queries.ts';
import {
  ConsentInput,
  ConsentType,
  LegalHoldType,
  PersonPrivacyResult,
  PersonPrivacyType,
  PurposeInput,
  PurposeResult,
  PurposeType,
} from './privacy.type.ts';
import { recordConsent } from './record-consent.ts';
import { savePurpose } from './save-purpose.ts';

const consents = defineLoader<ConsentType[]>(
  async (ids, { db }) => groupBy(await consentsOf(db, ids), ({ personId }) => personId),
  [],
);
const holds = defineLoader<LegalHoldType | null>(
  async (ids, { db }) => new Map((await standingHolds(db, ids)).map((hold) => [hold.personId, hold])),
  null,
);

function changedPerson(context: Context, operation: () => Promise<string>) {
  return answering(async () => findPerson(context.db, await operation()));
}

@Resolver(() => PersonPrivacyType)
export class PrivacyResolver {
  @Requires('RECORD_CONSENT', 'MANAGE_PRIVACY')
  @Query(() => [PurposeType], {
    description: 'The register of purposes: every version, the latest first within a purpose.',
  })
  purposes(@Ctx() { db }: Context) {
    return listPurposes(db);
  }

  @Requires('RECORD_CONSENT', 'MANAGE_PRIVACY')
  @Query(() => PersonPrivacyType, {
    nullable: true,
    description: 'Consents and legal hold of a person; null where there is none of this id.',
  })
  personPrivacy(@Arg('personId', () => ID) personId: string, @Ctx() { db }: Context) {
    return findPerson(db, personId);
  }

  @Requires('MANAGE_PRIVACY')
  @Query(() => [LegalHoldType], {
    description: `The latest ${LATEST} legal holds, those that stand first.`,
  })
  legalHolds(@Ctx() { db }: Context) {
    return listHolds(db);
  }

  @Requires('RECORD_CONSENT')
  @Mutation(() => PersonPrivacyResult, {
    description: 'Writes down what somebody said to a purpose: asked, given or withdrawn.',
  })
  recordConsent(
    @Arg('personId', () => ID) personId: string,
    @Arg('input', () => ConsentInput) input: ConsentInput,
    @Ctx() context: Context,
  ) {
    return changedPerson(context, () => recordConsent(context, personId, input));
  }

  @Requires('MANAGE_PRIVACY')
  @Mutation(() => PurposeResult, { description: 'Writes a purpose, or the next version of one.' })
  savePurpose(
    @Arg('input', () => PurposeInput) input: PurposeInput,
    @Arg('basedOn', () => Int, {
      nullable: true,
      description: 'The version that was seen; null for a new purpose.',
    })
    basedOn: number | null,
    @Ctx() context: Context,
  ) {
    return answering(async () => {
      const id = await savePurpose(context, input, basedOn ?? null);
      return (await listPurposes(context.db)).find((purpose) => purpose.id === id);
    });
  }

  @Requires('MANAGE_PRIVACY')
  @Mutation(() => PersonPrivacyResult, { description: 'Keeps everything of a person until it is lifted.' })
  placeHold(
    @Arg('personId', () => ID) personId: string,
    @Arg('reason', () => String, { description: 'Without a name.' }) reason: string,
    @Ctx() context: Context,
  ) {
    return changedPerson(context, () => placeHold(context, personId, reason));
  }

  @Requires('MANAGE_PRIVACY')
  @Mutation(() => PersonPrivacyResult, { description: 'Ends a legal hold.' })
  liftHold(@Arg('personId', () => ID) personId: string, @Ctx() context: Context) {
    return changedPerson(context, () => liftHold(context, personId));
  }

  @Requires('RECORD_CONSENT', 'MANAGE_PRIVACY')
  @FieldResolver(() => [ConsentType], { description: 'What they said, the latest first.' })
  consents(@Root() { id }: PersonPrivacyType, @Ctx() context: Context) {
    return consents(context, id);
  }

  @Requires('MANAGE_PRIVACY')
  @FieldResolver(() => LegalHoldType, { nullable: true, description: 'The hold that stands.' })
  hold(@Root() { id }: PersonPrivacyType, @Ctx() context: Context) {
    return holds(context, id);
  }

  @FieldResolver(() => Boolean, { description: 'Whether the viewer may export, hold and erase the person.' })
  viewerCanManage(@Root() { erasedOn }: PersonPrivacyType, @Ctx() context: Context) {
    return erasedOn === null && viewerCan(context, 'MANAGE_PRIVACY');
  }
}
