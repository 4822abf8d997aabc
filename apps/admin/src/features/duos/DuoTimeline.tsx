import { ActionIcon, Button } from '@mantine/core';
import { useFormat } from '@tandem/ui/format';
import { FormDrawer } from '@tandem/ui/FormDrawer';
import { useWords } from '@tandem/ui/words';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { Duo } from './duo.queries.ts';
import { MeetingForm } from './MeetingForm.tsx';
import { timelineOf, type TimelineEntry } from './timeline.ts';
import type { useDuoActions } from './use-duo-actions.ts';
import classes from './Duo.module.css';

interface Props {
  readonly duo: Duo;
  readonly actions: ReturnType<typeof useDuoActions>;
}

/** So much is shown before the rest is asked for. */
const SHOWN_AT_FIRST = 15;

/** What happened to the duo, the latest first. */
export function DuoTimeline({ duo, actions }: Props) {
  const intl = useIntl();
  const [all, setAll] = useState(false);
  // As it was when the form was opened: what somebody else changes meanwhile is not overwritten.
  const [former, setFormer] = useState<SeenMeeting>();
  const entries = timelineOf(duo);
  const meetingNow = async (id: string) => {
    const found = (await actions.reload())?.meetings.find((meeting) => meeting.id === id);
    return found && seenOf(found);
  };
  return (
    <>
      <ol className={classes.timeline}>
        {(all ? entries : entries.slice(0, SHOWN_AT_FIRST)).map((entry) => (
          <Entry key={entry.key} entry={entry} duo={duo} actions={actions} onChange={setFormer} />
        ))}
      </ol>
      {!all && entries.length > SHOWN_AT_FIRST && (
        <Button variant="subtle" className={classes.more ?? ''} onClick={() => setAll(true)}>
          <FormattedMessage id="duo.showAll" values={{ count: entries.length }} />
        </Button>
      )}
      <FormDrawer
        title={intl.formatMessage({ id: 'duo.changeMeeting' })}
        opened={former !== undefined}
        onClose={() => setFormer(undefined)}
      >
        {former && (
          <MeetingForm
            key={former.version}
            duo={duo}
            meeting={former}
            onTakeTheirs={async () => setFormer(await meetingNow(former.id))}
            onSave={async (input, over = former.version) => {
              // Saved over somebody's change, the undo brings theirs back.
              const before = over === former.version ? former : await meetingNow(former.id);
              const refusal = await actions.updateMeeting({ ...(before ?? former), version: over }, input);
              if (refusal === undefined) setFormer(undefined);
              return refusal;
            }}
          />
        )}
      </FormDrawer>
    </>
  );
}

type SeenMeeting = Parameters<Props['actions']['updateMeeting']>[0];

function seenOf({ id, version, heldOn, minutes, mode, note }: Duo['meetings'][number]): SeenMeeting {
  return { id, version, heldOn, minutes, mode, note: note ?? null };
}

interface EntryProps extends Props {
  readonly entry: TimelineEntry;
  readonly onChange: (meeting: SeenMeeting) => void;
}

function Entry({ entry, duo, actions, onChange }: EntryProps) {
  const intl = useIntl();
  const format = useFormat();
  return (
    <li>
      <time dateTime={entry.day}>{format.day(entry.day)}</time>
      <div>
        <EntryWords entry={entry} />
      </div>
      <span className={classes.buttons}>
        {entry.kind === 'meeting' && duo.viewerCanLogMeeting && (
          <>
            <ActionIcon
              size="sm"
              aria-label={intl.formatMessage({ id: 'duo.changeMeetingOf' }, { day: format.day(entry.day) })}
              onClick={() => onChange(seenOf(entry.meeting))}
            >
              <IconPencil size={16} />
            </ActionIcon>
            <ActionIcon
              size="sm"
              aria-label={intl.formatMessage({ id: 'duo.removeMeetingOf' }, { day: format.day(entry.day) })}
              onClick={() => void actions.removeMeeting(entry.meeting)}
            >
              <IconTrash size={16} />
            </ActionIcon>
          </>
        )}
        {entry.kind === 'outcome' && duo.viewerCanRecordOutcome && (
          <ActionIcon
            size="sm"
            aria-label={intl.formatMessage({ id: 'duo.removeOutcomeOf' }, { day: format.day(entry.day) })}
            onClick={() => void actions.removeOutcome(entry.outcome)}
          >
            <IconTrash size={16} />
          </ActionIcon>
        )}
      </span>
    </li>
  );
}

function EntryWords({ entry }: { readonly entry: TimelineEntry }): ReactNode {
  const format = useFormat();
  const { word } = useWords();
  switch (entry.kind) {
    case 'started':
      return <FormattedMessage id="duo.event.started" />;
    case 'closed':
      return (
        <FormattedMessage id="duo.event.closed" values={{ reason: word('ClosureReason', entry.reason) }} />
      );
    case 'meeting': {
      const { minutes, mode, note } = entry.meeting;
      return (
        <>
          <FormattedMessage id="duo.event.meeting" values={{ mode, hours: format.hours(minutes) }} />
          {note != null && <p className={classes.note}>{note}</p>}
        </>
      );
    }
    case 'outcome': {
      const { situation, contractType, months, evidence, stable } = entry.outcome;
      return (
        <>
          <strong>{word('Situation', situation)}</strong>
          {contractType != null && ` · ${word('ContractType', contractType)}`}
          {months != null && (
            <>
              {' · '}
              <FormattedMessage id="unit.months" values={{ months }} />
            </>
          )}
          {stable && (
            <>
              {' · '}
              <FormattedMessage id="duo.stable" />
            </>
          )}
          <p>{word('EvidenceSource', evidence)}</p>
        </>
      );
    }
    case 'response':
      return (
        <>
          <FormattedMessage id={`duo.event.response.${entry.response.respondent}`} />
          <p>
            {entry.response.answers
              .map(
                ({ question, score }) =>
                  `${word('Question', question)} ${score}/${question === 'RECOMMENDATION' ? 10 : 5}`,
              )
              .join(' · ')}
          </p>
        </>
      );
  }
}
