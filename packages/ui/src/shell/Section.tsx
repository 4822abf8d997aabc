import { useMediaQuery } from '@mantine/hooks';
import { IconChevronDown } from '@tabler/icons-react';
import { useId, useState, type ReactNode } from 'react';
import classes from './Page.module.css';

interface Props {
  /** What links lead to it by. */
  readonly id?: string;
  readonly title: string;
  readonly about?: ReactNode;
  readonly action?: ReactNode;
  /** On a phone it stays closed under its title until it is opened: what most come for stands above it. */
  readonly folds?: boolean;
  readonly children: ReactNode;
}

/** As wide as the tables of a phone, which become cards below it. */
const PHONE = '(max-width: 48em)';

/** A part of a page under a heading of its own. */
export function Section({ id: anchor, title, about, action, folds = false, children }: Props) {
  const id = useId();
  const phone = useMediaQuery(PHONE, undefined, { getInitialValueInEffect: false }) && folds;
  const [opened, setOpened] = useState(false);
  const open = opened || !phone;
  return (
    <section id={anchor} className={classes.section} data-folded={!open || undefined}>
      <header>
        <h2>
          {phone ? (
            <button
              type="button"
              className={classes.fold}
              aria-expanded={open}
              aria-controls={id}
              onClick={() => setOpened(!opened)}
            >
              {title}
              <IconChevronDown size={18} aria-hidden />
            </button>
          ) : (
            title
          )}
        </h2>
        {open && action}
      </header>
      {/* Stays where a heading that is folded says that it is. */}
      <div id={id}>
        {open && (
          <>
            {about !== undefined && <p className={classes.about}>{about}</p>}
            {children}
          </>
        )}
      </div>
    </section>
  );
}
