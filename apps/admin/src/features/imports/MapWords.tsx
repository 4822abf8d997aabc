import { NativeSelect } from '@mantine/core';
import { FormattedMessage, useIntl } from 'react-intl';
import type { ImportsQuery } from '../../gql/graphql.ts';
import type { FileReport, MappedWord } from './import-request.ts';
import classes from './Imports.module.css';

interface Props {
  readonly file: FileReport;
  readonly fields: ImportsQuery['importKinds'][number]['fields'];
  readonly branches: readonly string[];
  readonly words: readonly MappedWord[];
  readonly onWords: (words: readonly MappedWord[]) => void;
}

/** Says by hand which of a closed list, or which branch, is meant by a word of the cells that is not recognised. */
export function MapWords({ file, fields, branches, words, onWords }: Props) {
  const intl = useIntl();
  const isSame = (one: Omit<MappedWord, 'means'>) => (other: Omit<MappedWord, 'means'>) =>
    one.field === other.field && one.word === other.word;
  const others = words.filter((word) => !file.unknownWords.some(isSame(word)));
  const offered = [...file.unknownWords, ...others].flatMap(({ field: name, word }) => {
    const field = fields.find((candidate) => candidate.name === name);
    return field === undefined ? [] : [{ field, word }];
  });
  if (offered.length === 0) return null;
  const mean = (field: string, word: string, means: string) => {
    const rest = words.filter((other) => !isSame({ field, word })(other));
    onWords(means === '' ? rest : [...rest, { field, word, means }]);
  };
  return (
    <fieldset className={classes.words}>
      <legend>
        <FormattedMessage id="imports.words" />
      </legend>
      <div className={classes.fields}>
        {offered.map(({ field: { name, label, choices }, word }) => (
          <NativeSelect
            key={`${name}-${word}`}
            label={intl.formatMessage({ id: 'imports.wordOf' }, { word, column: label })}
            value={words.find(isSame({ field: name, word }))?.means ?? ''}
            data={[
              { value: '', label: intl.formatMessage({ id: 'imports.wordAsIs' }) },
              ...choices.map((choice) => ({ value: choice.code, label: choice.label })),
              ...(name === 'branch' ? branches : []),
            ]}
            onChange={(event) => mean(name, word, event.currentTarget.value)}
          />
        ))}
      </div>
    </fieldset>
  );
}
