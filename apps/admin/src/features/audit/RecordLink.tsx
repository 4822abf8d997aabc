import type { AuditedKind } from '@tandem/domain/audit';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { AuditEntryFieldsFragment } from '../../gql/graphql.ts';

/** The page of a record, by what its subject is. */
const PAGES = {
  duo: '/duos/$id',
  meeting: '/duos/$id',
  outcome: '/duos/$id',
  event: '/events/$id',
  mentee: '/mentees/$id',
  mentor: '/mentors/$id',
  account: '/accounts/$id',
  grant: '/money/grants/$id',
  earmark: '/money/grants/$id',
} as const satisfies Partial<Record<AuditedKind, string>>;

interface Props {
  readonly entry: Pick<AuditEntryFieldsFragment, 'recordKind' | 'subjectId'>;
  readonly children: ReactNode;
}

/** Words for a record that lead to its page, where it has one. */
export function RecordLink({ entry: { recordKind, subjectId }, children }: Props) {
  if (recordKind === 'person')
    return (
      <Link to="/privacy/people/$personId" params={{ personId: subjectId }}>
        {children}
      </Link>
    );
  if (recordKind === 'publishedRate') return <Link to="/indicators/comparison/published">{children}</Link>;
  if (recordKind === 'comparisonGroup')
    return (
      <Link to="/indicators/comparison/groups" search={{ group: subjectId }}>
        {children}
      </Link>
    );
  const page = PAGES[recordKind as keyof typeof PAGES] as (typeof PAGES)[keyof typeof PAGES] | undefined;
  if (page === undefined) return <span>{children}</span>;
  return (
    <Link to={page} params={{ id: subjectId }}>
      {children}
    </Link>
  );
}
