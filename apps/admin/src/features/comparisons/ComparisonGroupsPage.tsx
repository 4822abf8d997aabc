import { useQuery } from '@apollo/client/react';
import { PageOnItsWay } from '@tandem/ui/PageOnItsWay';
import { useCan, useViewer } from '@tandem/ui/viewer';
import { getRouteApi } from '@tanstack/react-router';
import { useIntl } from 'react-intl';
import { NotFoundPage } from '../../app/NotFoundPage.tsx';
import { reversedEnd } from '../indicators/cohort-search.ts';
import { ComparisonFrame } from '../indicators/ComparisonFrame.tsx';
import { COMPARISON_GROUPS } from './comparison-groups.queries.ts';
import { GroupCard } from './GroupCard.tsx';
import { GroupFile } from './GroupFile.tsx';
import { NoGroupYet } from './NoGroupYet.tsx';
import { OutsideScope } from './OutsideScope.tsx';
import { RemovedGroups } from './RemovedGroups.tsx';
import { WeightedComparison } from './WeightedComparison.tsx';

const route = getRouteApi('/indicators/comparison/groups');

/** Exits of the programme against those of people outside of it who are weighted to look alike. */
export function ComparisonGroupsPage() {
  const intl = useIntl();
  const can = useCan();
  const { today } = useViewer();
  const search = route.useSearch();
  const { data, error } = useQuery(COMPARISON_GROUPS, { skip: !can('SEE_ANALYSES') });
  if (!can('SEE_ANALYSES')) return <NotFoundPage />;
  if (data === undefined) return <PageOnItsWay error={error} />;
  const groups = data.comparisonGroups;
  const group = groups.find(({ id }) => id === search.group) ?? groups[0];
  const words = (id: string) => intl.formatMessage({ id });
  return (
    <ComparisonFrame title={words('outside.title')} scope={words('outside.scope')}>
      {group === undefined ? (
        <NoGroupYet />
      ) : (
        <>
          <OutsideScope groups={groups} group={group} />
          {reversedEnd(search, today) === undefined && <WeightedComparison group={group} />}
          <GroupCard key={group.id} group={group} />
        </>
      )}
      {can('EDIT_COMPARISONS') && <RemovedGroups />}
      <GroupFile />
    </ComparisonFrame>
  );
}
