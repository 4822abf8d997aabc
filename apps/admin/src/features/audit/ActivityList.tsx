import { ChangedValues } from '@tandem/ui/ChangedValues';
import { useFormat } from '@tandem/ui/format';
import type { ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';
import { graphql } from '../../gql/gql.ts';
import type { AuditEntryFieldsFragment } from '../../gql/graphql.ts';
import { RecordLink } from './RecordLink.tsx';
import classes from './Activity.module.css';

graphql(`
  fragment AuditEntryFields on AuditEntry {
    id
    at
    actorName
    action
    recordKind
    subjectId
    before
    after
  }
`);

interface Props {
  readonly entries: readonly AuditEntryFieldsFragment[];
  /** Whether each leads to its record: not on the record's own page. */
  readonly linked?: boolean;
}

/** Who did what and when; with what changed where it stands on the record's own page. */
export function ActivityList({ entries, linked = false }: Props) {
  const format = useFormat();
  return (
    <ul className={classes.list}>
      {entries.map((entry) => (
        <li key={entry.id}>
          <time dateTime={entry.at}>{format.instant(entry.at)}</time>
          <div>
            <FormattedMessage
              id={`history.${entry.action}`}
              values={{
                who: <strong>{entry.actorName}</strong>,
                kind: entry.recordKind,
                record: (words: ReactNode) =>
                  linked ? <RecordLink entry={entry}>{words}</RecordLink> : <span>{words}</span>,
              }}
            />
            {!linked && <ChangedValues before={entry.before} after={entry.after} />}
          </div>
        </li>
      ))}
    </ul>
  );
}
