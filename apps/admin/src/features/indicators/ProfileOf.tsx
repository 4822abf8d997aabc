import { useAboutFigure } from '@tandem/ui/about-figure';
import { ErrorState } from '@tandem/ui/ErrorState';
import type { FigureResult } from '@tandem/ui/figure';
import { useFormat } from '@tandem/ui/format';
import { Kept } from '@tandem/ui/Kept';
import { ProfileChart, type ProfileGroup, type Share } from '@tandem/ui/ProfileChart';
import { useKeptQuery } from '@tandem/ui/use-kept-query';
import { useWords } from '@tandem/ui/words';
import { getRouteApi } from '@tanstack/react-router';
import { useIntl } from 'react-intl';
import { graphql } from '../../gql/gql.ts';
import type { Dimension, FigureFilterInput, PeriodInput } from '../../gql/graphql.ts';
import { useGroups } from './dimensions.ts';
import { useCohortWords } from './use-cohort-words.ts';

const GROUPS = graphql(`
  query ProfileOf(
    $by: Dimension!
    $asOf: CalendarDay
    $period: PeriodInput
    $filter: FigureFilterInput
    $ofMentees: Boolean!
    $ofMentors: Boolean!
  ) {
    mentees: breakdown(metric: MENTEES_ACCOMPANIED, by: $by, asOf: $asOf, period: $period, filter: $filter)
      @include(if: $ofMentees) {
      key
      label
      result {
        ...FigureFields
      }
    }
    mentors: breakdown(metric: MENTORS_ENGAGED, by: $by, asOf: $asOf, period: $period, filter: $filter)
      @include(if: $ofMentors) {
      key
      label
      result {
        ...FigureFields
      }
    }
  }
`);

interface Group {
  readonly key: string;
  readonly label: string;
  readonly result: FigureResult;
}

interface Props {
  readonly by: Dimension;
  readonly of: 'mentees' | 'mentors' | 'both';
  readonly scope: {
    readonly asOf: string | null;
    readonly period: PeriodInput | null;
    readonly filter: FigureFilterInput | null;
  };
}

const route = getRouteApi('/indicators/profile');

/** Of which groups of one dimension the people are. */
export function ProfileOf({ by, of, scope }: Props) {
  const intl = useIntl();
  const format = useFormat();
  const { word } = useWords();
  const { labelOf, inOrder } = useGroups();
  const aboutFigure = useAboutFigure();
  const cohortWords = useCohortWords();
  const search = route.useSearch();
  const { data, pending, error } = useKeptQuery(
    GROUPS,
    { by, ...scope, ofMentees: of !== 'mentors', ofMentors: of !== 'mentees' },
    by,
  );
  if (error !== undefined) return <ErrorState error={error} />;
  const words = (id: string, values?: Record<string, string>) => intl.formatMessage({ id }, values);
  const mentees = data?.mentees ?? [];
  const mentors = data?.mentors ?? [];
  const [left, right] = of === 'mentors' ? [mentors, []] : [mentees, mentors];
  const keys = new Map([...left, ...right].map((group) => [group.key, group]));
  const groups = inOrder(by, [...keys.values()]).map((group): ProfileGroup => ({
    key: group.key,
    label: labelOf(by, group),
    left: shareOf(left, group.key, words),
    ...(of === 'both' && { right: shareOf(right, group.key, words) }),
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
    <Kept pending={pending}>
      <ProfileChart
        title={
          of === 'both'
            ? words('profile.findingBoth', { dimension, mentees: inWords('left'), mentors: inWords('right') })
            : words('profile.finding', { dimension, most: inWords('left') })
        }
        groups={groups}
        leftLabel={words(of === 'mentors' ? 'pathway.MENTOR' : 'pathway.MENTEE')}
        rightLabel={of === 'both' ? words('pathway.MENTOR') : undefined}
        groupHeader={dimension}
        fileName={`profile-${by.toLowerCase()}`}
        about={aboutFigure(
          [...left, ...right].map(({ result }) => result),
          cohortWords(search),
        )}
      />
    </Kept>
  );
}

/** Of a group, how many there are and what share of all its side they make. */
function shareOf(groups: readonly Group[], key: string, words: (id: string) => string): Share {
  const valueOf = (result: FigureResult | undefined) => (result?.__typename === 'Figure' ? result.value : 0);
  const result = groups.find((group) => group.key === key)?.result;
  if (result?.__typename === 'Withheld')
    return {
      count: undefined,
      share: undefined,
      absent: 'withheld',
      why: words(`figure.withheld.${result.reason}`),
    };
  const total = groups.reduce((sum, group) => sum + valueOf(group.result), 0);
  if (total === 0)
    return { count: undefined, share: undefined, absent: 'noData', why: words('figure.noData.why') };
  return { count: valueOf(result), share: valueOf(result) / total };
}
