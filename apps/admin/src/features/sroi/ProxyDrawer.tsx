import { useMutation } from '@apollo/client/react';
import { Group } from '@mantine/core';
import { proxyInput } from '@tandem/domain/sroi-inputs';
import { DomainForm } from '@tandem/ui/DomainForm';
import { LongTextField, NumberField, TextField } from '@tandem/ui/fields';
import { FormDrawer } from '@tandem/ui/FormDrawer';
import { doneNotice } from '@tandem/ui/notices';
import { refusalOf } from '@tandem/ui/refusal';
import { useViewer } from '@tandem/ui/viewer';
import { useIntl } from 'react-intl';
import { z } from 'zod';
import { PROXIES, SAVE_PROXY, type Proxy } from './sroi.queries.ts';

/** An entry as it is typed: in whole units of its currency. */
const proxyWords = proxyInput.omit({ cents: true }).extend({ amount: z.number({ error: 'NUMBER_INVALID' }) });

interface Props {
  readonly proxy: Proxy | 'new' | undefined;
  readonly onClose: () => void;
}

export function ProxyDrawer({ proxy, onClose }: Props) {
  const intl = useIntl();
  const { today } = useViewer();
  const [save] = useMutation(SAVE_PROXY, { refetchQueries: [PROXIES], awaitRefetchQueries: true });
  const saved = proxy === 'new' ? undefined : proxy;
  const title = intl.formatMessage({ id: saved === undefined ? 'sroi.addProxy' : 'sroi.changeProxy' });
  return (
    <FormDrawer title={title} opened={proxy !== undefined} onClose={onClose}>
      <DomainForm
        schema={proxyWords}
        draftKey={`proxy.${saved?.id ?? 'new'}`}
        defaultValues={
          saved === undefined
            ? { currency: 'EUR', country: 'BE', priceYear: Number(today.slice(0, 4)) }
            : { ...saved, amount: saved.cents / 100 }
        }
        submitLabel={intl.formatMessage({ id: 'action.save' })}
        onSubmit={async ({ amount, ...words }, over) => {
          const { data } = await save({
            variables: {
              saved: saved === undefined ? null : { id: saved.id, version: over ?? saved.version },
              input: { ...words, cents: Math.round(amount * 100) },
            },
          });
          const refused = refusalOf(data?.saveProxy);
          if (refused !== undefined) return refused;
          doneNotice(intl.formatMessage({ id: 'sroi.proxySaved' }));
          onClose();
          return undefined;
        }}
      >
        <TextField name="name" required />
        <Group grow align="start">
          <NumberField name="amount" required />
          <TextField name="currency" required />
        </Group>
        <TextField name="unit" required />
        <Group grow align="start">
          <NumberField name="priceYear" required />
          <TextField name="country" required />
        </Group>
        <TextField name="source" required />
        <LongTextField name="note" />
      </DomainForm>
    </FormDrawer>
  );
}
