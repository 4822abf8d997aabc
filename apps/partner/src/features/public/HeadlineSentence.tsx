import { useFormat } from '@tandem/ui/format';
import { FormattedMessage } from 'react-intl';
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
    <p className={classes.sentence}>
      {exits && (
        <FormattedMessage id="public.sentence.exits" values={{ rate: known('POSITIVE_EXIT_RATE'), months }} />
      )}{' '}
      {stable && <FormattedMessage id="public.sentence.stable" values={{ rate: stable }} />}{' '}
      {loyal && <FormattedMessage id="public.sentence.loyal" values={{ rate: loyal }} />}{' '}
      {cost && <FormattedMessage id="public.sentence.cost" values={{ amount: cost }} />}{' '}
      {net && gross && <FormattedMessage id="public.sentence.return" values={{ net, gross }} />}
    </p>
  );
}
