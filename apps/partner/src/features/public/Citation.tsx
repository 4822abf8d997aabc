import { CopyAction } from '@tandem/ui/CopyAction';
import { useFormat } from '@tandem/ui/format';
import { Section } from '@tandem/ui/Section';
import { useIntl } from 'react-intl';
import type { Publication } from './publication.queries.ts';
import classes from './Public.module.css';

/** The line with which the page is cited. */
export function Citation({ publication }: { readonly publication: Publication }) {
  const intl = useIntl();
  const format = useFormat();
  const line = intl.formatMessage(
    { id: 'public.citation' },
    { day: format.day(publication.asOf), address: `${globalThis.location.origin}/impact` },
  );
  return (
    <Section title={intl.formatMessage({ id: 'public.cite' })} action={<CopyAction value={line} />}>
      <p className={classes.words}>{line}</p>
    </Section>
  );
}
