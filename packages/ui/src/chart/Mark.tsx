import type { ReactNode } from 'react';

interface Props {
  /** What it says, whole: label, value, interval. */
  readonly label: string;
  readonly onSelect?: (() => void) | undefined;
  readonly children: ReactNode;
}

/**
 * A part of a drawing that says something: read by assistive technology, reached by arrow keys, and told to who points
 * at it (by ChartScreen, which finds marks by their attribute). In a file only its words remain.
 */
export function Mark({ label, onSelect, children }: Props) {
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-tabindex
    <g
      data-mark={onSelect === undefined ? 'read' : 'select'}
      role={onSelect === undefined ? 'img' : 'button'}
      aria-label={label}
      tabIndex={-1}
      onClick={onSelect}
    >
      {children}
    </g>
  );
}
