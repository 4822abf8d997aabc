import { useQuery } from '@apollo/client/react';
import { Alert, Button, Group } from '@mantine/core';
import { ErrorState } from '@tandem/ui/ErrorState';
import { useFormat } from '@tandem/ui/format';
import { FormDrawer } from '@tandem/ui/FormDrawer';
import { languageOf } from '@tandem/ui/locale';
import { useLocaleChoice } from '@tandem/ui/LocaleProvider';
import { Section } from '@tandem/ui/Section';
import { useCan } from '@tandem/ui/viewer';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { ConsentForm } from './ConsentForm.tsx';
import { ConsentTable } from './ConsentTable.tsx';
import { EraseForm } from './EraseForm.tsx';
import { HoldForm } from './HoldForm.tsx';
import { PERSON_PRIVACY, type PersonPrivacy } from './privacy.queries.ts';
import { useLiftHold } from './use-holds.ts';

type Form = 'consent' | 'hold' | 'erase';

/** What a person consented to and, for who manages privacy: their file, a legal hold, the erasure. */
export function PersonPrivacySection({ personId }: { readonly personId: string }) {
  const intl = useIntl();
  const can = useCan();
  const manages = can('MANAGE_PRIVACY');
  const [open, setOpen] = useState<Form>();
  const { data, error } = useQuery(PERSON_PRIVACY, { variables: { personId, manages } });
  if (error !== undefined && data === undefined) return <ErrorState error={error} />;
  const person = data?.personPrivacy;
  if (person == null) return null;
  const close = () => setOpen(undefined);
  return (
    <Section
      title={intl.formatMessage({ id: 'privacy.title' })}
      action={
        can('RECORD_CONSENT') &&
        person.erasedOn == null && (
          <Button size="compact-sm" variant="light" onClick={() => setOpen('consent')}>
            <FormattedMessage id="privacy.recordConsent" />
          </Button>
        )
      }
    >
      {person.erasedOn == null ? <ConsentTable person={person} /> : <Erased day={person.erasedOn} />}
      {person.viewerCanManage && <Measures person={person} onOpen={setOpen} />}
      <FormDrawer
        title={open === undefined ? '' : intl.formatMessage({ id: TITLES[open] })}
        opened={open !== undefined}
        onClose={close}
      >
        {open === 'consent' && <ConsentForm personId={personId} onDone={close} />}
        {open === 'hold' && <HoldForm personId={personId} onDone={close} />}
        {open === 'erase' && <EraseForm personId={personId} onDone={close} />}
      </FormDrawer>
    </Section>
  );
}

const TITLES = {
  consent: 'privacy.recordConsent',
  hold: 'privacy.placeHold',
  erase: 'privacy.erase',
} as const satisfies Record<Form, string>;

function Erased({ day }: { readonly day: string }) {
  const format = useFormat();
  return (
    <Alert color="gray">
      <FormattedMessage id="privacy.erasedOn" values={{ day: format.day(day) }} />
    </Alert>
  );
}

interface MeasuresProps {
  readonly person: PersonPrivacy;
  readonly onOpen: (form: Form) => void;
}

/** What can be done with all that is held about a person. */
function Measures({ person: { id, hold }, onOpen }: MeasuresProps) {
  const format = useFormat();
  const { locale } = useLocaleChoice();
  const lift = useLiftHold(id);
  const path = `/privacy/people/${id}/export`;
  return (
    <>
      {hold != null && (
        <Alert color="yellow" mt="md">
          <FormattedMessage
            id="privacy.heldSince"
            values={{ at: format.instant(hold.placedAt), by: hold.placedBy, reason: hold.reason }}
          />
        </Alert>
      )}
      <Group gap="xs" mt="md">
        <Button
          component="a"
          href={`${path}.html?language=${languageOf(locale)}`}
          target="_blank"
          variant="default"
        >
          <FormattedMessage id="privacy.exportPage" />
        </Button>
        <Button component="a" href={`${path}.json`} download variant="default">
          <FormattedMessage id="privacy.exportData" />
        </Button>
        {hold == null ? (
          <Button variant="default" onClick={() => onOpen('hold')}>
            <FormattedMessage id="privacy.placeHold" />
          </Button>
        ) : (
          <Button variant="default" onClick={() => void lift(hold.reason)}>
            <FormattedMessage id="privacy.liftHold" />
          </Button>
        )}
        <Button variant="light" color="red" onClick={() => onOpen('erase')}>
          <FormattedMessage id="privacy.erase" />
        </Button>
      </Group>
    </>
  );
}
