import { inNaturalOrder } from '@tandem/metrics/dimension-keys';
import type { About } from '@tandem/ui/about';
import { useFormat } from '@tandem/ui/format';
import { ProfileChart, type ProfileGroup, type Share } from '@tandem/ui/ProfileChart';
import { whyNone } from '@tandem/ui/why-none';
import { useWords } from '@tandem/ui/words';
import { useIntl, type IntlShape } from 'react-intl';
import type { Dimension, ProfileGroupFragment } from '../../gql/graphql.ts';
import { useGroupLabel } from './dimensions.ts';

interface Props {
  readonly by: Dimension;
  readonly mentees?: readonly ProfileGroupFragment[] | undefined;
  readonly mentors?: readonly ProfileGroupFragment[] | undefined;
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
  const [left, right] = [mentees ?? mentors ?? [], (ofBoth && mentors) || []];
  const keys = new Map([...left, ...right].map((group) => [group.key, group]));
  const groups = inNaturalOrder(by, [...keys.values()]).map((group): ProfileGroup => ({
    key: group.key,
    label: labelOf(by, group),
    left: shareOf(left, group.key, intl),
    ...(ofBoth && { right: shareOf(right, group.key, intl) }),
  }));
  const most = (side: 'left' | 'right') => {
    const [first] = groups
      .filter(({ key }) => key !== 'UNKNOWN')
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

/** Of a group, how many there are and what share of all its side they make. */
function shareOf(groups: readonly ProfileGroupFragment[], key: string, intl: IntlShape): Share {
  const valueOf = (result: ProfileGroupFragment['result'] | undefined) =>
    result?.__typename === 'Figure' ? result.value : 0;
  const result = groups.find((group) => group.key === key)?.result;
  if (result?.__typename === 'Withheld')
    return { count: undefined, share: undefined, absent: 'withheld', why: whyNone(result, intl) };
  const total = groups.reduce((sum, group) => sum + valueOf(group.result), 0);
  if (total === 0)
    return {
      count: undefined,
      share: undefined,
      absent: 'noData',
      why: whyNone({ __typename: 'NoData' }, intl),
    };
  return { count: valueOf(result), share: valueOf(result) / total };
}
