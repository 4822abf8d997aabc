import { useQuery } from '@apollo/client/react';
import { isRateOfFew } from '@tandem/ui/counted';
import { Explanation } from '@tandem/ui/Explanation';
import { ExplainWord } from '@tandem/ui/ExplainWord';
import type { FigureBounds } from '@tandem/ui/figure';
import { useFormat } from '@tandem/ui/format';
import { whyNone } from '@tandem/ui/why-none';
import type { ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { graphql } from '../../gql/gql.ts';
import { figureOf } from './figures.ts';
import type { Impact } from './impact.queries.ts';
import classes from './Impact.module.css';

interface Props {
  readonly impact: Pick<Impact, 'figures'>;
  /** What was granted, and what of it came in, in cents. */
  readonly money: { readonly granted: number; readonly received: number };
  /** The grant that the page is about; all where it is absent. */
  readonly grant: Impact['grant'];
}

/** Asked where the figure of it is not shown. */
const GRANT_DUOS = graphql(`
  query GrantDuos {
    grantTotals {
      duoCount
    }
  }
`);

/** How the words take a count that is not shown. */
const NOT_SHOWN = -1;

/** "Your €120 000 supported 148 duos. Of the 120 whose 12 months are over, 61 % found work, an internship or training in that time (52–69 %)." Of few it says how many, without a share or bounds. */
export function ImpactSentence({ impact, money: { granted, received }, grant }: Props) {
  const intl = useIntl();
  const format = useFormat();
  const exits = figureOf(impact, 'POSITIVE_EXIT_RATE');
  const duos = figureOf(impact, 'DUOS_STARTED');
  const known = exits?.__typename === 'Figure' && exits.interval ? exits : undefined;
  const isOfFew = known !== undefined && isRateOfFew(known);
  const toldDuos = duos?.__typename === 'Figure' ? duos.value : undefined;
  const { data } = useQuery(GRANT_DUOS, { skip: toldDuos !== undefined || grant != null });
  const paid = grant == null ? data?.grantTotals.duoCount : grant.counts ? grant.duoCount : 0;
  // Undefined until it is there, and where asking for it fails: then no number is said.
  const count = toldDuos ?? paid;
  const boundsOf = ({ worst, best, caution }: FigureBounds) => ({
    worst: format.value(worst, 'RATE'),
    best: format.value(best, 'RATE'),
    caution: caution ?? 'NONE',
  });
  const kind = known === undefined ? '.withheld' : isOfFew ? '.few' : '';
  const opened = (words: string) => (
    <Opened explanation={known && <Explanation result={known} />}>{words}</Opened>
  );
  const explain = (id: string) => (
    <ExplainWord
      name={intl.formatMessage({ id: `impact.${id}` })}
      says={intl.formatMessage({ id: `impact.${id}Says` })}
    />
  );
  return (
    <div className={classes.sentence}>
      <p>
        <FormattedMessage
          id={`impact.sentence${count === undefined ? '.uncounted' : ''}${kind}`}
          values={{
            amount: <Opened explanation={explain('amountGranted')}>{format.money(granted)}</Opened>,
            count,
            duos: count !== undefined && (
              <Opened
                explanation={
                  duos?.__typename === 'Figure' ? <Explanation result={duos} /> : explain('duosPaid')
                }
              >
                {format.number(count)}
              </Opened>
            ),
            observed: format.number(known?.denominator ?? 0),
            rate: known && opened(format.value(known.value, 'RATE')),
            found: known && opened(format.number(known.numerator)),
            interval: known?.interval && format.interval(known.interval.lower, known.interval.upper, 'RATE'),
          }}
        />
      </p>
      <small>
        {received > 0 && received < granted && (
          <FormattedMessage id="impact.sentenceReceived" values={{ received: format.money(received) }} />
        )}{' '}
        {known && (
          <FormattedMessage
            id="impact.sentenceNote"
            values={{
              waiting: known.notYetObservable ?? NOT_SHOWN,
              unknown: known.unknown ?? NOT_SHOWN,
            }}
          />
        )}{' '}
        {!isOfFew && known?.bounds && (
          <FormattedMessage id="impact.sentenceBounds" values={boundsOf(known.bounds)} />
        )}
        {exits && known === undefined && (
          <>
            {whyNone(exits, intl)} <Explanation result={exits} />
          </>
        )}
      </small>
    </div>
  );
}

/** A number of the sentence, and beside it what it is. */
function Opened({
  explanation,
  children,
}: {
  readonly explanation: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <span className={classes.opened}>
      <strong>{children}</strong>
      {explanation}
    </span>
  );
}
