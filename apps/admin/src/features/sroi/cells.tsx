import { DecimalInput } from '@tandem/ui/DecimalInput';

interface Props {
  readonly label: string;
  readonly value: number;
  readonly editable: boolean;
  readonly onChange: (value: number) => void;
}

/** An amount from 0 up. */
export function AmountCell({
  label,
  value,
  editable,
  onChange,
  suffix = '',
}: Props & { readonly suffix?: string }) {
  return (
    <Cell label={label} value={value} editable={editable} onChange={onChange} suffix={suffix} step={1} />
  );
}

/** A rate of 0 to 1, shown in per cent. */
export function RateCell({ label, value, editable, onChange }: Props) {
  return (
    <Cell
      label={label}
      value={Number((100 * value).toFixed(2))}
      editable={editable}
      onChange={(percent) => onChange(percent / 100)}
      suffix=" %"
      max={100}
      step={1}
    />
  );
}

/** A whole number from 1 up. */
export function WholeCell({ label, value, editable, onChange, max }: Props & { readonly max: number }) {
  return (
    <Cell
      label={label}
      value={value}
      editable={editable}
      onChange={onChange}
      suffix=""
      min={1}
      max={max}
      step={1}
      whole
    />
  );
}

interface CellProps extends Props {
  readonly suffix: string;
  readonly step: number;
  readonly min?: number;
  readonly max?: number;
  readonly whole?: boolean;
}

function Cell({ label, value, editable, onChange, suffix, step, min = 0, max, whole = false }: CellProps) {
  return (
    <DecimalInput
      aria-label={label}
      value={value}
      // An emptied cell keeps its last number, and shows it again when it is left.
      onChange={(next) => next !== null && onChange(next)}
      readOnly={!editable}
      variant={editable ? 'default' : 'unstyled'}
      size="xs"
      min={min}
      {...(max !== undefined && { max })}
      step={step}
      suffix={suffix}
      allowDecimal={!whole}
      allowNegative={false}
      clampBehavior="strict"
    />
  );
}
