import { TextInput, type TextInputProps } from '@mantine/core';
import { useRef, useState } from 'react';

interface Props extends Omit<TextInputProps, 'value' | 'onChange' | 'type'> {
  /** A calendar day, or nothing. */
  readonly value: string;
  /** A day that was picked, or typed to the end; empty where it was cleared. */
  readonly onDay: (day: string) => void;
}

/** A calendar day that asks for something at once: while it is typed ("0002-01-01" on the way to 2016) it is not yet meant. */
export function DayInput({ value, onDay, ...rest }: Props) {
  const [typed, setTyped] = useState<string>();
  const byKeyboard = useRef(false);
  const commit = () => {
    if (typed !== undefined && typed !== value) onDay(typed);
    setTyped(undefined);
  };
  return (
    <TextInput
      {...rest}
      type="date"
      value={typed ?? value}
      onKeyDown={({ key }) => {
        byKeyboard.current = key !== 'Enter';
        if (key === 'Enter') commit();
      }}
      onPointerDown={() => {
        byKeyboard.current = false;
      }}
      onChange={({ currentTarget }) => {
        if (byKeyboard.current) setTyped(currentTarget.value);
        else onDay(currentTarget.value);
      }}
      onBlur={commit}
    />
  );
}
