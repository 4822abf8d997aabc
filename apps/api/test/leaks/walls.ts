import type * as context from '../../src/graphql/context.ts';

/** The two walls between partners; either is taken down to see that the other one holds alone. */
export interface Walls {
  scope: boolean;
  rowLevel: boolean;
}
export const standing: Walls = { scope: true, rowLevel: true };

/** What requests are made of, without the walls that do not stand. */
export function withStandingWalls(real: typeof context): typeof context {
  return {
    ...real,
    scopeOf: (viewer) => (standing.scope ? real.scopeOf(viewer) : { partnerId: null }),
    reachOf: (viewer) => {
      const reach = real.reachOf(viewer);
      return standing.rowLevel || reach.role !== 'tandem_partner'
        ? reach
        : { role: 'tandem_staff', ...(reach.userId !== undefined && { userId: reach.userId }) };
    },
  };
}
