import { Button } from '@mantine/core';
import { EmptyState } from '@tandem/ui/EmptyState';
import { ErrorState } from '@tandem/ui/ErrorState';
import { FiledTable } from '@tandem/ui/FiledTable';
import { FormDrawer } from '@tandem/ui/FormDrawer';
import { useFormat } from '@tandem/ui/format';
import { Kept } from '@tandem/ui/Kept';
import { Section } from '@tandem/ui/Section';
import { useCan } from '@tandem/ui/viewer';
import { useKeptQuery } from '@tandem/ui/use-kept-query';
import { useRuleWords } from '@tandem/ui/use-rule-words';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { AllocatedAmount } from './AllocatedAmount.tsx';
import { ALLOCATION } from './allocation.queries.ts';
import { useAllocationColumns, type AllocatedGroup } from './allocation-columns.tsx';
import { AllocationRuleForm, type Rule } from './AllocationRuleForm.tsx';
import { RuleVersions } from './RuleVersions.tsx';
import { SumRow } from './SumRow.tsx';
import { MonthChoice } from './MonthChoice.tsx';
import { useLookedAt } from './use-looked-at.ts';

const route = getRouteApi('/money');

/** Who bears the cost: the rule in words, what it gives, and for each amount the lines of the ledger that it comes from. */
export function AllocationPanel() {
  const intl = useIntl();
  const format = useFormat();
  const can = useCan();
  const ruleWords = useRuleWords();
  const { year, month } = route.useSearch();
  const { period, words: scope } = useLookedAt();
  const [traced, setTraced] = useState<AllocatedGroup>();
  /** The version that a new one begins with. */
  const [changing, setChanging] = useState<Rule>();
  const { data, pending, error } = useKeptQuery(ALLOCATION, { period }, undefined);
  const allocation = data?.allocation;
  const rule = allocation?.rule;
  const columns = useAllocationColumns(rule?.basis, setTraced);
  if (error !== undefined) return <ErrorState error={error} />;
  const sentence = rule && ruleWords(rule.version, rule);
  return (
    <Kept pending={pending}>
      <Section
        title={intl.formatMessage({ id: 'allocation.rule' })}
        action={
          can('MANAGE_MONEY') && (
            <Button variant="default" onClick={() => setChanging(rule)}>
              <FormattedMessage id="allocation.change" />
            </Button>
          )
        }
      >
        {rule && <p>{sentence}</p>}
        <RuleVersions
          rules={data?.allocationRules ?? []}
          onUseAgain={can('MANAGE_MONEY') ? setChanging : undefined}
        />
      </Section>
      <Section
        title={intl.formatMessage({ id: 'allocation.result' })}
        action={year !== undefined && <MonthChoice year={year} month={month} />}
        about={
          allocation && (
            <FormattedMessage
              id="allocation.resultAbout"
              values={{
                span: allocation.rule.span,
                own: intl.formatMessage({ id: 'allocation.ownTime' }, { basis: allocation.rule.basis }),
                ledger: format.money(allocation.ledger.cents, { exact: true }),
                link: (text) => (
                  <Link to="/money" search={{ tab: 'overview', ...(year !== undefined && { year }) }}>
                    {text}
                  </Link>
                ),
              }}
            />
          )
        }
      >
        <FiledTable
          caption={intl.formatMessage({ id: 'allocation.result' })}
          columns={columns}
          rows={allocation?.groups}
          rowKey={({ branchId, grantId }) => `${branchId} ${grantId}`}
          fileName={`allocation${year === undefined ? '' : `-${period.from.slice(0, month === undefined ? 4 : 7)}`}`}
          about={{ definition: sentence, scope }}
          empty={<EmptyState title={intl.formatMessage({ id: 'allocation.nothing' })} />}
          footer={allocation && <SumRow exact columns={columns} of="cost" cents={allocation.ledger.cents} />}
        />
      </Section>
      <FormDrawer
        title={intl.formatMessage({ id: 'allocation.amount' })}
        wide
        opened={traced !== undefined}
        onClose={() => setTraced(undefined)}
      >
        {traced !== undefined && <AllocatedAmount group={traced} period={period} />}
      </FormDrawer>
      <FormDrawer
        title={intl.formatMessage({ id: 'allocation.change' })}
        opened={changing !== undefined}
        onClose={() => setChanging(undefined)}
      >
        {rule && changing && (
          <AllocationRuleForm
            key={changing.id}
            rule={rule}
            from={changing}
            onDone={() => setChanging(undefined)}
          />
        )}
      </FormDrawer>
    </Kept>
  );
}
