import { TextInput, type TextInputProps } from '@mantine/core';
import { readNumber, type DecimalSign } from '@tandem/domain/number-text';
import { useState, type Ref } from 'react';
import { useIntl } from 'react-intl';
import { useDecimalSign } from './decimal-sign.ts';

interface Props extends Omit<TextInputProps, 'value' | 'onChange' | 'defaultValue'> {
  /** A text is one that could not be read: it is shown as it was typed. */
  readonly value: number | string | null;
  /** Told of the number, of null for what was emptied, and of the text itself where it cannot be read: it is not nothing. */
  readonly onChange: (value: number | string | null) => void;
  /** What stands after the number, with its space. */
  readonly suffix?: string;
  /** Whether thousands are grouped: of amounts, not of years. */
  readonly grouped?: boolean;
  readonly ref?: Ref<HTMLInputElement>;
}

/**
 * A number as the reader writes it: "1.234,50", "1 234,50" and "1234,5" are one. Where it could be read in two ways, the reader's
 * language says in which. What is half typed ("2,") stays as it is; once the field is left, the number stands as it was understood.
 */
export function DecimalInput({ value, onChange, onBlur, suffix = '', grouped = false, ...rest }: Props) {
  const intl = useIntl();
  const sign = useDecimalSign();
  const read = (text: string) => readTyped(text, sign, suffix);
  /** Undefined while nothing is typed: then the value is written out. */
  const [typed, setTyped] = useState<string>();
  const [seen, setSeen] = useState(value);
  if (value !== seen) {
    // Changed by what was typed, or from outside: then it is shown.
    setSeen(value);
    if (typed !== undefined && read(typed) !== value) setTyped(undefined);
  }
  const written =
    typeof value === 'number'
      ? `${intl.formatNumber(value, { maximumFractionDigits: 8, useGrouping: grouped ? 'always' : false })}${suffix}`
      : (value ?? '');
  return (
    <TextInput
      {...rest}
      inputMode="decimal"
      autoComplete="off"
      value={typed ?? written}
      onChange={(event) => {
        const text = event.currentTarget.value;
        setTyped(text);
        onChange(read(text));
      }}
      onBlur={(event) => {
        // The value is written out: the number, the text that is none and that its owner took, or what its owner kept in its place.
        setTyped(undefined);
        onBlur?.(event);
      }}
    />
  );
}

/** The number, null of nothing, and the text itself where it is none: nothing and what cannot be read are not the same. */
export function readTyped(text: string, sign: DecimalSign, suffix = ''): number | string | null {
  // Whoever types beside the suffix goes on with the number.
  const bare = text.replace(suffix.trim(), '').trim();
  if (bare === '') return null;
  // "2," on its way to "2,5" is 2 so far.
  for (const candidate of [bare, bare.replace(/[.,]$/, '')]) {
    const read = readNumber(candidate, sign);
    if (read.kind === 'NUMBER') return read.value;
  }
  return text.trim();
}
