import { Button } from '@mantine/core';
import { FormDrawer } from '@tandem/ui/FormDrawer';
import { Section } from '@tandem/ui/Section';
import { useCan } from '@tandem/ui/viewer';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { GrantDues } from './GrantDues.tsx';
import { GrantTable } from './GrantTable.tsx';
import { NewGrantForm } from './NewGrantForm.tsx';

/** What is due of grants, and all of them. */
export function GrantsPanel() {
  const intl = useIntl();
  const can = useCan();
  const [creating, setCreating] = useState(false);
  return (
    <>
      <GrantDues />
      <Section
        title={intl.formatMessage({ id: 'money.tab.grants' })}
        action={
          can('MANAGE_MONEY') && (
            <Button onClick={() => setCreating(true)}>
              <FormattedMessage id="grant.create" />
            </Button>
          )
        }
      >
        <GrantTable />
      </Section>
      <FormDrawer
        title={intl.formatMessage({ id: 'grant.create' })}
        opened={creating}
        onClose={() => setCreating(false)}
      >
        <NewGrantForm />
      </FormDrawer>
    </>
  );
}
