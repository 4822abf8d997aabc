import type { ReactNode } from 'react';
import classes from './States.module.css';

/** Nothing is here: why, and what to do next. */
export function EmptyState({ title, children }: { readonly title: string; readonly children?: ReactNode }) {
  return (
    <div className={classes.state}>
      <strong>{title}</strong>
      {children}
    </div>
  );
}
