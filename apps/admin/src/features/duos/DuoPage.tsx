import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { useFormat } from '@tandem/ui/format';
import { Page } from '@tandem/ui/Page';
import { Section } from '@tandem/ui/Section';
import { PageOnItsWay } from '@tandem/ui/PageOnItsWay';
import { Status } from '@tandem/ui/Status';
import { useCan } from '@tandem/ui/viewer';
import { useWords } from '@tandem/ui/words';
import { getRouteApi, Link } from '@tanstack/react-router';
import { FormattedMessage, useIntl } from 'react-intl';
import { NotFoundPage } from '../../app/NotFoundPage.tsx';
import { ActivityList } from '../audit/ActivityList.tsx';
import { DUO, type Duo } from './duo.queries.ts';
import { DuoFacts } from './DuoFacts.tsx';
import { DuoForms } from './DuoForms.tsx';
import { DuoTimeline } from './DuoTimeline.tsx';
import { useDuoActions } from './use-duo-actions.ts';
import classes from './Duo.module.css';

const route = getRouteApi('/duos/$id');

export function DuoPage() {
  const { id } = route.useParams();
  const { data, error } = useQuery(DUO, { variables: { id } });
  if (data === undefined) return <PageOnItsWay error={error} />;
  if (data.duo === null || data.duo === undefined) return <NotFoundPage />;
  return <LoadedDuo duo={data.duo} />;
}

function LoadedDuo({ duo }: { readonly duo: Duo }) {
  const intl = useIntl();
  const format = useFormat();
  const can = useCan();
  const actions = useDuoActions(duo.id);
  return (
    <Page
      title={`${duo.mentee.person.name} · ${duo.mentor.person.name}`}
      parent={
        <Link to="/duos">
          <FormattedMessage id="duos.title" />
        </Link>
      }
      scope={
        <FormattedMessage
          id={duo.closedOn == null ? 'duo.scope.active' : 'duo.scope.closed'}
          values={{
            reference: duo.reference,
            branch: duo.branch.name,
            start: format.day(duo.startedOn),
            end: format.day(duo.closedOn ?? duo.plannedEndOn),
          }}
        />
      }
      actions={<DuoButtons duo={duo} onReopen={(former) => void actions.reopen(duo.version, former)} />}
    >
      <Attentions duo={duo} />
      <div className={classes.columns}>
        <div>
          <Section title={intl.formatMessage({ id: 'duo.timeline' })}>
            <DuoTimeline duo={duo} actions={actions} />
          </Section>
          <Section
            title={intl.formatMessage({ id: 'duo.history' })}
            action={
              can('SEE_AUDIT') && (
                <Link to="/audit" search={{ record: duo.id }}>
                  <FormattedMessage id="audit.history" />
                </Link>
              )
            }
          >
            {duo.history.length === 0 ? (
              <FormattedMessage id="duo.noHistory" />
            ) : (
              <ActivityList entries={duo.history} />
            )}
          </Section>
        </div>
        <DuoFacts duo={duo} />
      </div>
      <DuoForms duo={duo} actions={actions} />
    </Page>
  );
}

/** Why the duo waits, in words. */
function Attentions({ duo }: { readonly duo: Duo }) {
  const { word } = useWords();
  if (duo.attentions.length === 0) return null;
  return (
    <div className={classes.attentions}>
      {duo.attentions.map((code) => (
        <Status key={code} tone="warn">
          {word('Attention', code)}
        </Status>
      ))}
    </div>
  );
}

interface ButtonProps {
  readonly duo: Duo;
  readonly onReopen: (former: { closedOn: string; closureReason: NonNullable<Duo['closureReason']> }) => void;
}

function DuoButtons({ duo, onReopen }: ButtonProps) {
  const navigate = route.useNavigate();
  const open = (form: 'meeting' | 'outcome' | 'close') => void navigate({ search: { open: form } });
  return (
    <>
      {duo.viewerCanClose && (
        <Button variant="default" onClick={() => open('close')}>
          <FormattedMessage id="duo.close" />
        </Button>
      )}
      {duo.viewerCanReopen && duo.closedOn != null && duo.closureReason != null && (
        <Button
          variant="default"
          onClick={() => {
            const { closedOn, closureReason } = duo;
            if (closedOn != null && closureReason != null) onReopen({ closedOn, closureReason });
          }}
        >
          <FormattedMessage id="duo.reopen" />
        </Button>
      )}
      {duo.viewerCanRecordOutcome && (
        <Button variant={duo.closedOn == null ? 'default' : 'filled'} onClick={() => open('outcome')}>
          <FormattedMessage id="duo.recordOutcome" />
        </Button>
      )}
      {duo.viewerCanLogMeeting && duo.closedOn == null && (
        <Button onClick={() => open('meeting')}>
          <FormattedMessage id="duo.logMeeting" />
        </Button>
      )}
    </>
  );
}
