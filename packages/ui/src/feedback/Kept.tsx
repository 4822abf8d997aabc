import type { ReactNode } from 'react';
import classes from './States.module.css';

interface Props {
  /** Whether the next answer is on its way. */
  readonly pending: boolean;
  readonly children: ReactNode;
}

/** What was answered last, paler while the next answer is on its way. */
export function Kept({ pending, children }: Props) {
  return (
    <div className={classes.kept} aria-busy={pending}>
      {children}
    </div>
  );
}
