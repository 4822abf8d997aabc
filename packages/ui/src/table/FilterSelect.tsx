import { MultiSelect } from '@mantine/core';
import { useIntl } from 'react-intl';
import classes from './ListBar.module.css';

interface Props {
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly value: readonly string[];
  readonly onChange: (value: readonly string[]) => void;
}

/** Keeps the rows that are one of what is chosen. */
export function FilterSelect({ label, options, value, onChange }: Props) {
  const intl = useIntl();
  return (
    <MultiSelect
      className={classes.filter ?? ''}
      aria-label={label}
      placeholder={value.length === 0 ? label : ''}
      data={[...options]}
      value={[...value]}
      onChange={onChange}
      searchable={options.length > 8}
      clearable
      clearButtonProps={{ 'aria-label': intl.formatMessage({ id: 'table.clearFilter' }, { filter: label }) }}
      nothingFoundMessage={intl.formatMessage({ id: 'palette.nothing' })}
    />
  );
}
