import { isRateOfFew } from '@tandem/ui/counted';
import { useFormat } from '@tandem/ui/format';
import { boundsWords, spreadWords } from '@tandem/ui/sureness';
import { FormattedMessage, useIntl } from 'react-intl';
import { shownFigure } from './published.ts';
import type { Publication } from './publication.queries.ts';
import classes from './Public.module.css';

interface Props {
  readonly publication: Pick<Publication, 'figures'>;
}

/** "71 % found work, an internship or a training within 12 months; 49 % a stable job." Each part where its figure is shown, of few as a count. */
export function HeadlineSentence({ publication }: Props) {
  const format = useFormat();
  const known = (metric: string) => {
    const figure = shownFigure(publication, metric);
    return figure && <strong>{format.value(figure.value, figure.unit)}</strong>;
  };
  const share = (metric: string, id: string) => {
    const figure = shownFigure(publication, metric);
    if (figure === undefined) return undefined;
    const { numerator, denominator, parameters } = figure;
    return (
      <FormattedMessage
        id={`public.sentence.${id}${isRateOfFew(figure) ? '.few' : ''}`}
        values={{
          rate: known(metric),
          count: <strong>{format.number(numerator)}</strong>,
          total: format.number(denominator ?? 0),
          months: parameters?.windowMonths,
        }}
      />
    );
  };
  const [cost, net, gross] = ['COST_PER_DUO', 'SROI_NET', 'SROI_GROSS'].map(known);
  return (
    <>
      <p className={classes.sentence}>
        {share('POSITIVE_EXIT_RATE', 'exits')} {share('STABLE_EMPLOYMENT_RATE', 'stable')}{' '}
        {share('MENTOR_LOYALTY_RATE', 'loyal')}{' '}
        {cost && <FormattedMessage id="public.sentence.cost" values={{ amount: cost }} />}{' '}
        {net && gross && <FormattedMessage id="public.sentence.return" values={{ net, gross }} />}
      </p>
      <HowSure publication={publication} />
    </>
  );
}

const HEADED = ['POSITIVE_EXIT_RATE', 'STABLE_EMPLOYMENT_RATE', 'SROI_NET'] as const;

/** Within what the figures of the sentence lie: what is not known of young people, and how far the numbers of the value map could be off; nothing of what is told as a count. */
function HowSure({ publication }: Props) {
  const intl = useIntl();
  const lines = HEADED.flatMap((metric) => {
    const figure = shownFigure(publication, metric);
    if (figure === undefined || isRateOfFew(figure)) return [];
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
