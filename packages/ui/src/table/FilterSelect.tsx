import { MultiSelect } from '@mantine/core';
import { useIntl } from 'react-intl';
import classes from './ListBar.module.css';

interface Props<Value extends string> {
  readonly label: string;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly value: readonly Value[] | undefined;
  /** Undefined where nothing is chosen: the filter is then not there. */
  readonly onChange: (value: Value[] | undefined) => void;
}

/** Keeps the rows that are one of what is chosen. */
export function FilterSelect<Value extends string>({ label, options, value, onChange }: Props<Value>) {
  const intl = useIntl();
  const choose = (chosen: readonly string[]) => {
    const values = options.flatMap((option) => (chosen.includes(option.value) ? [option.value] : []));
    onChange(values.length === 0 ? undefined : values);
  };
  return (
    <MultiSelect
      className={classes.filter ?? ''}
      aria-label={label}
      placeholder={value === undefined ? label : ''}
      data={[...options]}
      value={[...(value ?? [])]}
      onChange={choose}
      searchable={options.length > 8}
      clearable
      clearButtonProps={{ 'aria-label': intl.formatMessage({ id: 'table.clearFilter' }, { filter: label }) }}
      nothingFoundMessage={intl.formatMessage({ id: 'palette.nothing' })}
    />
  );
}
