import { conditionInput, deadlineInput, instalmentInput, type GrantInput } from '@tandem/domain/money-inputs';
import { CONDITION_MEASURES } from '@tandem/domain/vocabulary';
import { DomainForm } from '@tandem/ui/DomainForm';
import { ChoiceField, DayField, LongTextField, NumberField } from '@tandem/ui/fields';
import { useViewer } from '@tandem/ui/viewer';
import { useWords } from '@tandem/ui/words';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { z } from 'zod';
import { centsOf, euros } from './euros.ts';
import { inputOf, type Grant } from './grant-values.ts';
import { useGrantActions } from './use-grant-actions.ts';

export type TermKind = 'conditions' | 'instalments' | 'deadlines';
/** A term of a grant: of which kind, and where it stands; undefined for a new one. */
export interface TermPlace {
  readonly kind: TermKind;
  readonly index?: number | undefined;
}

/** A share is typed in percent, a number of duos as it is. */
const conditionForm = conditionInput.omit({ target: true }).extend({
  goal: z.number({ error: 'NUMBER_INVALID' }).min(0, { error: 'TOO_SMALL' }).nullable().default(null),
});
const instalmentForm = instalmentInput.omit({ amountCents: true }).extend({ euros });

interface Props {
  readonly grant: Grant;
  readonly place: TermPlace;
  readonly onDone: () => void;
}

/** Writes a condition, an instalment or a deadline of a grant; the grant is saved as a whole. */
export function TermForm({ grant, place: { kind, index }, onDone }: Props) {
  const intl = useIntl();
  const { options } = useWords();
  const { today } = useViewer();
  const [seen] = useState(grant);
  const { save, reload } = useGrantActions(seen);
  const whole = inputOf(seen);
  const label = (id: string) => ({ label: intl.formatMessage({ id: `grant.field.${id}` }) });
  const put = async <K extends TermKind>(of: K, term: GrantInput[K][number], over?: number) => {
    const terms: GrantInput[K][number][] = [...whole[of]];
    terms[index ?? terms.length] = term;
    const refusal = await save({ ...whole, [of]: terms }, over);
    if (refusal === undefined) onDone();
    return refusal;
  };
  const common = {
    // Not by its place: where one before it is taken out, another stands there.
    draftKey: `term.${seen.id}.${kind}.${whole[kind][index ?? -1]?.id ?? 'new'}`,
    submitLabel: intl.formatMessage({ id: 'action.save' }),
    onTakeTheirs: async () => {
      await reload();
      onDone();
    },
  };
  if (kind === 'conditions') {
    const { target, ...condition } = whole.conditions[index ?? -1] ?? { id: null, target: null };
    const percent = (measure: string | null | undefined) => measure != null && measure !== 'DUOS_STARTED';
    const goal =
      target === null
        ? null
        : percent('measure' in condition ? condition.measure : null)
          ? target * 100
          : target;
    return (
      <DomainForm
        {...common}
        schema={conditionForm}
        defaultValues={{ text: '', measure: null, dueOn: null, metOn: null, ...condition, goal }}
        onSubmit={({ goal: typed, ...own }, over) => {
          const share = percent(own.measure) && typed !== null;
          return put(
            'conditions',
            { ...own, target: share ? typed / 100 : own.measure === null ? null : typed },
            over,
          );
        }}
      >
        <LongTextField name="text" required {...label('text')} />
        <ChoiceField
          name="measure"
          {...label('measure')}
          options={options('ConditionMeasure', CONDITION_MEASURES)}
          empty={intl.formatMessage({ id: 'term.byWord' })}
        />
        <NumberField
          name="goal"
          {...label('target')}
          description={intl.formatMessage({ id: 'grant.targetAbout' })}
        />
        <DayField name="dueOn" {...label('dueOn')} />
        <DayField name="metOn" {...label('metOn')} max={today} />
      </DomainForm>
    );
  }
  if (kind === 'instalments') {
    const { amountCents, ...instalment } = whole.instalments[index ?? -1] ?? { id: null, amountCents: null };
    return (
      <DomainForm
        {...common}
        schema={instalmentForm}
        defaultValues={{
          receivedOn: null,
          ...instalment,
          ...(amountCents !== null && { euros: amountCents / 100 }),
        }}
        onSubmit={({ euros: amount, ...own }, over) =>
          put('instalments', { ...own, amountCents: centsOf(amount) }, over)
        }
      >
        <DayField name="dueOn" required {...label('payableOn')} />
        <NumberField name="euros" required {...label('amount')} suffix="€" />
        <DayField name="receivedOn" {...label('receivedOn')} max={today} />
      </DomainForm>
    );
  }
  return (
    <DomainForm
      {...common}
      schema={deadlineInput}
      defaultValues={{ id: null, text: '', sentOn: null, ...whole.deadlines[index ?? -1] }}
      onSubmit={(own, over) => put('deadlines', own, over)}
    >
      <DayField name="dueOn" required {...label('dueOn')} />
      <LongTextField name="text" required {...label('report')} />
      <DayField name="sentOn" {...label('sentOn')} max={today} />
    </DomainForm>
  );
}
