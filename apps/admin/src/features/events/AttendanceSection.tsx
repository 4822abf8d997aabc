import { Alert, Button } from '@mantine/core';
import { EmptyState } from '@tandem/ui/EmptyState';
import { Section } from '@tandem/ui/Section';
import { refusalWords, type RefusalSeen } from '@tandem/ui/refusal';
import { useBlocker } from '@tanstack/react-router';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { AddParticipant } from './AddParticipant.tsx';
import classes from './Attendance.module.css';
import { AttendanceRow } from './AttendanceRow.tsx';
import type { Event } from './event.queries.ts';
import { useEventActions } from './use-event-actions.ts';
import { useMarks } from './use-marks.ts';

interface Props {
  readonly event: Event;
  readonly list: NonNullable<Event['attendances']>;
}

/** Who is on the list of an event: each is marked with one touch, and all of it is saved at once. */
export function AttendanceSection({ event, list }: Props) {
  const intl = useIntl();
  const marks = useMarks(list, event.status === 'HELD');
  const { record, reload } = useEventActions(event);
  const [refused, setRefused] = useState<RefusalSeen>();
  const [saving, setSaving] = useState(false);
  const { rows, changed } = marks;
  const open = rows.filter(({ status }) => status === 'REGISTERED').length;
  useBlocker({
    shouldBlockFn: ({ next, current }) =>
      changed.length > 0 &&
      next.pathname !== current.pathname &&
      !globalThis.confirm(intl.formatMessage({ id: 'form.leave' })),
    enableBeforeUnload: changed.length > 0,
  });
  const save = async () => {
    setSaving(true);
    try {
      const refusal = await record(changed);
      setRefused(refusal);
      // What was marked stays marked, on top of what somebody else saved.
      if (refusal?.code === 'CHANGED_MEANWHILE') await reload();
      if (refusal === undefined) marks.clear();
    } finally {
      setSaving(false);
    }
  };
  return (
    <Section
      title={intl.formatMessage({ id: 'events.list' })}
      about={
        <FormattedMessage
          id={event.status === 'HELD' ? 'events.cameOf' : 'events.expected'}
          values={{
            listed: event.listedCount,
            attended: event.attendedCount,
            unknown: event.unknownCount,
          }}
        />
      }
      action={
        event.viewerCanChange &&
        event.status === 'HELD' &&
        open > 0 && (
          <Button variant="default" size="sm" onClick={marks.markAll}>
            <FormattedMessage id="events.allCame" values={{ count: open }} />
          </Button>
        )
      }
    >
      {event.viewerCanChange && (
        <AddParticipant
          audience={event.audience}
          listed={rows.map(({ personId }) => personId)}
          onAdd={marks.add}
        />
      )}
      {rows.length === 0 ? (
        <EmptyState title={intl.formatMessage({ id: 'events.nobody' })} />
      ) : (
        <ul className={classes.list}>
          {rows.map((row) => (
            <AttendanceRow
              key={row.personId}
              row={row}
              editable={event.viewerCanChange}
              held={event.status === 'HELD'}
              onMark={(status) => marks.mark(row, status)}
            />
          ))}
        </ul>
      )}
      {refused !== undefined && (
        <Alert color="yellow" role="alert" mt="md">
          {refused.code === 'CHANGED_MEANWHILE'
            ? intl.formatMessage({ id: 'events.savedMeanwhile' })
            : refusalWords(intl, refused)}
        </Alert>
      )}
      {changed.length > 0 && (
        <div className={classes.bar}>
          <span aria-live="polite">
            <FormattedMessage id="events.unsaved" values={{ count: changed.length }} />
          </span>
          <Button variant="default" onClick={marks.clear} disabled={saving}>
            <FormattedMessage id="action.discard" />
          </Button>
          <Button onClick={() => void save()} loading={saving}>
            <FormattedMessage id="action.save" />
          </Button>
        </div>
      )}
    </Section>
  );
}
