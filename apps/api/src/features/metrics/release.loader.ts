import type { Context } from '../../graphql/context.ts';
import { defineLoader } from '../../graphql/loader.ts';
import { keyOf, menuOf } from './menu.ts';
import { outsiderOf, type Partner } from './outsider.ts';
import { proposeRelease } from './propose-release.ts';
import { latestRelease, writeRelease, type ReleaseState, type Told } from './release-ledger.ts';

const load = defineLoader<ReleaseState | undefined>(
  async (ids, context) =>
    new Map(
      await Promise.all(
        ids.map(async (id): Promise<[string, ReleaseState]> => [id, await bringUpToDate(context, id)]),
      ),
    ),
  undefined,
);

/**
 * All that a partner is shown today. Nothing else is: whatever it asks, the answer comes from here. The first who asks on a
 * day makes the release of that day; so does the first after limits, the menu or the published value map changed. To the
 * public nothing is released by asking: see publication/publish-figures.ts.
 */
export async function releaseTo(context: Context, { partnerId }: Partner): Promise<ReleaseState> {
  const state = await load(context, partnerId);
  if (state === undefined) throw new Error('there is no release');
  return state;
}

/** Of which day the viewer is shown a figure of the whole programme; undefined where it is not shown. Staff see today's. */
export async function dayShown(context: Context, metric: 'COST_PER_DUO'): Promise<string | undefined> {
  const told = await toldOf(context, metric);
  return told === 'AS_IT_IS' ? context.today : told?.asOf;
}

/**
 * What the viewer is told of the whole programme, and of which day; undefined where it is not shown. Staff are told nothing:
 * they see it as it is.
 */
export async function toldOf(
  context: Context,
  metric: 'SROI_NET' | 'COST_PER_DUO',
): Promise<Told | 'AS_IT_IS' | undefined> {
  const outsider = outsiderOf(context);
  if (outsider === undefined) return 'AS_IT_IS';
  const { asOf, showings, told } = await releaseTo(context, outsider);
  const question = menuOf(outsider).find((one) => one.metric === metric);
  const key = question === undefined ? '' : keyOf(question, []);
  const [showing, last] = [showings.get(key), told.get(key)];
  if (last === undefined) return undefined;
  if (showing === 'TODAY') return { ...last, asOf };
  return showing === 'EARLIER' ? last : undefined;
}

async function bringUpToDate(context: Context, partnerId: string): Promise<ReleaseState> {
  const partner: Partner = { kind: 'PARTNER', partnerId };
  const proposal = await proposeRelease(context, partner);
  if (!proposal.isNew) return proposal.state;
  await context.db.transaction((tx) => writeRelease(tx, partner, proposal.release, proposal.before));
  const after = await latestRelease(context.db, partner);
  if (after === undefined) throw new Error('what was released is not there');
  return after;
}
