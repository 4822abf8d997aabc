import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { FormDrawer } from '@tandem/ui/FormDrawer';
import { useFormat } from '@tandem/ui/format';
import { Page } from '@tandem/ui/Page';
import { PageOnItsWay } from '@tandem/ui/PageOnItsWay';
import { Status } from '@tandem/ui/Status';
import { useCan } from '@tandem/ui/viewer';
import { useWords } from '@tandem/ui/words';
import { getRouteApi, Link } from '@tanstack/react-router';
import { FormattedMessage, useIntl } from 'react-intl';
import { NotFoundPage } from '../../app/NotFoundPage.tsx';
import { Trail } from '../audit/Trail.tsx';
import { AttendanceSection } from './AttendanceSection.tsx';
import { ChangeEventForm } from './ChangeEventForm.tsx';
import { TONE_OF_EVENT } from './event-columns.tsx';
import { EVENT, type Event } from './event.queries.ts';
import { useEventActions } from './use-event-actions.ts';

const route = getRouteApi('/events/$id');

export function EventPage() {
  const { id } = route.useParams();
  const can = useCan();
  const { data, error } = useQuery(EVENT, { variables: { id, people: can('SEE_PEOPLE') } });
  if (data === undefined) return <PageOnItsWay error={error} />;
  if (data.event == null) return <NotFoundPage />;
  return <LoadedEvent event={data.event} />;
}

/** An event and who is on its list. */
function LoadedEvent({ event }: { readonly event: Event }) {
  const intl = useIntl();
  const format = useFormat();
  const { word } = useWords();
  const { open } = route.useSearch();
  const navigate = route.useNavigate();
  const { cancel, restore } = useEventActions(event);
  const close = () => void navigate({ search: {} });
  return (
    <Page
      title={event.title}
      parent={
        <Link to="/events">
          <FormattedMessage id="events.title" />
        </Link>
      }
      scope={
        <>
          {[
            word('EventKind', event.kind),
            format.day(event.heldOn),
            event.branch.name,
            word('EventAudience', event.audience),
          ].join(' · ')}{' '}
          {event.status !== 'HELD' && (
            <Status tone={TONE_OF_EVENT[event.status]}>{word('EventStatus', event.status)}</Status>
          )}
        </>
      }
      actions={
        <>
          {event.viewerCanChange && event.attendedCount === 0 && (
            <Button variant="default" onClick={() => void cancel()}>
              <FormattedMessage id="events.cancel" />
            </Button>
          )}
          {event.viewerCanChange && (
            <Button variant="default" onClick={() => void navigate({ search: { open: 'change' } })}>
              <FormattedMessage id="action.change" />
            </Button>
          )}
          {event.viewerCanRestore && (
            <Button variant="default" onClick={() => void restore()}>
              <FormattedMessage id="events.restore" />
            </Button>
          )}
        </>
      }
    >
      {event.attendances !== undefined && <AttendanceSection event={event} list={event.attendances} />}
      <Trail title={intl.formatMessage({ id: 'person.trail' })} record={event.id} />
      <FormDrawer
        title={intl.formatMessage({ id: 'events.change' })}
        opened={open === 'change' && event.viewerCanChange}
        onClose={close}
      >
        <ChangeEventForm event={event} onDone={close} />
      </FormDrawer>
    </Page>
  );
}
