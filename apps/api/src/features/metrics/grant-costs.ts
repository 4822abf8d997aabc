import type { CalendarDay } from '@tandem/domain/calendar-day';
import type { Context } from '../../graphql/context.ts';
import { allocatedToGrant, ownTimeOf } from '../allocation/grant-allocation.loader.ts';
import { earmarkedOf } from '../funding/earmark.loader.ts';
import type { ReleasedCounts } from './release-ledger.ts';

/** Under what the cost that the duos of a grant bear stands in the ledger of releases. */
export function keyOfGrantCost(grantId: string): string {
  return `GRANT_COST/${grantId}`;
}

/** What the duos of a partner's grants bear today. */
export async function grantCosts(
  context: Context,
  partnerId: string,
): Promise<{ readonly key: string; readonly counts: ReleasedCounts }[]> {
  const grants: { id: string; startsOn: CalendarDay; endsBefore: CalendarDay }[] = await context.db.query(
    `select id, starts_on as "startsOn", ends_before as "endsBefore" from funding_grant where partner_id = $1 order by id`,
    [partnerId],
  );
  const borne = grants.map(async ({ id, startsOn, endsBefore }) => {
    const time = ownTimeOf({ startsOn, endsBefore }, context.today);
    const allocated = time && (await allocatedToGrant(context, { id, ...time }));
    if (allocated == null) return [];
    const { ruleVersion, cents } = allocated;
    const { share } = await earmarkedOf(context, id);
    const counts = { ...NOTHING, numerator: cents, cost: { startsOn, endsBefore, ruleVersion, share } };
    return [{ key: keyOfGrantCost(id), counts }];
  });
  return (await Promise.all(borne)).flat();
}

const NOTHING = {
  denominator: null,
  squares: null,
  subjects: null,
  notYetObservable: null,
  unknown: null,
  unknownTold: null,
};
