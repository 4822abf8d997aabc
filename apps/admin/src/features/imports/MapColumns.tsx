import { Alert, Button, Checkbox, Group, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useWords } from '@tandem/ui/words';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { refusalWords } from '@tandem/ui/refusal';
import type { ImportKind, ImportsQuery } from '../../gql/graphql.ts';
import type { ChosenMappings, ColumnMapping, FileReport } from './import-request.ts';
import { MapWords } from './MapWords.tsx';
import { useKeepMapping, type KeptMapping } from './use-keep-mapping.ts';
import classes from './Imports.module.css';

interface Props {
  readonly file: FileReport;
  readonly kinds: ImportsQuery['importKinds'];
  readonly kept: readonly KeptMapping[];
  readonly branches: readonly string[];
  readonly onMapping: (mapping: ChosenMappings[string]) => void;
  readonly onCancel: () => void;
}

/** Says by hand what a file is, which of its columns is what and what its words mean; under a name it is there for the next file. */
export function MapColumns({ file, kinds, kept, branches, onMapping, onCancel }: Props) {
  const intl = useIntl();
  const { word } = useWords();
  const [chosen, setChosen] = useState(file.kind ?? file.problem?.missing?.kind);
  const [mapping, setMapping] = useState<ColumnMapping>(
    file.kind === null && chosen !== undefined ? (file.recognised[chosen] ?? {}) : file.mapping,
  );
  const [mapped, setMapped] = useState(file.words);
  const [name, setName] = useState('');
  const [problem, setProblem] = useState<string>();
  const [replaces, setReplaces] = useState(false);
  const { keep, loading } = useKeepMapping();
  const former = kept.find((candidate) => candidate.name === name.trim());
  // A file may be of a kind that the reader may not take in.
  const { kind, fields } = kinds.find((candidate) => candidate.kind === chosen) ?? {
    kind: undefined,
    fields: [],
  };
  const missing = fields.filter(({ name: field, required }) => required && mapping[field] === undefined);
  const words = (id: string) => intl.formatMessage({ id });
  // Only what this file has columns for can be used again.
  const usable = kept.filter(({ columns }) => columns.every(({ header }) => file.headers.includes(header)));

  const assign = (field: string, header: string) => {
    const { [field]: _, ...others } = mapping;
    setMapping(header === '' ? others : { ...others, [field]: header });
  };
  const use = (id: string) => {
    const found = kept.find((candidate) => candidate.id === id);
    if (found === undefined) return;
    setChosen(found.kind);
    setMapped(found.words);
    setMapping(Object.fromEntries(found.columns.map(({ field, header }) => [field, header])));
  };
  const apply = async () => {
    if (kind === undefined) return;
    const ownWords = mapped
      .filter((word) => fields.some((field) => field.name === word.field))
      .map(({ field, word, means }) => ({ field, word, means }));
    if (name.trim() !== '') {
      const columns = Object.entries(mapping).map(([field, header]) => ({ field, header }));
      const refusal = await keep({ name, kind, columns, words: ownWords }, replaces ? former : undefined);
      if (refusal !== undefined) {
        setProblem(refusalWords(intl, refusal));
        return;
      }
    }
    onMapping({ kind, mapping, words: ownWords });
  };

  return (
    <Stack gap="sm" className={classes.mapping ?? ''}>
      {problem !== undefined && (
        <Alert color="red" role="alert">
          {problem}
        </Alert>
      )}
      <Group align="flex-end">
        <NativeSelect
          label={words('imports.kind')}
          value={kind ?? ''}
          data={[
            ...(kind === undefined ? [{ value: '', label: words('form.choose') }] : []),
            ...kinds.map((candidate) => ({
              value: candidate.kind,
              label: word('ImportKind', candidate.kind),
            })),
          ]}
          onChange={(event) => {
            const next = event.currentTarget.value as ImportKind;
            setChosen(next);
            setMapping(file.recognised[next] ?? {});
          }}
        />
        {usable.length > 0 && (
          <NativeSelect
            label={words('imports.kept')}
            defaultValue=""
            data={[
              { value: '', label: words('form.choose') },
              ...usable.map(({ id, name: label }) => ({ value: id, label })),
            ]}
            onChange={(event) => use(event.currentTarget.value)}
          />
        )}
      </Group>
      <div className={classes.fields}>
        {fields.map(({ name: field, label, required }) => (
          <NativeSelect
            key={`${kind}-${field}`}
            label={label}
            withAsterisk={required}
            value={mapping[field] ?? ''}
            data={[{ value: '', label: words('imports.noColumn') }, ...file.headers]}
            onChange={(event) => assign(field, event.currentTarget.value)}
          />
        ))}
      </div>
      <MapWords file={file} fields={fields} branches={branches} words={mapped} onWords={setMapped} />
      <TextInput
        label={words('imports.keepAs')}
        value={name}
        onChange={(event) => {
          setName(event.currentTarget.value);
          setReplaces(false);
        }}
        maw="24rem"
      />
      {former && (
        <Checkbox
          label={intl.formatMessage(
            { id: 'imports.replace' },
            { name: former.name, kind: word('ImportKind', former.kind) },
          )}
          checked={replaces}
          onChange={(event) => setReplaces(event.currentTarget.checked)}
        />
      )}
      <Group gap="xs">
        <Button
          disabled={kind === undefined || missing.length > 0}
          loading={loading}
          onClick={() => void apply()}
        >
          <FormattedMessage id="imports.checkAgain" />
        </Button>
        <Button variant="default" onClick={onCancel}>
          <FormattedMessage id="action.cancel" />
        </Button>
        {kind === undefined && (
          <small>
            <FormattedMessage id="imports.kindFirst" />
          </small>
        )}
        {missing.length > 0 && (
          <small>
            <FormattedMessage
              id="imports.missing"
              values={{ columns: intl.formatList(missing.map(({ label }) => label)) }}
            />
          </small>
        )}
      </Group>
    </Stack>
  );
}
