import { FormattedMessage, useIntl } from 'react-intl';
import { useFormat } from '../i18n/format.ts';
import { answeredWords } from './answered.ts';
import { countedOf } from './counted.ts';
import type { Figure, FigureResult } from './figure.ts';
import { boundsWords, spreadWords } from './sureness.ts';
import { valueMapWords } from './value-map-words.ts';
import classes from './FigureTile.module.css';

/** A figure's definition and what it was made of. */
export function DefinitionFacts({ result }: { readonly result: FigureResult }) {
  const { definition } = result;
  const figure = result.__typename === 'Figure' ? result : undefined;
  return (
    <dl className={classes.facts}>
      <dt>
        <FormattedMessage id="figure.counted" />
      </dt>
      <dd>{definition.numerator}</dd>
      {definition.denominator != null && (
        <>
          <dt>
            <FormattedMessage id="figure.among" />
          </dt>
          <dd>{definition.denominator}</dd>
        </>
      )}
      {figure && <MadeOf figure={figure} />}
      <dt>
        <FormattedMessage id="figure.definition" />
      </dt>
      <dd>
        {definition.id} <FormattedMessage id="figure.version" values={{ version: definition.version }} />
      </dd>
    </dl>
  );
}

function MadeOf({ figure }: { readonly figure: Figure }) {
  const intl = useIntl();
  const format = useFormat();
  const { asOf, parameters, interval, unit, notYetObservable, unknown, bounds, spread, sroiVersion } = figure;
  const answered = answeredWords([countedOf(figure)], intl);
  return (
    <>
      <dt>
        <FormattedMessage id="figure.asOf" />
      </dt>
      <dd>{format.day(asOf)}</dd>
      {parameters && (
        <>
          <dt>
            <FormattedMessage id="figure.window" />
          </dt>
          <dd>
            <FormattedMessage
              id={`figure.window.${parameters.anchor}`}
              values={{ months: parameters.windowMonths }}
            />
            {' · '}
            <FormattedMessage id={`vocabulary.Population.${parameters.population}`} />
            {' · '}
            <FormattedMessage id={`vocabulary.EvidenceLevel.${parameters.evidence}`} />
          </dd>
        </>
      )}
      {interval && (
        <>
          <dt>
            <FormattedMessage id="figure.interval" />
          </dt>
          <dd>{format.interval(interval.lower, interval.upper, unit)}</dd>
        </>
      )}
      {answered && (
        <>
          <dt>
            <FormattedMessage id="figure.response" />
          </dt>
          <dd>{answered}</dd>
        </>
      )}
      {spread && (
        <>
          <dt>
            <FormattedMessage id="figure.spreadOf" />
          </dt>
          <dd>{spreadWords(spread, intl)}</dd>
        </>
      )}
      {sroiVersion && (
        <>
          <dt>
            <FormattedMessage id="figure.valueMap" />
          </dt>
          <dd>{valueMapWords(sroiVersion, intl)}</dd>
        </>
      )}
      {notYetObservable != null && (
        <>
          <dt>
            <FormattedMessage id="figure.notYetObservable" />
          </dt>
          <dd>{format.number(notYetObservable)}</dd>
        </>
      )}
      {unknown != null && (
        <>
          <dt>
            <FormattedMessage id="figure.unknown" />
          </dt>
          <dd>{bounds ? boundsWords(bounds, unknown, intl) : format.number(unknown)}</dd>
        </>
      )}
    </>
  );
}
