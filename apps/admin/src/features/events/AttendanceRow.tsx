import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { KNOWN_ON_THE_DAY } from '@tandem/domain/event';
import { ATTENDANCE_STATUSES, type AttendanceStatus } from '@tandem/domain/vocabulary';
import { Status, type Tone } from '@tandem/ui/Status';
import { useWords } from '@tandem/ui/words';
import { Link } from '@tanstack/react-router';
import { useIntl } from 'react-intl';
import classes from './Attendance.module.css';
import type { ListRow } from './use-marks.ts';

export const TONE_OF_ATTENDANCE: Readonly<Record<AttendanceStatus, Tone>> = {
  REGISTERED: 'neutral',
  ATTENDED: 'good',
  ABSENT: 'bad',
  EXCUSED: 'warn',
};

interface Props {
  readonly row: ListRow;
  readonly editable: boolean;
  /** Before the day only what can be known then is offered. */
  readonly held: boolean;
  /** Null takes them off the list. */
  readonly onMark: (status: AttendanceStatus | null) => void;
}

export function AttendanceRow({ row, editable, held, onMark }: Props) {
  const intl = useIntl();
  const { word } = useWords();
  const offered = ATTENDANCE_STATUSES.filter((status) => held || !KNOWN_ON_THE_DAY.includes(status));
  return (
    <li className={classes.row} data-marked={row.marked || undefined}>
      <div>
        <PersonLink row={row} />
        <small>
          {[word('ParticipantRole', row.role), row.reference].filter(Boolean).join(' · ')}
          {row.marked && ` · ${intl.formatMessage({ id: 'events.notSaved' })}`}
        </small>
      </div>
      {editable ? (
        <div className={classes.choices} role="radiogroup" aria-label={row.name}>
          {offered.map((status) => (
            <label key={status} className={classes.choice} data-tone={TONE_OF_ATTENDANCE[status]}>
              <input
                type="radio"
                name={`attendance-${row.personId}`}
                checked={row.status === status}
                onChange={() => onMark(status)}
              />
              <span>{word('AttendanceStatus', status)}</span>
            </label>
          ))}
        </div>
      ) : (
        <Status tone={TONE_OF_ATTENDANCE[row.status]}>{word('AttendanceStatus', row.status)}</Status>
      )}
      {editable && (
        <ActionIcon
          className={classes.remove ?? ''}
          variant="subtle"
          color="gray"
          size={44}
          aria-label={intl.formatMessage({ id: 'events.takeOff' }, { name: row.name })}
          onClick={() => onMark(null)}
        >
          <IconX size={18} aria-hidden />
        </ActionIcon>
      )}
    </li>
  );
}

/** A name that leads to the person's page, where the viewer meets it. */
function PersonLink({ row: { name, role, participantId } }: Pick<Props, 'row'>) {
  if (participantId === null) return <span className={classes.name}>{name}</span>;
  return (
    <Link
      className={classes.name}
      to={role === 'MENTEE' ? '/mentees/$id' : '/mentors/$id'}
      params={{ id: participantId }}
    >
      {name}
    </Link>
  );
}
