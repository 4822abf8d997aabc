import { inNaturalOrder } from '@tandem/metrics/dimension-keys';
import type { About } from '@tandem/ui/about';
import { useFormat } from '@tandem/ui/format';
import { ProfileChart, type ProfileGroup } from '@tandem/ui/ProfileChart';
import { useWords } from '@tandem/ui/words';
import { useIntl } from 'react-intl';
import type { Dimension } from '../../gql/graphql.ts';
import { useGroupLabel } from './dimensions.ts';
import { mostOf, NOBODY, REST, restOf, shareOf, shownOf, type Side } from './profile-sides.ts';

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
  const [left, right] = [mentees ?? mentors ?? NOBODY, ofBoth ? mentors : NOBODY];
  const shown = shownOf([left, ...(ofBoth ? [right] : [])]);
  const groups = inNaturalOrder(by, shown).map((group): ProfileGroup => ({
    key: group.key,
    label: labelOf(by, group),
    left: shareOf(left, group.key, intl),
    ...(ofBoth && { right: shareOf(right, group.key, intl) }),
  }));
  if (left.areMore || right.areMore) {
    const rest = { key: REST, label: words('profile.rest') };
    groups.push({
      ...rest,
      left: restOf(left, shown),
      ...(ofBoth && { right: restOf(right, shown) }),
    });
  }
  const most = (side: Side) => {
    const found = mostOf(side);
    return found === undefined
      ? words('indicators.unknownGroup')
      : words('profile.most', { group: labelOf(by, found.group), share: format.percent(found.share) });
  };
  const dimension = word('Dimension', by);
  return (
    <ProfileChart
      title={
        ofBoth
          ? words('profile.findingBoth', { dimension, mentees: most(left), mentors: most(right) })
          : words('profile.finding', { dimension, most: most(left) })
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
