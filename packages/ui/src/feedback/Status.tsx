import type { ReactNode } from 'react';
import classes from './Status.module.css';

export type Tone = 'neutral' | 'good' | 'warn' | 'bad' | 'info';

/** A state in a word; the colour only repeats it. */
export function Status({
  tone = 'neutral',
  children,
}: {
  readonly tone?: Tone;
  readonly children: ReactNode;
}) {
  return (
    <span className={classes.status} data-tone={tone}>
      {children}
    </span>
  );
}
