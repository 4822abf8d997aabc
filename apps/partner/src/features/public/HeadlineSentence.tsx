import { useFormat } from '@tandem/ui/format';
import { boundsWords, spreadWords } from '@tandem/ui/sureness';
import { FormattedMessage, useIntl } from 'react-intl';
import { shownFigure } from './published.ts';
import type { Publication } from './publication.queries.ts';
import classes from './Public.module.css';

/** "71 % found work, an internship or a training within 12 months; 49 % a stable job." Each part where its figure is shown. */
export function HeadlineSentence({ publication }: { readonly publication: Publication }) {
  const format = useFormat();
  const known = (metric: string) => {
    const figure = shownFigure(publication, metric);
    return figure && <strong>{format.value(figure.value, figure.unit)}</strong>;
  };
  const exits = shownFigure(publication, 'POSITIVE_EXIT_RATE');
  const months = exits?.parameters?.windowMonths;
  const [stable, loyal, cost] = ['STABLE_EMPLOYMENT_RATE', 'MENTOR_LOYALTY_RATE', 'COST_PER_DUO'].map(known);
  const [net, gross] = [known('SROI_NET'), known('SROI_GROSS')];
  return (
    <>
      <p className={classes.sentence}>
        {exits && (
          <FormattedMessage
            id="public.sentence.exits"
            values={{ rate: known('POSITIVE_EXIT_RATE'), months }}
          />
        )}{' '}
        {stable && <FormattedMessage id="public.sentence.stable" values={{ rate: stable }} />}{' '}
        {loyal && <FormattedMessage id="public.sentence.loyal" values={{ rate: loyal }} />}{' '}
        {cost && <FormattedMessage id="public.sentence.cost" values={{ amount: cost }} />}{' '}
        {net && gross && <FormattedMessage id="public.sentence.return" values={{ net, gross }} />}
      </p>
      <HowSure publication={publication} />
    </>
  );
}

const HEADED = ['POSITIVE_EXIT_RATE', 'STABLE_EMPLOYMENT_RATE', 'SROI_NET'] as const;

/** Within what the figures of the sentence lie: what is not known of young people, and how far the numbers of the value map could be off. */
function HowSure({ publication }: { readonly publication: Publication }) {
  const intl = useIntl();
  const lines = HEADED.flatMap((metric) => {
    const figure = shownFigure(publication, metric);
    if (figure === undefined) return [];
    const { definition, bounds, unknown, spread } = figure;
    const words =
      bounds && unknown != null
        ? boundsWords({ ...figure, bounds }, intl)
        : spread && spreadWords(spread, intl);
    return words ? [{ metric, name: definition.name, words }] : [];
  });
  if (lines.length === 0) return null;
  return (
    <ul className={classes.sure}>
      {lines.map(({ metric, name, words }) => (
        <li key={metric}>
          <FormattedMessage id="public.sure" values={{ name, words }} />
        </li>
      ))}
    </ul>
  );
}
