import type { ReactNode } from 'react';
import classes from './FactList.module.css';

interface Props {
  /** Words and values, in order; those without a value are left out. */
  readonly facts: readonly (readonly [label: string, value: ReactNode])[];
}

/** What is known of somebody, at the head of their page. */
export function FactList({ facts }: Props) {
  return (
    <dl className={classes.facts}>
      {facts.map(([label, value]) =>
        value == null ? null : (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ),
      )}
    </dl>
  );
}
