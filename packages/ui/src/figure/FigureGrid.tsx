import type { ReactNode } from 'react';
import classes from './FigureTile.module.css';

/** Figures beside each other. */
export function FigureGrid({ children }: { readonly children: ReactNode }) {
  return <div className={classes.grid}>{children}</div>;
}
