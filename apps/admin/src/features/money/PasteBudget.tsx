import { Alert } from '@mantine/core';
import { useMutation } from '@apollo/client/react';
import { budgetInput } from '@tandem/domain/money-inputs';
import { DomainForm } from '@tandem/ui/DomainForm';
import { LongTextField, TextField } from '@tandem/ui/fields';
import { useFormat } from '@tandem/ui/format';
import { doneNotice } from '@tandem/ui/notices';
import { refusalOf } from '@tandem/ui/refusal';
import { useState } from 'react';
import { useFormContext } from 'react-hook-form';
import { FormattedMessage, useIntl } from 'react-intl';
import { z } from 'zod';
import { useBranchOptions } from '../people/options.ts';
import { BUDGET, SAVE_BUDGET } from './budget.queries.ts';
import { readBudget, type PastedBudget } from './pasted-budget.ts';

const pasteForm = z.object({
  note: budgetInput.shape.note,
  rows: z.string({ error: 'REQUIRED' }).trim().min(1, { error: 'REQUIRED' }),
});

interface Props {
  readonly year: number;
  /** The version that is in force; 0 where there is none. */
  readonly version: number;
  readonly onDone: () => void;
}

/** A year's budget as it is copied from a spreadsheet; saved, it is a new version. */
export function PasteBudget({ year, version, onDone }: Props) {
  const intl = useIntl();
  const branches = useBranchOptions();
  const [seen] = useState(version);
  const [save] = useMutation(SAVE_BUDGET, { refetchQueries: [BUDGET] });
  const read = (rows: string) => readBudget(rows, { year, branches });
  return (
    <DomainForm
      schema={pasteForm}
      draftKey={`budget.${year}`}
      defaultValues={{ rows: '', note: '' }}
      submitLabel={intl.formatMessage({ id: 'budget.save' }, { year: String(year) })}
      onSubmit={async ({ rows, note }) => {
        const { lines, problems } = read(rows);
        if (problems.length > 0) return { code: 'CHOICE_INVALID', field: 'rows' };
        const { data } = await save({
          variables: { version: seen, input: { year, note, lines: [...lines] } },
        });
        const refusal = refusalOf(data?.saveBudget);
        if (refusal !== undefined) return refusal;
        doneNotice(intl.formatMessage({ id: 'budget.saved' }, { year: String(year) }));
        onDone();
        return undefined;
      }}
    >
      <LongTextField
        name="rows"
        required
        rows={10}
        label={intl.formatMessage({ id: 'budget.rows' })}
        description={intl.formatMessage({ id: 'budget.rowsAbout' })}
      />
      <BudgetPreview read={read} />
      <TextField name="note" label={intl.formatMessage({ id: 'budget.note' })} />
    </DomainForm>
  );
}

/** What was understood of what is pasted so far. */
function BudgetPreview({ read }: { readonly read: (rows: string) => PastedBudget }) {
  const intl = useIntl();
  const format = useFormat();
  const { watch } = useFormContext<{ rows?: string }>();
  const { lines, problems } = read(watch('rows') ?? '');
  if (lines.length === 0 && problems.length === 0) return null;
  return (
    <Alert color={problems.length > 0 ? 'red' : 'gray'}>
      <FormattedMessage
        id="budget.preview"
        values={{
          count: lines.length,
          sum: format.money(
            lines.reduce((sum, { amountCents }) => sum + amountCents, 0),
            { exact: true },
          ),
        }}
      />
      <ul>
        {problems.slice(0, 10).map(({ line, problem, text, readings }) => (
          <li key={line}>
            <FormattedMessage
              id={`budget.problem.${problem}`}
              values={{
                line,
                text,
                grouped: intl.formatNumber(readings?.grouped ?? 0),
                decimal: intl.formatNumber(readings?.decimal ?? 0, { minimumFractionDigits: 2 }),
              }}
            />
          </li>
        ))}
      </ul>
    </Alert>
  );
}
