import { useQuery } from '@apollo/client/react';
import { ErrorState } from '@tandem/ui/ErrorState';
import { Section } from '@tandem/ui/Section';
import { useCan } from '@tandem/ui/viewer';
import { Link } from '@tanstack/react-router';
import { FormattedMessage } from 'react-intl';
import { graphql } from '../../gql/gql.ts';
import { ActivityList } from './ActivityList.tsx';

const TRAIL = graphql(`
  query Trail($filter: AuditFilter) {
    auditEntries(first: 8, filter: $filter) {
      edges {
        node {
          ...AuditEntryFields
        }
      }
    }
  }
`);

interface Props {
  readonly title: string;
  /** The account that did it. */
  readonly actor?: string;
  /** The record to which it was done. */
  readonly record?: string;
}

/** The end of the trail of one account or one record, and the way to all of it; nothing for who may not see it. */
export function Trail({ title, actor, record }: Props) {
  const can = useCan();
  const { data, error } = useQuery(TRAIL, {
    variables: { filter: { actor: actor === undefined ? null : [actor], record: record ?? null } },
    fetchPolicy: 'cache-and-network',
    skip: !can('SEE_AUDIT'),
  });
  if (!can('SEE_AUDIT')) return null;
  const entries = data?.auditEntries.edges.map(({ node }) => node) ?? [];
  return (
    <Section
      title={title}
      action={
        <Link to="/audit" search={{ actor, record }}>
          <FormattedMessage id="audit.history" />
        </Link>
      }
    >
      {error !== undefined && data === undefined ? (
        <ErrorState error={error} />
      ) : data !== undefined && entries.length === 0 ? (
        <FormattedMessage id="audit.empty" />
      ) : (
        <ActivityList entries={entries} linked={actor !== undefined} />
      )}
    </Section>
  );
}
