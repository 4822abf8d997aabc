import { useMutation } from '@apollo/client/react';
import { allocationRuleInput } from '@tandem/domain/money-inputs';
import { ALLOCATION_BASES, ALLOCATION_SPANS, COST_NATURES } from '@tandem/domain/vocabulary';
import { DomainForm } from '@tandem/ui/DomainForm';
import { ChoiceField, LongTextField, ManyField, NumberField } from '@tandem/ui/fields';
import { doneNotice } from '@tandem/ui/notices';
import { refusalOf } from '@tandem/ui/refusal';
import { useWords } from '@tandem/ui/words';
import { useState } from 'react';
import { useFormContext } from 'react-hook-form';
import { FormattedMessage, useIntl } from 'react-intl';
import { z } from 'zod';
import type { AllocationQuery } from '../../gql/graphql.ts';
import { useBranchOptions } from '../people/options.ts';
import { SAVE_RULE } from './allocation.queries.ts';

type Rule = NonNullable<AllocationQuery['allocation']>['rule'];
const { basis, span, spread, reason } = allocationRuleInput.shape;
const percent = z
  .number({ error: 'NUMBER_INVALID' })
  .min(0, { error: 'TOO_SMALL' })
  .max(100, { error: 'TOO_LARGE' });
/** The operation's own input, but that shares of branches are typed in percent, under the id of the branch. */
const ruleForm = z
  .object({
    basis,
    span,
    spread,
    reason,
    percents: z.record(z.string(), percent.nullable()),
  })
  .transform(({ percents, ...input }): z.input<typeof allocationRuleInput> => ({
    ...input,
    branchShares:
      input.basis === 'BRANCH_SHARES'
        ? Object.entries(percents).flatMap(([branchId, percent]) =>
            percent === null || percent === 0 ? [] : [{ branchId, share: percent / 100 }],
          )
        : null,
  }))
  .pipe(allocationRuleInput);

interface Props {
  readonly rule: Rule;
  readonly onDone: () => void;
}

/** Makes a new version of the rule; the former ones stay. */
export function AllocationRuleForm({ rule, onDone }: Props) {
  const intl = useIntl();
  const { options } = useWords();
  const [seen] = useState(rule);
  const [save] = useMutation(SAVE_RULE, { refetchQueries: ['Allocation', 'Grant'] });
  const percents = Object.fromEntries(
    (seen.branchShares ?? []).map(({ branchId, share }) => [branchId, share * 100]),
  );
  return (
    <DomainForm
      schema={ruleForm}
      draftKey="allocation-rule"
      defaultValues={{ basis: seen.basis, span: seen.span, spread: seen.spread, percents, reason: '' }}
      submitLabel={intl.formatMessage({ id: 'allocation.save' })}
      onSubmit={async (input) => {
        const { data } = await save({ variables: { version: seen.version, input } });
        const refusal = refusalOf(data?.saveAllocationRule);
        if (refusal !== undefined) return refusal;
        doneNotice(intl.formatMessage({ id: 'allocation.saved' }));
        onDone();
        return undefined;
      }}
    >
      <p>
        <FormattedMessage id="allocation.changeAbout" />
      </p>
      <ChoiceField
        name="basis"
        required
        label={intl.formatMessage({ id: 'allocation.basis' })}
        options={options('AllocationBasis', ALLOCATION_BASES)}
      />
      <BranchShares />
      <ChoiceField
        name="span"
        required
        label={intl.formatMessage({ id: 'allocation.span' })}
        description={intl.formatMessage({ id: 'allocation.spanAbout' })}
        options={options('AllocationSpan', ALLOCATION_SPANS)}
      />
      <ManyField
        name="spread"
        label={intl.formatMessage({ id: 'allocation.spread' })}
        description={intl.formatMessage({ id: 'allocation.spreadAbout' })}
        options={options('CostNature', COST_NATURES)}
      />
      <LongTextField name="reason" required />
    </DomainForm>
  );
}

/** A share for each branch, where the rule asks for them. */
function BranchShares() {
  const { watch } = useFormContext();
  const branches = useBranchOptions();
  if (watch('basis') !== 'BRANCH_SHARES') return null;
  return (
    <>
      {branches.map(({ value, label }) => (
        <NumberField key={value} name={`percents.${value}`} label={label} suffix="%" />
      ))}
    </>
  );
}
