import { inNaturalOrder } from '@tandem/metrics/dimension-keys';
import type { About } from '@tandem/ui/about';
import { useFormat } from '@tandem/ui/format';
import { ProfileChart, type ProfileGroup, type Share } from '@tandem/ui/ProfileChart';
import { whyNone } from '@tandem/ui/why-none';
import { useWords } from '@tandem/ui/words';
import { useIntl, type IntlShape } from 'react-intl';
import type { Dimension, ProfileGroupFragment } from '../../gql/graphql.ts';
import { useGroupLabel } from './dimensions.ts';
import { LARGEST_ASKED } from './LargestGroups.tsx';

/** How many there are of each group, and of all; of many groups only the largest are known. */
interface Side {
  readonly groups: readonly ProfileGroupFragment[];
  readonly total: number;
}

interface Props {
  readonly by: Dimension;
  readonly mentees?: Side | undefined;
  readonly mentors?: Side | undefined;
  readonly about: About;
}

/** Of which groups of one dimension the people are. */
export function ProfileOf({ by, mentees, mentors, about }: Props) {
  const intl = useIntl();
  const format = useFormat();
  const { word } = useWords();
  const labelOf = useGroupLabel();
  const words = (id: string, values?: Record<string, string>) => intl.formatMessage({ id }, values);
  const ofBoth = mentees !== undefined && mentors !== undefined;
  const [left, right] = [mentees ?? mentors ?? NONE, ofBoth ? mentors : NONE];
  const shown = shownOf([left, ...(ofBoth ? [right] : [])]);
  const groups = inNaturalOrder(by, shown).map((group): ProfileGroup => ({
    key: group.key,
    label: labelOf(by, group),
    left: shareOf(left, group.key, intl),
    ...(ofBoth && { right: shareOf(right, group.key, intl) }),
  }));
  if ([left, right].some(areMore)) {
    const rest = { key: REST, label: words('profile.rest') };
    groups.push({
      ...rest,
      left: restOf(left, shown),
      ...(ofBoth && { right: restOf(right, shown) }),
    });
  }
  const most = (side: 'left' | 'right') => {
    const [first] = groups
      .filter(({ key }) => key !== 'UNKNOWN' && key !== REST)
      .toSorted((a, b) => (b[side]?.share ?? 0) - (a[side]?.share ?? 0));
    return first && { group: first.label, share: format.percent(first[side]?.share ?? 0) };
  };
  const inWords = (side: 'left' | 'right') => {
    const found = most(side);
    return found === undefined ? words('indicators.unknownGroup') : words('profile.most', found);
  };
  const dimension = word('Dimension', by);
  return (
    <ProfileChart
      title={
        ofBoth
          ? words('profile.findingBoth', { dimension, mentees: inWords('left'), mentors: inWords('right') })
          : words('profile.finding', { dimension, most: inWords('left') })
      }
      groups={groups}
      leftLabel={words(mentees === undefined ? 'pathway.MENTOR' : 'pathway.MENTEE')}
      rightLabel={ofBoth ? words('pathway.MENTOR') : undefined}
      groupHeader={dimension}
      fileName={`profile-${by.toLowerCase()}`}
      about={about}
    />
  );
}

const NONE: Side = { groups: [], total: 0 };
/** The row of all groups that are not among the largest. */
const REST = 'REST';

function areMore({ groups }: Side): boolean {
  return groups.length >= LARGEST_ASKED;
}

/** The groups that are shown: where only the largest of a side are known, those that are known of it. */
function shownOf(sides: readonly Side[]): ProfileGroupFragment[] {
  const all = new Map(sides.flatMap(({ groups }) => groups.map((group) => [group.key, group])));
  return sides
    .filter(areMore)
    .reduce(
      (known, { groups }) => known.filter(({ key }) => groups.some((group) => group.key === key)),
      [...all.values()],
    );
}

/** How many are in other groups than those that are shown, and what share of all on their side they make. */
function restOf({ groups, total }: Side, shown: readonly ProfileGroupFragment[]): Share {
  const keys = new Set(shown.map(({ key }) => key));
  const count = groups.reduce((left, { key, result }) => left - (keys.has(key) ? valueOf(result) : 0), total);
  return { count, share: total === 0 ? undefined : count / total };
}

function valueOf(result: ProfileGroupFragment['result'] | undefined): number {
  return result?.__typename === 'Figure' ? result.value : 0;
}

/** Of a group, how many there are and what share of all its side they make. */
function shareOf({ groups, total }: Side, key: string, intl: IntlShape): Share {
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
