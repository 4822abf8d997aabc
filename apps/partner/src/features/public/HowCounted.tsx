import { DefinitionFacts } from '@tandem/ui/DefinitionFacts';
import { Section } from '@tandem/ui/Section';
import { FormattedMessage, useIntl } from 'react-intl';
import type { Publication } from './publication.queries.ts';
import classes from './Public.module.css';

/** How figures are protected, and what each of them counts. Each has an address. */
export function HowCounted({ publication }: { readonly publication: Publication }) {
  const intl = useIntl();
  return (
    <>
      <Section title={intl.formatMessage({ id: 'public.protection' })}>
        {['interval', 'bounds', 'withheld', 'earlier'].map((part) => (
          <p key={part} className={classes.words}>
            <FormattedMessage id={`public.protection.${part}`} />
          </p>
        ))}
      </Section>
      <Section
        title={intl.formatMessage({ id: 'public.definitions' })}
        about={intl.formatMessage({ id: 'public.definitionsAbout' })}
      >
        {publication.figures.map(({ result }) => (
          <details key={result.definition.id} className={classes.definition}>
            <summary>
              <strong>{result.definition.name}</strong>
            </summary>
            {/* Within: a browser that is led here opens what is around it. */}
            <p id={result.definition.id}>{result.definition.says}</p>
            <DefinitionFacts results={[result]} />
          </details>
        ))}
      </Section>
    </>
  );
}
