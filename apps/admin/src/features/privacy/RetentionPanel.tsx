import { useMutation, useQuery } from '@apollo/client/react';
import { Button, Group } from '@mantine/core';
import { EmptyState } from '@tandem/ui/EmptyState';
import { ErrorState } from '@tandem/ui/ErrorState';
import { useFormat } from '@tandem/ui/format';
import { FormDrawer } from '@tandem/ui/FormDrawer';
import { failedNotice, undoNotice } from '@tandem/ui/notices';
import { refusalIn } from '@tandem/ui/refusal';
import { FormattedMessage, useIntl } from 'react-intl';
import { REMOVE_RULE, RETENTION, SAVE_RULE, type RulePreview } from './privacy.queries.ts';
import { RetentionRuleForm } from './RetentionRuleForm.tsx';
import { RuleSection } from './RuleSection.tsx';
import { useOpen } from './use-open.ts';

const AFTERWARDS = { refetchQueries: ['Retention'] };

/** How long is kept what, and what each rule would erase today. */
export function RetentionPanel() {
  const intl = useIntl();
  const format = useFormat();
  const { open, edit, close } = useOpen();
  const { data, error } = useQuery(RETENTION, { fetchPolicy: 'cache-and-network' });
  const [remove] = useMutation(REMOVE_RULE, AFTERWARDS);
  const [save] = useMutation(SAVE_RULE, AFTERWARDS);
  if (error !== undefined && data === undefined) return <ErrorState error={error} />;
  const previews = data?.retentionPreview;
  const run = data?.lastRetentionRun;
  const edited = previews?.find(({ rule }) => rule.id === open);
  const takeAway = async ({ rule: { id, kind, country, months, reason } }: RulePreview) => {
    const { data: removed } = await remove({ variables: { id } });
    if (removed?.removeRetentionRule !== true) failedNotice(intl);
    else
      undoNotice(intl, intl.formatMessage({ id: 'privacy.ruleRemoved' }), () =>
        refusalIn(
          save({ variables: { input: { kind, country: country ?? null, keptMonths: months, reason } } }),
        ),
      );
  };
  return (
    <>
      <Group justify="space-between" mb="md">
        <span>
          <FormattedMessage id="privacy.retentionAbout" />{' '}
          {run != null && (
            <FormattedMessage
              id="privacy.lastRun"
              values={{ day: format.day(run.day), people: run.people, notes: run.notes }}
            />
          )}
        </span>
        <Button onClick={() => edit('new')}>
          <FormattedMessage id="privacy.newRule" />
        </Button>
      </Group>
      {previews?.length === 0 && (
        <EmptyState title={intl.formatMessage({ id: 'privacy.noRules' })}>
          <FormattedMessage id="privacy.noRulesAbout" />
        </EmptyState>
      )}
      {previews?.map((preview) => (
        <RuleSection
          key={preview.rule.id}
          preview={preview}
          onEdit={() => edit(preview.rule.id)}
          onRemove={() => void takeAway(preview)}
        />
      ))}
      <FormDrawer
        title={intl.formatMessage({ id: edited === undefined ? 'privacy.newRule' : 'privacy.changeRule' })}
        opened={open === 'new' || edited !== undefined}
        onClose={close}
      >
        <RetentionRuleForm rule={edited?.rule} onDone={close} />
      </FormDrawer>
    </>
  );
}
