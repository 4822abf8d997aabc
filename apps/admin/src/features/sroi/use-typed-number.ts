import { useState } from 'react';
import type { NotTaken } from './grid.ts';

/** What was typed and not taken over, beside the number that stood then. */
interface Refused {
  readonly beside: number;
  readonly because: NotTaken;
}

interface Typing {
  /** Why the last that was typed is not taken over. */
  readonly refused: NotTaken | undefined;
  /** Those of a DecimalInput. */
  readonly onFocus: () => void;
  readonly onBlur: () => void;
  readonly onChange: (typed: number | string | null) => void;
}

/**
 * A number that is taken over as it is typed, or told why not (`take` says so). Where it ends with one that is refused, neither is
 * what was typed on the way to it: "14" of "140".
 */
export function useTypedNumber(value: number, take: (typed: number) => NotTaken | undefined): Typing {
  const [refused, setRefused] = useState<Refused>();
  /** The number when the field was entered. */
  const [stood, setStood] = useState(value);
  const refuse = (because: NotTaken | undefined) => setRefused(because && { beside: value, because });
  const stands = refused?.beside === value ? refused : undefined;
  return {
    refused: stands?.because,
    onFocus: () => setStood(value),
    onBlur: () => {
      if (stands === undefined || stood === value || take(stood) !== undefined) return;
      setRefused({ ...stands, beside: stood });
    },
    onChange: (typed) => {
      if (typeof typed === 'string') refuse({ why: 'NO_NUMBER' });
      // A field that is emptied keeps its last number, and shows it again when it is left.
      else refuse(typed === null ? undefined : take(typed));
    },
  };
}
