import { useDebouncedCallback } from '@mantine/hooks';
import { Checkbox, NativeSelect, Radio, Select, Stack, Switch, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Controller, useFormContext } from 'react-hook-form';
import { useIntl } from 'react-intl';
import { DecimalInput } from './DecimalInput.tsx';
import { useFieldError } from './DomainForm.tsx';

interface FieldProps {
  /** Its name in the schema; its label stands under `field.<name>` unless given. */
  readonly name: string;
  readonly label?: string;
  readonly description?: string | undefined;
  readonly required?: boolean;
}

function useLabelling({ name, label, description, required }: FieldProps) {
  const intl = useIntl();
  const said = label ?? intl.formatMessage({ id: `field.${name}` });
  return {
    label: said,
    error: useFieldError(name, said),
    ...(description !== undefined && { description }),
    ...(required && { withAsterisk: true, 'aria-required': true }),
  };
}

export function TextField(
  props: FieldProps & { readonly type?: 'text' | 'email'; readonly autoComplete?: string },
) {
  const { register } = useFormContext();
  return (
    <TextInput
      {...register(props.name)}
      type={props.type ?? 'text'}
      autoComplete={props.autoComplete ?? 'off'}
      {...useLabelling(props)}
    />
  );
}

export function LongTextField(props: FieldProps & { readonly rows?: number }) {
  const { register } = useFormContext();
  return <Textarea {...register(props.name)} autosize minRows={props.rows ?? 3} {...useLabelling(props)} />;
}

/** A calendar day with the browser's own picker, which every phone and every screen reader knows. */
export function DayField(props: FieldProps & { readonly max?: string; readonly min?: string }) {
  const { register } = useFormContext();
  return (
    <TextInput
      {...register(props.name)}
      type="date"
      max={props.max}
      min={props.min}
      {...useLabelling(props)}
    />
  );
}

interface NumberFieldProps extends FieldProps {
  readonly suffix?: string;
}

export function NumberField(props: NumberFieldProps) {
  const { control } = useFormContext();
  const labelling = useLabelling(props);
  return (
    <Controller
      name={props.name}
      control={control}
      render={({ field: { value, ...field } }) => (
        <DecimalInput
          {...field}
          {...labelling}
          // A text that is no number stays in the form, whose schema refuses it: an optional number is not taken for none.
          value={typeof value === 'number' || typeof value === 'string' ? value : null}
          {...(props.suffix !== undefined && { suffix: ` ${props.suffix}` })}
        />
      )}
    />
  );
}

interface Option {
  readonly value: string;
  readonly label: string;
}

/** One of many; with `empty`, none as well. */
export function ChoiceField(
  props: FieldProps & { readonly options: readonly Option[]; readonly empty?: string },
) {
  const { control } = useFormContext();
  const labelling = useLabelling(props);
  return (
    <Controller
      name={props.name}
      control={control}
      render={({ field: { value, onChange, ...field } }) => (
        <NativeSelect
          {...field}
          {...labelling}
          value={value ?? ''}
          onChange={(event) => onChange(event.currentTarget.value === '' ? null : event.currentTarget.value)}
          data={[...(props.empty === undefined ? [] : [{ value: '', label: props.empty }]), ...props.options]}
        />
      )}
    />
  );
}

/** One of a few, all seen at once. */
export function FewField(props: FieldProps & { readonly options: readonly Option[] }) {
  const { control } = useFormContext();
  const labelling = useLabelling(props);
  return (
    <Controller
      name={props.name}
      control={control}
      render={({ field: { name, value, onChange, onBlur } }) => (
        <Radio.Group
          name={name}
          onBlur={onBlur}
          {...labelling}
          // Not of a group of radios: its asterisk says it.
          aria-required={undefined}
          value={value ?? null}
          onChange={onChange}
        >
          <Stack gap={6} mt={6}>
            {props.options.map((option) => (
              <Radio key={option.value} value={option.value} label={option.label} />
            ))}
          </Stack>
        </Radio.Group>
      )}
    />
  );
}

/** Some of a list, all seen at once. */
export function ManyField(props: FieldProps & { readonly options: readonly Option[] }) {
  const { control } = useFormContext();
  const labelling = useLabelling(props);
  return (
    <Controller
      name={props.name}
      control={control}
      render={({ field: { value, onChange, onBlur } }) => (
        <Checkbox.Group
          {...labelling}
          // Not of a group of checkboxes: its asterisk says it.
          aria-required={undefined}
          onBlur={onBlur}
          value={Array.isArray(value) ? value : []}
          onChange={onChange}
        >
          <Stack gap={6} mt={6}>
            {props.options.map((option) => (
              <Checkbox key={option.value} value={option.value} label={option.label} />
            ))}
          </Stack>
        </Checkbox.Group>
      )}
    />
  );
}

/** Yes or no. */
export function SwitchField(props: FieldProps) {
  const { control } = useFormContext();
  const labelling = useLabelling(props);
  return (
    <Controller
      name={props.name}
      control={control}
      render={({ field: { value, onChange, ...field } }) => (
        <Switch
          {...field}
          {...labelling}
          checked={value === true}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
      )}
    />
  );
}

interface SearchFieldProps extends FieldProps {
  readonly options: readonly Option[];
  /** Asks for the options that what is typed finds, once the typing rests. */
  readonly onSearch: (text: string) => void;
}

/** How long the typing rests before it is searched for. */
const REST_MILLISECONDS = 250;

/** One of many, found by what is typed of it. */
export function SearchField({ onSearch, ...props }: SearchFieldProps) {
  const intl = useIntl();
  const { control } = useFormContext();
  const labelling = useLabelling(props);
  const search = useDebouncedCallback(onSearch, REST_MILLISECONDS);
  // What is chosen stays to be seen, whatever is searched for next.
  const [chosen, setChosen] = useState<Option>();
  const options =
    chosen === undefined || props.options.some(({ value }) => value === chosen.value)
      ? props.options
      : [chosen, ...props.options];
  return (
    <Controller
      name={props.name}
      control={control}
      render={({ field: { value, onChange, ...field } }) => (
        <Select
          {...field}
          {...labelling}
          value={typeof value === 'string' ? value : null}
          data={[...options]}
          onChange={(picked, option) => {
            setChosen(option ?? undefined);
            onChange(picked);
          }}
          searchable
          onSearchChange={(text) => search(text === chosen?.label ? '' : text)}
          // They are found by the server, which reads names without accents and in any order.
          filter={({ options: found }) => found}
          nothingFoundMessage={intl.formatMessage({ id: 'palette.nothing' })}
        />
      )}
    />
  );
}
