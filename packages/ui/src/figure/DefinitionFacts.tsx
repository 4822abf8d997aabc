import type { ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useFormat } from '../i18n/format.ts';
import { answeredWords } from './answered.ts';
import { countedOf } from './counted.ts';
import { useDefinitionLink } from './DefinitionLink.tsx';
import type { Definition, Figure, FigureResult } from './figure.ts';
import { madeOfWords } from './made-of.ts';
import { boundsWords, spreadWords } from './sureness.ts';
import { valueMapWords } from './value-map-words.ts';
import { whyNone } from './why-none.ts';
import classes from './FigureTile.module.css';

interface Props {
  readonly results: readonly FigureResult[];
  /** Whether the value stands beside it, with what it was made of. */
  readonly besideValue?: boolean;
}

/** The definition of figures that have it in common, and what they were made of; of one alone its value too, or why there is none. */
export function DefinitionFacts({ results, besideValue = false }: Props) {
  const link = useDefinitionLink();
  const [first] = results;
  if (first === undefined) return null;
  const { definition } = first;
  const figures = results.filter((result) => result.__typename === 'Figure');
  return (
    <dl className={classes.facts}>
      <Fact name="figure.counted">{definition.numerator}</Fact>
      {definition.denominator != null && <Fact name="figure.among">{definition.denominator}</Fact>}
      {results.length === 1 && <OneValue result={first} besideValue={besideValue} />}
      <MadeOf figures={figures} />
      <Fact name="figure.definition">
        <Version definition={definition} />
        {link && (
          <>
            {' · '}
            {link(definition.id, <FormattedMessage id="figure.toDefinition" />)}
          </>
        )}
      </Fact>
    </dl>
  );
}

function Version({ definition: { id, version } }: { readonly definition: Definition }) {
  return (
    <>
      {id} <FormattedMessage id="figure.version" values={{ version }} />
    </>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>
        <FormattedMessage id={name} />
      </dt>
      <dd>{children}</dd>
    </>
  );
}

/** The value with its counts and its interval, how many are missing in it; or why there is none. */
function OneValue({ result, besideValue }: { readonly result: FigureResult; readonly besideValue: boolean }) {
  const intl = useIntl();
  const format = useFormat();
  if (result.__typename !== 'Figure')
    return besideValue ? null : <Fact name="figure.value">{whyNone(result, intl)}</Fact>;
  const { value, unit, interval, bounds, spread } = result;
  const counted = countedOf(result);
  const count = (of: number | 'NOT_TOLD') =>
    of === 'NOT_TOLD' ? intl.formatMessage({ id: 'figure.withheld.PROTECTED' }) : format.number(of);
  return (
    <>
      {!besideValue && (
        <Fact name="figure.value">
          {[format.value(value, unit), madeOfWords(result, intl, format)].filter(Boolean).join(' · ')}
        </Fact>
      )}
      {interval && (
        <Fact name="figure.interval">{format.interval(interval.lower, interval.upper, unit)}</Fact>
      )}
      {counted.notYet !== undefined && <Fact name="figure.notYetObservable">{count(counted.notYet)}</Fact>}
      {spread && <Fact name="figure.spreadOf">{spreadWords(spread, intl)}</Fact>}
      {counted.unknown !== undefined && (
        <Fact name="figure.unknown">
          {bounds && typeof counted.unknown === 'number'
            ? boundsWords({ ...result, bounds }, intl)
            : count(counted.unknown)}
        </Fact>
      )}
    </>
  );
}

/** Of which day, by which window, of how many answers, by which value map. */
function MadeOf({ figures }: { readonly figures: readonly Figure[] }) {
  const intl = useIntl();
  const format = useFormat();
  const days = [...new Set(figures.map(({ asOf }) => asOf))].toSorted();
  const isEarlier = figures.length === 1 && figures[0]?.isEarlier === true;
  const parameters = figures.find((figure) => figure.parameters != null)?.parameters;
  const sroiVersion = figures.find((figure) => figure.sroiVersion != null)?.sroiVersion;
  const answered = answeredWords(figures.map(countedOf), intl);
  const day = intl.formatList(days.map((one) => format.day(one)));
  return (
    <>
      {parameters && (
        <Fact name="figure.window">
          <FormattedMessage
            id={`figure.window.${parameters.anchor}`}
            values={{ months: parameters.windowMonths }}
          />
          {' · '}
          <FormattedMessage id={`vocabulary.Population.${parameters.population}`} />
          {' · '}
          <FormattedMessage id={`vocabulary.EvidenceLevel.${parameters.evidence}`} />
        </Fact>
      )}
      {answered && <Fact name="figure.response">{answered}</Fact>}
      {sroiVersion && <Fact name="figure.valueMap">{valueMapWords(sroiVersion, intl)}</Fact>}
      {days.length > 0 && (
        <Fact name="figure.asOf">
          {isEarlier ? <FormattedMessage id="figure.shownEarlier" values={{ day }} /> : day}
        </Fact>
      )}
    </>
  );
}
