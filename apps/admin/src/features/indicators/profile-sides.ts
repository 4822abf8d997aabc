import type { Share } from '@tandem/ui/ProfileChart';
import { whyNone } from '@tandem/ui/why-none';
import type { IntlShape } from 'react-intl';
import type { ProfileGroupFragment } from '../../gql/graphql.ts';
import { atOneLook } from './LargestGroups.tsx';

/** How many there are of each group, and of all; of many groups only the largest are known. */
export interface Side {
  readonly groups: readonly ProfileGroupFragment[];
  /** Whether there are more groups than are known. */
  readonly areMore: boolean;
  readonly total: number;
}

export const NOBODY: Side = { groups: [], areMore: false, total: 0 };

/** A side of so many in all, with the groups that are read at one look. */
export function sideOf(groups: readonly ProfileGroupFragment[], total: number): Side {
  const { shown, areMore } = atOneLook(groups, ({ result }) => valueOf(result));
  return { groups: shown, areMore, total };
}

/** The group that most are of, among those of which it is known, and their share of all; undefined where there is none. */
export function mostOf({ groups, total }: Side) {
  const [group] = groups
    .filter(({ key }) => key !== 'UNKNOWN')
    .toSorted((a, b) => valueOf(b.result) - valueOf(a.result));
  return group && { group, share: total === 0 ? 0 : valueOf(group.result) / total };
}

/** The row of all groups that are not among the largest. */
export const REST = 'REST';

/** The groups that are shown: where only the largest of a side are known, those that are known of it. */
export function shownOf(sides: readonly Side[]): ProfileGroupFragment[] {
  const all = new Map(sides.flatMap(({ groups }) => groups.map((group) => [group.key, group])));
  return sides
    .filter(({ areMore }) => areMore)
    .reduce(
      (known, { groups }) => known.filter(({ key }) => groups.some((group) => group.key === key)),
      [...all.values()],
    );
}

/** How many are in other groups than those that are shown, and what share of all on their side they make. */
export function restOf({ groups, total }: Side, shown: readonly ProfileGroupFragment[]): Share {
  const keys = new Set(shown.map(({ key }) => key));
  const count = groups.reduce((left, { key, result }) => left - (keys.has(key) ? valueOf(result) : 0), total);
  return { count, share: total === 0 ? undefined : count / total };
}

function valueOf(result: ProfileGroupFragment['result'] | undefined): number {
  return result?.__typename === 'Figure' ? result.value : 0;
}

/** Of a group, how many there are and what share of all its side they make. */
export function shareOf({ groups, total }: Side, key: string, intl: IntlShape): Share {
  const result = groups.find((group) => group.key === key)?.result;
  if (result?.__typename === 'Withheld')
    return { count: undefined, share: undefined, absent: 'withheld', why: whyNone(result, intl) };
  if (total === 0)
    return {
      count: undefined,
      share: undefined,
      absent: 'noData',
      why: whyNone({ __typename: 'NoData' }, intl),
    };
  return { count: valueOf(result), share: valueOf(result) / total };
}
