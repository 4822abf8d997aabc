import { FormDrawer } from '@tandem/ui/FormDrawer';
import type { Refusal } from '@tandem/domain/refusal';
import { getRouteApi } from '@tanstack/react-router';
import { useIntl } from 'react-intl';
import { CloseForm } from './CloseForm.tsx';
import type { Duo } from './duo.queries.ts';
import { MeetingForm } from './MeetingForm.tsx';
import { OutcomeForm } from './OutcomeForm.tsx';
import type { useDuoActions } from './use-duo-actions.ts';

const route = getRouteApi('/duos/$id');

interface Props {
  readonly duo: Duo;
  readonly actions: ReturnType<typeof useDuoActions>;
}

const TITLES = { meeting: 'duo.logMeeting', outcome: 'duo.recordOutcome', close: 'duo.close' } as const;

/** The form that the address names, beside the duo; it closes when its work is done. */
export function DuoForms({ duo, actions }: Props) {
  const intl = useIntl();
  const { open } = route.useSearch();
  const navigate = route.useNavigate();
  const close = () => void navigate({ search: {} });
  const thenClose = (refusal: Refusal | undefined) => {
    if (refusal === undefined) close();
    return refusal;
  };
  return (
    <FormDrawer
      title={open === undefined ? '' : intl.formatMessage({ id: TITLES[open] })}
      opened={open !== undefined}
      onClose={close}
    >
      {open === 'meeting' && (
        <MeetingForm duo={duo} onSave={async (input) => thenClose(await actions.logMeeting(input))} />
      )}
      {open === 'outcome' && (
        <OutcomeForm duo={duo} onSave={async (input) => thenClose(await actions.recordOutcome(input))} />
      )}
      {open === 'close' && (
        <CloseForm
          duo={duo}
          onTakeTheirs={async () => {
            await actions.reload();
            close();
          }}
          onSave={async (version, input) => thenClose(await actions.close(version, input))}
        />
      )}
    </FormDrawer>
  );
}
