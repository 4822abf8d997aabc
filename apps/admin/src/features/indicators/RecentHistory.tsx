import { useQuery } from '@apollo/client/react';
import { ErrorState } from '@tandem/ui/ErrorState';
import { Link } from '@tanstack/react-router';
import { FormattedMessage } from 'react-intl';
import { graphql } from '../../gql/gql.ts';
import { ActivityList } from '../audit/ActivityList.tsx';
import classes from './Indicator.module.css';

const HISTORY = graphql(`
  query RecentHistory($id: ID!) {
    duo(id: $id) {
      id
      history {
        ...AuditEntryFields
      }
    }
  }
`);

/** So many of the latest entries stand beside what changed a figure; all are on the duo's page. */
const LATEST = 5;

/** Who changed what of a duo, and when: read once somebody asks for it, since reading it opens the record. */
export function RecentHistory({ id }: { readonly id: string }) {
  const { data, error } = useQuery(HISTORY, { variables: { id }, fetchPolicy: 'cache-and-network' });
  if (error !== undefined) return <ErrorState error={error} />;
  const history = data?.duo?.history;
  return (
    <section className={classes.history} aria-busy={data === undefined}>
      <h3>
        <FormattedMessage id="duo.history" />
      </h3>
      {history?.length === 0 && <FormattedMessage id="duo.noHistory" />}
      {history !== undefined && <ActivityList entries={history.slice(0, LATEST)} />}
      {history !== undefined && history.length > LATEST && (
        <Link to="/duos/$id" params={{ id }}>
          <FormattedMessage id="change.wholeHistory" values={{ count: history.length }} />
        </Link>
      )}
    </section>
  );
}
