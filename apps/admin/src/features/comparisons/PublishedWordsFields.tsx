import { Fieldset, Stack, Text } from '@mantine/core';
import { LongTextField, TextField } from '@tandem/ui/fields';
import { LANGUAGE_OPTIONS } from '@tandem/ui/locale';
import { useIntl } from 'react-intl';

const SUFFIX = { fr: 'Fr', nl: 'Nl', en: 'En' } as const;

/** What a published rate is called, where it is from and about whom it is, in each language that somebody writes it in. */
export function PublishedWordsFields() {
  const intl = useIntl();
  const about = [
    'published.labelAbout',
    'published.regionAbout',
    'published.populationAbout',
    'published.sourceAbout',
  ]
    .map((id) => intl.formatMessage({ id }))
    .join(' ');
  return (
    <Stack>
      <Text size="sm" c="dimmed">
        {about}
      </Text>
      {LANGUAGE_OPTIONS.map(({ value, label }) => (
        <Fieldset key={value} legend={label}>
          <Stack gap="xs">
            <TextField name={`label${SUFFIX[value]}`} />
            <TextField name={`region${SUFFIX[value]}`} />
            <LongTextField name={`population${SUFFIX[value]}`} rows={3} />
            <LongTextField name={`source${SUFFIX[value]}`} rows={2} />
          </Stack>
        </Fieldset>
      ))}
    </Stack>
  );
}
