import { Button, Group, NativeSelect, NumberInput } from '@mantine/core';
import { DISCOUNT_CONVENTIONS } from '@tandem/domain/vocabulary';
import { GREEN_BOOK } from '@tandem/metrics/sroi/discounting';
import { DecimalInput } from '@tandem/ui/DecimalInput';
import { useFormat } from '@tandem/ui/format';
import { useWords } from '@tandem/ui/words';
import { FormattedMessage, useIntl } from 'react-intl';
import type { Version } from './sroi.queries.ts';
import { useNotTakenWords } from './use-not-taken-words.ts';
import { useTypedNumber } from './use-typed-number.ts';
import classes from './Sroi.module.css';

interface Props {
  readonly version: Version;
  readonly onChange: (version: Version) => void;
}

/** Over how many years, and by how much later ones count less; and how the draws are made. */
export function Frame({ version, onChange }: Props) {
  const intl = useIntl();
  const format = useFormat();
  const { options, word } = useWords();
  const words = (id: string) => intl.formatMessage({ id });
  const steps = version.discountSchedule;
  const setSteps = (discountSchedule: readonly { fromYear: number; rate: number }[]) =>
    onChange({
      ...version,
      discountSchedule: discountSchedule.map((step) => ({ __typename: 'DiscountStep', ...step })),
    });
  if (!version.viewerCanEdit)
    return (
      <p className={classes.quiet}>
        <FormattedMessage
          id="sroi.frame"
          values={{
            years: version.horizonYears,
            rates: steps
              .map(({ fromYear, rate }) =>
                intl.formatMessage(
                  { id: 'sroi.rateFrom' },
                  { rate: format.percent(rate, 1), year: fromYear },
                ),
              )
              .join(', '),
            convention: word('DiscountConvention', version.discountConvention),
            draws: format.number(version.draws),
            seed: version.seed,
          }}
        />
      </p>
    );
  const whole = (name: 'horizonYears' | 'seed' | 'draws', most: number, least: number) => (
    <NumberInput
      label={words(`field.${name}`)}
      value={version[name]}
      onChange={(value) =>
        typeof value === 'number' &&
        value >= least &&
        value <= most &&
        onChange({ ...version, [name]: value })
      }
      allowDecimal={false}
      allowNegative={false}
      thousandSeparator=" "
      hideControls
      size="xs"
    />
  );
  return (
    <div className={classes.frame}>
      {whole('horizonYears', 60, 1)}
      <NativeSelect
        label={words('field.discountConvention')}
        size="xs"
        value={version.discountConvention}
        data={options('DiscountConvention', DISCOUNT_CONVENTIONS)}
        onChange={(event) =>
          onChange({
            ...version,
            discountConvention: event.currentTarget.value as Version['discountConvention'],
          })
        }
      />
      {steps.map(({ fromYear, rate }, index) => (
        <RateField
          key={fromYear}
          fromYear={fromYear}
          rate={rate}
          onChange={(typed) =>
            setSteps(steps.map((step, at) => (at === index ? { fromYear, rate: typed } : step)))
          }
        />
      ))}
      {whole('draws', 1_000_000, 1000)}
      {whole('seed', 2_147_483_647, 0)}
      <Group gap="xs" className={classes.presets ?? ''}>
        {steps.length === 1 ? (
          <Button size="compact-xs" variant="subtle" onClick={() => setSteps(GREEN_BOOK)}>
            <FormattedMessage id="sroi.greenBook" />
          </Button>
        ) : (
          <Button
            size="compact-xs"
            variant="subtle"
            onClick={() => setSteps(steps.slice(0, 1).map(({ fromYear, rate }) => ({ fromYear, rate })))}
          >
            <FormattedMessage id="sroi.oneRate" />
          </Button>
        )}
      </Group>
    </div>
  );
}

/** The highest rate of discount that may be typed, in percent. */
const MOST_PERCENT = 50;

interface RateProps {
  /** The first year that it holds for. */
  readonly fromYear: number;
  readonly rate: number;
  readonly onChange: (rate: number) => void;
}

function RateField({ fromYear, rate, onChange }: RateProps) {
  const intl = useIntl();
  const notTaken = useNotTakenWords();
  const value = Number((100 * rate).toFixed(3));
  const { refused, ...typing } = useTypedNumber(value, (typed) => {
    if (typed < 0) return { why: 'TOO_SMALL', bound: 0 };
    if (typed > MOST_PERCENT) return { why: 'TOO_LARGE', bound: MOST_PERCENT };
    onChange(typed / 100);
    return undefined;
  });
  return (
    <DecimalInput
      {...typing}
      size="xs"
      label={intl.formatMessage({ id: 'sroi.rateFromLabel' }, { year: fromYear })}
      value={value}
      error={refused && intl.formatMessage({ id: 'sroi.typedNotTaken' }, { why: notTaken(refused, null) })}
      suffix=" %"
    />
  );
}
