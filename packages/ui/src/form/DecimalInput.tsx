import { NumberInput, type NumberInputProps } from '@mantine/core';
import { useState, type Ref } from 'react';
import { useIntl } from 'react-intl';

interface Props extends Omit<NumberInputProps, 'value' | 'onChange' | 'defaultValue'> {
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
  readonly ref?: Ref<HTMLInputElement>;
}

/**
 * A number as the reader writes it: with the comma of Belgium or the point of England. What is half typed ("2,") stays
 * as it is, and counts as the number that it is so far.
 */
export function DecimalInput({ value, onChange, onBlur, ...rest }: Props) {
  const intl = useIntl();
  const decimal = intl.formatNumberToParts(0.5).find(({ type }) => type === 'decimal')?.value ?? '.';
  const [typed, setTyped] = useState<string | number>(value ?? '');
  const [seen, setSeen] = useState(value);
  if (value !== seen) {
    // Changed by what was typed, or from outside: then it is shown.
    setSeen(value);
    if (numberOf(typed) !== value) setTyped(value ?? '');
  }
  return (
    <NumberInput
      {...rest}
      value={typed}
      onChange={(next) => {
        setTyped(next);
        onChange(numberOf(next));
      }}
      onBlur={(event) => {
        // What its owner did not take is not left standing.
        if (numberOf(typed) !== value) setTyped(value ?? '');
        onBlur?.(event);
      }}
      decimalSeparator={decimal}
      allowedDecimalSeparators={['.', ',']}
      hideControls
    />
  );
}

function numberOf(typed: string | number): number | null {
  if (typeof typed === 'number') return typed;
  const number = Number(typed);
  return typed.trim() === '' || Number.isNaN(number) ? null : number;
}
