import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';

interface Props {
  readonly person: {
    readonly personId: string;
    readonly menteeId?: string | null;
    readonly mentorId?: string | null;
  };
  readonly children: ReactNode;
}

/** Leads to the page of a person: as a mentee, as a mentor, or else what is kept of them. */
export function PersonLink({ person: { personId, menteeId, mentorId }, children }: Props) {
  if (menteeId != null)
    return (
      <Link to="/mentees/$id" params={{ id: menteeId }}>
        {children}
      </Link>
    );
  if (mentorId != null)
    return (
      <Link to="/mentors/$id" params={{ id: mentorId }}>
        {children}
      </Link>
    );
  return (
    <Link to="/privacy/people/$personId" params={{ personId }}>
      {children}
    </Link>
  );
}
