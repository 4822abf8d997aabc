import { ActionIcon, Popover } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useFormat } from '../i18n/format.ts';
import classes from './Sroi.module.css';
import type { ExplanationStep } from './steps.ts';

interface Props {
  /** What the number is called. */
  readonly name: string;
  /** Asked for when it is opened. */
  readonly explain: () => readonly ExplanationStep[];
  readonly outcomeOf: (row: string) => string;
}

/** Opens how a number comes about, sentence by sentence. */
export function ExplainNumber({ name, explain, outcomeOf }: Props) {
  const intl = useIntl();
  return (
    <Popover width={400} shadow="md" trapFocus position="bottom-end">
      <Popover.Target>
        <ActionIcon size="sm" aria-label={intl.formatMessage({ id: 'sroi.explain' }, { name })}>
          <IconInfoCircle size={16} aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown aria-label={name}>
        {/* Mounted only while it is open, so that closed ones cost nothing as somebody types. */}
        <Steps name={name} explain={explain} outcomeOf={outcomeOf} />
      </Popover.Dropdown>
    </Popover>
  );
}

function Steps({ name, explain, outcomeOf }: Props) {
  return (
    <div className={classes.explain}>
      <h3>{name}</h3>
      <ol className={classes.steps}>
        {explain().map((step, index) => (
          // Steps have no name of their own, and never change places.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={index}>
            <StepWords step={step} outcomeOf={outcomeOf} />
          </li>
        ))}
      </ol>
    </div>
  );
}

function StepWords({
  step,
  outcomeOf,
}: {
  readonly step: ExplanationStep;
  readonly outcomeOf: Props['outcomeOf'];
}) {
  const intl = useIntl();
  const format = useFormat();
  const say = (id: string, values: Record<string, string | number>) => (
    <FormattedMessage id={`sroi.step.${id}`} values={values} />
  );
  const money = format.money;
  switch (step.kind) {
    case 'QUANTITY':
      return say('QUANTITY', {
        quantity: intl.formatNumber(step.quantity),
        proxy: money(step.proxy),
        result: money(step.result),
      });
    case 'DEDUCTION':
      return say('DEDUCTION', {
        deduction: intl.formatMessage({ id: `field.${step.deduction}` }),
        share: format.percent(step.share, 2),
        result: money(step.result),
      });
    case 'YEAR':
      return say('YEAR', {
        year: step.year,
        impact: money(step.impact),
        factor: format.number(step.factor, 4),
        result: money(step.result),
      });
    case 'ROW':
      return say('ROW', { outcome: outcomeOf(step.row), result: money(step.result) });
    case 'SUM':
      return say(`SUM_${step.of}`, { count: step.count, result: money(step.result) });
    case 'DIVIDED':
      return say('DIVIDED', {
        value: money(step.value),
        investment: money(step.investment),
        result: format.value(step.result, 'RATIO'),
      });
    case 'LESS':
      return say('LESS', {
        value: money(step.value),
        investment: money(step.investment),
        result: money(step.result),
      });
    case 'COVERED':
      return say('COVERED', {
        year: step.year,
        impact: money(step.impact),
        open: money(step.open),
        result: format.number(step.result, 1),
      });
    case 'NEVER':
      return say('NEVER', { value: money(step.value), investment: money(step.investment) });
  }
}
