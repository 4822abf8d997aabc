import { addDays, type CalendarDay } from '@tandem/domain/calendar-day';
import type { Context } from '../../graphql/context.ts';
import { beingPrepared, cannotBePrepared } from '../../graphql/errors.ts';
import { defineLoader } from '../../graphql/loader.ts';
import { keyOfGrantCost } from './grant-costs.ts';
import { keyOf, menuOf } from './menu.ts';
import { outsiderOf, type Partner } from './outsider.ts';
import { proposeRelease, rulesNow } from './propose-release.ts';
import { isFailing, latestOfFailing } from './release-failures.ts';
import { latestRelease, writeRelease, type ReleaseState, type Told } from './release-ledger.ts';
import type { Suppress } from './suppress-apart.ts';

const load = defineLoader<ReleaseState | undefined>(
  async (ids, context) =>
    new Map(
      await Promise.all(
        ids.map(async (id): Promise<[string, ReleaseState]> => [id, await stateFor(context, id)]),
      ),
    ),
  undefined,
);

/**
 * All that a partner is shown today. Nothing else is: whatever it asks, the answer comes from here. The first who asks on a
 * day makes the release of that day, but for partners of many grants; so does the first after limits, the menu or the
 * published value map changed. To the public nothing is released by asking: see publication/publish-figures.ts.
 */
export async function releaseTo(context: Context, { partnerId }: Partner): Promise<ReleaseState> {
  const state = await load(context, partnerId);
  if (state === undefined) throw new Error('there is no release');
  return state;
}

/**
 * From so many grants on a partner's release takes longer than somebody waits for a page: it is made ahead (release-ahead.ts),
 * and until then the one before stands for some days. Others' are made when they first ask: what is told and read by nobody would still be
 * held against what may be told the day after.
 */
export const MANY_GRANTS = 40;
/** Older figures are no longer told as if nothing had happened: something keeps new ones from being made. */
const OLDEST_DAYS = 7;

async function stateFor(context: Context, partnerId: string): Promise<ReleaseState> {
  const [isMany, now] = await Promise.all([hasMany(context, partnerId), rulesNow(context, 'PARTNER')]);
  if (!isMany) return bringUpToDate(context, partnerId);
  const latest = await latestRelease(context.db, { kind: 'PARTNER', partnerId });
  if (latest !== undefined && stands(context, latest, now)) return latest;
  if (await isFailing(context.db, partnerId))
    throw cannotBePrepared('Your figures cannot be prepared at the moment.');
  throw beingPrepared('Your figures are being prepared.');
}

async function hasMany({ db }: Context, partnerId: string): Promise<boolean> {
  const [row]: { isMany: boolean }[] = await db.query(
    `select count(*) >= $2 as "isMany" from funding_grant where partner_id = $1`,
    [partnerId, MANY_GRANTS],
  );
  return row?.isMany === true;
}

/**
 * Whether the latest release to a partner of many grants is what it is shown: not one that was decided by other limits, or tells
 * of another value map.
 */
function stands(
  { today }: Context,
  { asOf, rules }: Pick<ReleaseState, 'asOf' | 'rules'>,
  now: string,
): boolean {
  return rules === now && asOf >= addDays(today, -OLDEST_DAYS);
}

/** Of which day the figures are that a partner is shown for whom those of today cannot be made; undefined where it is shown none. */
export const shownMeanwhile = defineLoader<CalendarDay | undefined>(async (partnerIds, context) => {
  const now = await rulesNow(context, 'PARTNER');
  const latest = await latestOfFailing(context.db, partnerIds);
  return new Map(
    latest.filter((one) => stands(context, one, now)).map(({ partnerId, asOf }) => [partnerId, asOf]),
  );
}, undefined);

/**
 * What the viewer is told of the social return of the programme, and of which day; undefined where it is not shown. Staff are
 * told nothing: they see it as it is.
 */
export async function socialReturnTold(context: Context): Promise<Told | 'AS_IT_IS' | undefined> {
  const outsider = outsiderOf(context);
  if (outsider === undefined) return 'AS_IT_IS';
  const question = menuOf(outsider).find(({ metric }) => metric === 'SROI_NET');
  return question && toldIn(await releaseTo(context, outsider), keyOf(question, []));
}

/** What the viewer is told of the cost that the duos of a grant bear, and of which day; undefined where it is not shown. */
export async function grantCostTold(
  context: Context,
  grantId: string,
): Promise<ToldCost | 'AS_IT_IS' | undefined> {
  const outsider = outsiderOf(context);
  if (outsider === undefined) return 'AS_IT_IS';
  const told = toldIn(await releaseTo(context, outsider), keyOfGrantCost(grantId));
  const cost = told?.counts.cost;
  return told && cost && { ...told, counts: { ...told.counts, cost } };
}

type ToldCost = Told & { readonly counts: { readonly cost: NonNullable<Told['counts']['cost']> } };

function toldIn({ asOf, showings, told }: ReleaseState, key: string): Told | undefined {
  const [showing, last] = [showings.get(key), told.get(key)];
  if (last === undefined) return undefined;
  if (showing === 'TODAY') return { ...last, asOf };
  return showing === 'EARLIER' ? last : undefined;
}

/** The release of the day to a partner: the one that is there, or else a new one. */
export async function bringUpToDate(
  context: Context,
  partnerId: string,
  solve?: Suppress,
): Promise<ReleaseState> {
  const partner: Partner = { kind: 'PARTNER', partnerId };
  const proposal = await proposeRelease(context, partner, solve);
  if (!proposal.isNew) return proposal.state;
  await context.db.transaction((tx) => writeRelease(tx, partner, proposal.release, proposal.before));
  const after = await latestRelease(context.db, partner);
  if (after === undefined) throw new Error('what was released is not there');
  return after;
}
