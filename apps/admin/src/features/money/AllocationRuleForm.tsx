import { useMutation } from '@apollo/client/react';
import { allocationRuleOf } from '@tandem/domain/allocation';
import { tenThousandths } from '@tandem/domain/funding';
import { allocationRuleInput } from '@tandem/domain/money-inputs';
import { ALLOCATION_BASES, ALLOCATION_SPANS, COST_NATURES } from '@tandem/domain/vocabulary';
import { DomainForm } from '@tandem/ui/DomainForm';
import { ChoiceField, LongTextField, ManyField, NumberField } from '@tandem/ui/fields';
import { undoNotice } from '@tandem/ui/notices';
import { refusalIn, refusalOf } from '@tandem/ui/refusal';
import { useWords } from '@tandem/ui/words';
import { useState } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { FormattedMessage, useIntl } from 'react-intl';
import { z } from 'zod';
import type { AllocationQuery } from '../../gql/graphql.ts';
import { useBranchOptions } from '../people/options.ts';
import { SAVE_RULE } from './allocation.queries.ts';
import { RuleChanges } from './RuleChanges.tsx';

export type Rule = AllocationQuery['allocationRules'][number];

const { basis, span, spread, reason } = allocationRuleInput.shape;
const percent = z
  .number({ error: 'NUMBER_INVALID' })
  .min(0, { error: 'TOO_SMALL' })
  .max(100, { error: 'TOO_LARGE' })
  .nullish();
/** As it is typed: a share is a text as long as it cannot be read. */
interface TypedRule extends Omit<z.input<typeof allocationRuleInput>, 'branchShares'> {
  /** In percent, by the id of the branch. */
  readonly percents: Readonly<Record<string, number | string | null | undefined>>;
}
/** The operation's own input, but that shares of branches are typed in percent; they are not read where the rule does not go by them. */
const ruleForm = z
  .preprocess(
    ({ percents, ...typed }: TypedRule) => ({
      ...typed,
      percents: typed.basis === 'BRANCH_SHARES' ? percents : {},
    }),
    z.object({ basis, span, spread, reason, percents: z.record(z.string(), percent) }),
  )
  .transform(({ percents, ...input }): z.input<typeof allocationRuleInput> => ({
    ...input,
    branchShares: Object.entries(percents).flatMap(([branchId, percent]) =>
      percent == null || percent === 0 ? [] : [{ branchId, share: percent / 100 }],
    ),
  }))
  .pipe(allocationRuleInput);

interface Props {
  /** The version in force. */
  readonly rule: Rule;
  /** The version whose content it begins with: the one in force to change it, a former one to use it again. */
  readonly from: Rule;
  readonly onDone: () => void;
}

/** Makes a new version of the rule and says what it changes; the former ones stay, and the undo is one more of them. */
export function AllocationRuleForm({ rule, from, onDone }: Props) {
  const intl = useIntl();
  const { options } = useWords();
  const [seen] = useState(rule);
  const [save] = useMutation(SAVE_RULE, { refetchQueries: ['Allocation', 'Grant'] });
  const percents = Object.fromEntries(
    (from.branchShares ?? []).map(({ branchId, share }) => [branchId, percentOf(share)]),
  );
  const again =
    from.version === seen.version
      ? ''
      : intl.formatMessage({ id: 'allocation.again' }, { version: from.version });
  const takeBack = (version: number) => {
    const { basis: by, span: among, spread: together, branchShares } = seen;
    const input = {
      basis: by,
      span: among,
      spread: [...together],
      branchShares: branchShares?.map(({ branchId, share }) => ({ branchId, share })) ?? null,
      reason: intl.formatMessage({ id: 'allocation.takenBack' }, { version }),
    };
    return refusalIn(save({ variables: { version, input } }));
  };
  return (
    <DomainForm
      schema={ruleForm}
      draftKey={`allocation-rule.${from.version}`}
      defaultValues={{ basis: from.basis, span: from.span, spread: from.spread, percents, reason: again }}
      submitLabel={intl.formatMessage({ id: 'allocation.save' })}
      onSubmit={async (input) => {
        const { data } = await save({ variables: { version: seen.version, input } });
        const refusal = refusalOf(data?.saveAllocationRule);
        if (refusal !== undefined || data?.saveAllocationRule.__typename !== 'AllocationRule') return refusal;
        const { version } = data.saveAllocationRule;
        undoNotice(intl, intl.formatMessage({ id: 'allocation.saved' }), () => takeBack(version));
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
      <Changes before={seen} />
    </DomainForm>
  );
}

/** What the version that is typed changes. */
function Changes({ before }: { readonly before: Rule }) {
  const { control } = useFormContext<TypedRule>();
  const [by, among, together, percents] = useWatch({
    control,
    name: ['basis', 'span', 'spread', 'percents'],
  });
  const typed = Object.entries(percents);
  // What cannot be read is not taken for nothing; its field says what is wrong.
  if (by === 'BRANCH_SHARES' && typed.some(([, value]) => typeof value === 'string')) return null;
  const branchShares = typed.flatMap(([branchId, value]) =>
    typeof value === 'number' ? [{ branchId, share: value / 100 }] : [],
  );
  const after = { basis: by, span: among, spread: together, branchShares };
  return <RuleChanges before={allocationRuleOf(before)} after={allocationRuleOf(after)} />;
}

/** A share of ten-thousandths in percent, without what binary fractions add to it. */
function percentOf(share: number): number {
  return tenThousandths(share) / 100;
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
