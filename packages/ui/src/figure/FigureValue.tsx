import { useIntl } from 'react-intl';
import { useFormat, type Unit } from '../i18n/format.ts';
import { isOutOfFew, ofManyWords } from './counted.ts';
import classes from './FigureValue.module.css';

interface Props {
  readonly value: number;
  readonly unit: Unit;
  readonly denominator?: number | null | undefined;
}

/** A figure's value; out of few it has of how many beside it and a dashed line below, as charts draw it with a dashed outline. */
export function FigureValue({ value, unit, denominator }: Props) {
  const intl = useIntl();
  const written = useFormat().value(value, unit);
  if (denominator == null || !isOutOfFew({ unit, denominator })) return written;
  return (
    <span className={classes.few}>
      {written} <span className={classes.ofMany}>{ofManyWords(denominator, intl)}</span>
    </span>
  );
}
