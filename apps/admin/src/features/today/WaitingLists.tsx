import { useQuery } from '@apollo/client/react';
import { EmptyState } from '@tandem/ui/EmptyState';
import { ErrorState } from '@tandem/ui/ErrorState';
import { useFormat } from '@tandem/ui/format';
import { Section } from '@tandem/ui/Section';
import { useCan, useViewer } from '@tandem/ui/viewer';
import { Link } from '@tanstack/react-router';
import { FormattedMessage, useIntl } from 'react-intl';
import { graphql } from '../../gql/gql.ts';
import { ActivityList } from '../audit/ActivityList.tsx';
import { DuoTable } from '../duos/DuoTable.tsx';
import { useSeenScope } from './use-seen-scope.ts';
import classes from './Today.module.css';

const TODAY = graphql(`
  query Today($mine: Boolean) {
    today {
      day
      activeDuos
      myDuos
      hoursToApprove
      lists {
        attention
        count
        hasMoreThanCount
        mine
      }
      recentActivity {
        ...AuditEntryFields
      }
    }
    releaseFailures {
      partner {
        id
      }
    }
    duos(
      first: 12
      filter: { status: [ACTIVE], mine: $mine }
      sort: { field: PLANNED_END_ON, direction: ASC }
    ) {
      edges {
        node {
          ...DuoRow
        }
      }
    }
  }
`);

/** What waits today: counts that open the filtered list, the duos that end first, and what was done lately. */
export function WaitingLists() {
  const intl = useIntl();
  const format = useFormat();
  const can = useCan();
  const scope = useSeenScope();
  const { coordinator } = useViewer();
  const mine = coordinator !== null;
  const { data, error } = useQuery(TODAY, { variables: { mine: mine ? true : null } });
  if (error !== undefined && data === undefined) return <ErrorState error={error} />;
  const today = data?.today;
  const failures = data?.releaseFailures.length ?? 0;
  const countOf = ({ count, hasMoreThanCount }: { count: number; hasMoreThanCount: boolean }) =>
    hasMoreThanCount
      ? intl.formatMessage({ id: 'today.moreThan' }, { count: format.number(count) })
      : format.number(count);
  return (
    <>
      <ul className={classes.waiting} aria-busy={today === undefined}>
        {today?.lists.map(({ attention, mine: own, ...all }) => (
          <li key={attention} data-done={(mine ? own : all.count) === 0}>
            <Link to="/duos" search={{ attention, ...(mine && { mine: true }) }}>
              <strong>{mine ? format.number(own) : countOf(all)}</strong>
              <span>
                <FormattedMessage id={`today.list.${attention}`} />
              </span>
            </Link>
            {mine && (
              <small>
                <FormattedMessage id="today.inAll" values={{ count: countOf(all), scope }} />
              </small>
            )}
          </li>
        ))}
        {today !== undefined && can('APPROVE_HOURS') && (
          <li data-done={today.hoursToApprove === 0}>
            <Link to="/hours" search={{ status: ['SUBMITTED'] }}>
              <strong>{format.number(today.hoursToApprove)}</strong>
              <span>
                <FormattedMessage id="today.hours" />
              </span>
            </Link>
          </li>
        )}
        {failures > 0 && (
          <li>
            <Link to="/partners">
              <strong>{format.number(failures)}</strong>
              <span>
                <FormattedMessage id="today.releaseFailures" values={{ count: failures }} />
              </span>
            </Link>
          </li>
        )}
      </ul>
      <Section
        title={intl.formatMessage({ id: mine ? 'today.myDuos' : 'today.duos' })}
        about={intl.formatMessage({ id: 'today.duosAbout' })}
        action={
          <Link to="/duos" search={{ status: ['ACTIVE'], ...(mine && { mine: true }) }}>
            <FormattedMessage
              id="today.allDuos"
              values={{ count: (mine ? today?.myDuos : today?.activeDuos) ?? 0 }}
            />
          </Link>
        }
      >
        <DuoTable
          caption={intl.formatMessage({ id: 'today.duos' })}
          columns={['attention', 'lastMeeting', 'plannedEnd']}
          duos={data?.duos.edges.map(({ node }) => node)}
          empty={<EmptyState title={intl.formatMessage({ id: 'duos.empty' })} />}
        />
      </Section>
      {today !== undefined && today.recentActivity.length > 0 && (
        <Section folds title={intl.formatMessage({ id: 'today.activity' })}>
          <ActivityList entries={today.recentActivity} linked />
        </Section>
      )}
    </>
  );
}
