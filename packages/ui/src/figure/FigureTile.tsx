import type { ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useFormat } from '../i18n/format.ts';
import { answeredWords } from './answered.ts';
import { countedOf, fewWords, isOutOfFew } from './counted.ts';
import { Explanation } from './Explanation.tsx';
import type { FigureResult } from './figure.ts';
import { FigureValue } from './FigureValue.tsx';
import { madeOfWords } from './made-of.ts';
import { spreadWords, unknownLines } from './sureness.ts';
import { valueMapWords } from './value-map-words.ts';
import { whyNone } from './why-none.ts';
import classes from './FigureTile.module.css';

interface Props {
  /** Undefined while it is on its way. */
  readonly result: FigureResult | undefined;
  /** Instead of the indicator's own name. */
  readonly label?: string | undefined;
  /** Leads to the indicator's page. */
  readonly link?: ((name: string) => ReactNode) | undefined;
  readonly size?: 'large' | undefined;
  /** What must be known of it beside what it says of itself. */
  readonly remark?: string | undefined;
}

/** One figure: a large numeral, what it is of, how sure, and its definition one click away. */
export function FigureTile({ result, label, link, size, remark }: Props) {
  const intl = useIntl();
  if (result === undefined) return <div className={classes.tile} aria-busy="true" data-size={size} />;
  const name = label ?? result.definition.name;
  return (
    <div className={classes.tile} data-size={size}>
      <div className={classes.label}>
        {link === undefined ? name : link(name)}
        <Explanation result={result} />
      </div>
      {result.__typename === 'Figure' ? (
        <>
          <div className={classes.value}>
            <FigureValue value={result.value} unit={result.unit} denominator={result.denominator} />
          </div>
          <div className={classes.note}>
            <FigureNote result={result} />
          </div>
        </>
      ) : (
        <div className={classes.none}>{whyNone(result, intl)}</div>
      )}
      {remark !== undefined && <div className={classes.note}>{remark}</div>}
    </div>
  );
}

/** How sure it is and among how many, in small text. */
function FigureNote({ result }: { readonly result: Extract<FigureResult, { __typename: 'Figure' }> }) {
  const intl = useIntl();
  const format = useFormat();
  const { interval, denominator, unit, spread, sroiVersion, asOf, isEarlier } = result;
  const madeOf = madeOfWords(result, intl, format);
  const counted = countedOf(result);
  const answered = answeredWords([counted], intl);
  return (
    <>
      {interval && (
        <span>
          <FormattedMessage
            id="figure.between"
            values={{ interval: format.interval(interval.lower, interval.upper, unit) }}
          />
        </span>
      )}
      {madeOf !== undefined && <span>{madeOf}</span>}
      {isOutOfFew(result) && <span>{fewWords(intl)}</span>}
      {counted.asked === 'NOT_TOLD' && unit === 'SCORE' && denominator != null && (
        <span>
          <FormattedMessage id="figure.answers" values={{ total: format.number(denominator) }} />
        </span>
      )}
      {answered !== undefined && <span>{answered}</span>}
      {unit === 'RATIO' && (
        <span>
          <FormattedMessage id="figure.perEuro" />
        </span>
      )}
      {spread && <span>{spreadWords(spread, intl)}</span>}
      {sroiVersion && <span>{valueMapWords(sroiVersion, intl)}</span>}
      {unknownLines(result, intl).map((line) => (
        <span key={line}>{line}</span>
      ))}
      {isEarlier && (
        <span>
          <FormattedMessage id="figure.earlier" values={{ day: format.day(asOf) }} />
        </span>
      )}
    </>
  );
}
