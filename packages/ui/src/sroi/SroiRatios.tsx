import type { ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';
import { useFormat } from '../i18n/format.ts';
import classes from './Sroi.module.css';
import { SpreadWords } from './SpreadWords.tsx';
import type { Spread } from './steps.ts';

interface Props {
  /** Value for one euro, before and after all deductions; null where nothing was put in. */
  readonly gross: number | null;
  readonly net: number | null;
  /** What is saved, where something else is being typed. */
  readonly before?: { readonly gross: number | null; readonly net: number | null } | undefined;
  /** Undefined while it is being drawn, or where nothing is uncertain. */
  readonly spread: Spread | undefined;
  readonly explainGross?: ReactNode;
  readonly explainNet?: ReactNode;
}

/** Gross and net side by side, and between what the net ratio lies. */
export function SroiRatios({ gross, net, before, spread, explainGross, explainNet }: Props) {
  return (
    <div>
      <dl className={classes.ratios} aria-live="polite">
        <Ratio label="sroi.grossRatio" value={gross} before={before?.gross} about="sroi.grossAbout">
          {explainGross}
        </Ratio>
        <Ratio label="sroi.netRatio" value={net} before={before?.net} about="sroi.netAbout">
          {explainNet}
        </Ratio>
      </dl>
      {spread !== undefined && net !== null && (
        <p className={classes.interval}>
          <SpreadWords spread={spread} net={net} />
        </p>
      )}
    </div>
  );
}

interface RatioProps {
  readonly label: string;
  readonly value: number | null;
  readonly before: number | null | undefined;
  readonly about: string;
  readonly children: ReactNode;
}

function Ratio({ label, value, before, about, children }: RatioProps) {
  const format = useFormat();
  return (
    <div>
      <dt>
        <FormattedMessage id={label} /> {children}
      </dt>
      <dd>
        <span className={classes.ratio}>{value === null ? '–' : format.value(value, 'RATIO')}</span>
        <small>
          {before == null ? (
            <FormattedMessage id={about} />
          ) : (
            <FormattedMessage id="sroi.was" values={{ ratio: format.value(before, 'RATIO') }} />
          )}
        </small>
      </dd>
    </div>
  );
}
