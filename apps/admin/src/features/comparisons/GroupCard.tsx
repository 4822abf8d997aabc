import { useApolloClient, useMutation } from '@apollo/client/react';
import { Button, Group } from '@mantine/core';
import { comparisonGroupInput } from '@tandem/domain/comparison-inputs';
import { DomainForm } from '@tandem/ui/DomainForm';
import { FactList } from '@tandem/ui/FactList';
import { LongTextField, TextField } from '@tandem/ui/fields';
import { FormDrawer } from '@tandem/ui/FormDrawer';
import { useFormat } from '@tandem/ui/format';
import { undoNotice } from '@tandem/ui/notices';
import { Section } from '@tandem/ui/Section';
import { refusalIn, refusalOf } from '@tandem/ui/refusal';
import { useCan } from '@tandem/ui/viewer';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { COMPARISON_GROUPS, DESCRIBE_GROUP, type ComparisonGroup } from './comparison-groups.queries.ts';
import { useGroupActions } from './use-group-actions.ts';

const REFRESHED = { refetchQueries: [COMPARISON_GROUPS], awaitRefetchQueries: true };

/** What is known of a comparison group: whence it is, and over which time its people were followed. */
export function GroupCard({ group }: { readonly group: ComparisonGroup }) {
  const intl = useIntl();
  const format = useFormat();
  const can = useCan();
  const [describing, setDescribing] = useState<ComparisonGroup>();
  const { remove } = useGroupActions();
  const words = (id: string, values?: Record<string, string>) => intl.formatMessage({ id }, values);
  const { name, source, people, firstStart, lastStart, observedUntil } = group;
  const day = (value: string | null | undefined) => (value == null ? '–' : format.day(value));
  return (
    <Section
      title={words('outside.about', { name })}
      action={
        can('EDIT_COMPARISONS') && (
          <Group gap="xs">
            <Button variant="default" size="compact-sm" onClick={() => setDescribing(group)}>
              <FormattedMessage id="outside.describe" />
            </Button>
            <Button variant="subtle" color="gray" size="compact-sm" onClick={() => void remove(group)}>
              <FormattedMessage id="action.remove" />
            </Button>
          </Group>
        )
      }
    >
      <FactList
        facts={[
          [words('field.source'), source ?? words('outside.noSource')],
          [words('outside.people'), format.number(people)],
          [words('outside.starts'), `${day(firstStart)} – ${day(lastStart)}`],
          [words('outside.observedUntil'), day(observedUntil)],
        ]}
      />
      {!can('EDIT_COMPARISONS') && (
        <p>
          <FormattedMessage id="outside.askEdit" />
        </p>
      )}
      <FormDrawer
        title={words('outside.describe')}
        opened={describing !== undefined}
        onClose={() => setDescribing(undefined)}
      >
        {describing && <DescribeGroup seen={describing} onDone={() => setDescribing(undefined)} />}
      </FormDrawer>
    </Section>
  );
}

interface DescribeProps {
  /** What was seen when the form was opened is what the change is based on. */
  readonly seen: ComparisonGroup;
  readonly onDone: () => void;
}

function DescribeGroup({ seen, onDone }: DescribeProps) {
  const intl = useIntl();
  const client = useApolloClient();
  const [describe] = useMutation(DESCRIBE_GROUP, REFRESHED);
  const { id, name, source } = seen;
  return (
    <DomainForm
      schema={comparisonGroupInput}
      draftKey={`comparison-group.${id}`}
      defaultValues={{ name, source: source ?? '' }}
      submitLabel={intl.formatMessage({ id: 'action.save' })}
      onSubmit={async (input, over) => {
        const { data } = await describe({ variables: { id, version: over ?? seen.version, input } });
        const done = data?.describeComparisonGroup;
        if (done?.__typename !== 'ComparisonGroup') return refusalOf(done);
        onDone();
        // A group that had no source has no former words to go back to.
        if (source != null)
          undoNotice(intl, intl.formatMessage({ id: 'outside.described' }, { name: input.name }), () =>
            refusalIn(describe({ variables: { id, version: done.version, input: { name, source } } })),
          );
        return undefined;
      }}
      onTakeTheirs={async () => {
        await client.refetchQueries({ include: [COMPARISON_GROUPS] });
        onDone();
      }}
    >
      <TextField name="name" required />
      <LongTextField name="source" required description={intl.formatMessage({ id: 'outside.sourceAbout' })} />
    </DomainForm>
  );
}
