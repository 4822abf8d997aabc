import { TextInput, type TextInputProps } from '@mantine/core';
import { readNumber, type DecimalSign } from '@tandem/domain/number-text';
import { useState, type Ref } from 'react';
import { useIntl } from 'react-intl';
import { useDecimalSign } from './decimal-sign.ts';

interface Props extends Omit<TextInputProps, 'value' | 'onChange' | 'defaultValue'> {
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
  /** What stands after the number, with its space. */
  readonly suffix?: string;
  /** Where what lies outside is brought to when the field is left. */
  readonly least?: number;
  readonly most?: number;
  /** Whether thousands are grouped: of amounts, not of years. */
  readonly grouped?: boolean;
  readonly ref?: Ref<HTMLInputElement>;
}

/**
 * A number as the reader writes it: "1.234,50", "1 234,50" and "1234,5" are one. Where it could be read in two ways, the reader's
 * language says in which. What is half typed ("2,") stays as it is; once the field is left, the number stands as it was understood.
 */
export function DecimalInput({
  value,
  onChange,
  onBlur,
  suffix = '',
  least = -Infinity,
  most = Infinity,
  grouped = false,
  ...rest
}: Props) {
  const intl = useIntl();
  const sign = useDecimalSign();
  // Whoever types beside the suffix goes on with the number.
  const read = (text: string) => numberOf(text.replace(suffix.trim(), ''), sign);
  /** Undefined while nothing is typed: then the value is written out. */
  const [typed, setTyped] = useState<string>();
  const [seen, setSeen] = useState(value);
  if (value !== seen) {
    // Changed by what was typed, or from outside: then it is shown.
    setSeen(value);
    if (typed !== undefined && read(typed) !== value) setTyped(undefined);
  }
  const bare =
    value === null
      ? ''
      : intl.formatNumber(value, { maximumFractionDigits: 8, useGrouping: grouped ? 'always' : false });
  return (
    <TextInput
      {...rest}
      inputMode="decimal"
      autoComplete="off"
      value={typed ?? (bare === '' ? '' : `${bare}${suffix}`)}
      onChange={(event) => {
        const text = event.currentTarget.value;
        setTyped(text);
        onChange(read(text));
      }}
      onBlur={(event) => {
        const inBounds = value === null ? null : Math.min(most, Math.max(least, value));
        if (inBounds !== value) onChange(inBounds);
        // What is no number is left standing, so that it is seen what was typed; what its owner did not take is not.
        if (typed !== undefined && (typed.trim() === '' || read(typed) !== null || value !== null))
          setTyped(undefined);
        onBlur?.(event);
      }}
    />
  );
}

function numberOf(text: string, sign: DecimalSign): number | null {
  const read = readNumber(text, sign);
  if (read.kind === 'NUMBER') return read.value;
  // "2," on its way to "2,5" is 2 so far.
  const soFar = /[.,]$/.test(text.trim()) ? readNumber(text.trim().slice(0, -1), sign) : read;
  return soFar.kind === 'NUMBER' ? soFar.value : null;
}
