import { useQuery } from '@apollo/client/react';
import { useEffect, type ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { ErrorState } from '../feedback/ErrorState.tsx';
import { graphql } from '../gql/gql.ts';
import type { HandbookQuery } from '../gql/graphql.ts';
import { useFormat } from '../i18n/format.ts';
import { useWords } from '../i18n/words.ts';
import { Section } from '../shell/Section.tsx';
import classes from './Handbook.module.css';

const HANDBOOK = graphql(`
  query Handbook {
    metrics {
      id
      group
      unit
      version
      name
      says
      numerator
      denominator
      dimensions
      parameters {
        anchor
        windowMonths
        population
        evidence
      }
      formerVersions {
        version
        numerator
        denominator
        replaced
        replacedOn
      }
    }
  }
`);
type Entry = HandbookQuery['metrics'][number];

const GROUPS = ['OUTCOMES', 'OPERATIONS', 'QUALITY', 'LONG_TERM', 'ECONOMY'] as const;

interface Props {
  /** Leads from an indicator's name to its page, where there is one. */
  readonly link?: ((id: string, name: string) => ReactNode) | undefined;
}

/** The catalogue to read: what each indicator counts, among whom, how, and what it was before. Each has an address. */
export function Handbook({ link }: Props) {
  const { word } = useWords();
  const { data, error } = useQuery(HANDBOOK);
  const isThere = data !== undefined;
  // A link to an indicator is followed before the indicators have come.
  useEffect(() => {
    if (isThere) document.getElementById(globalThis.location.hash.slice(1))?.scrollIntoView();
  }, [isThere]);
  if (data === undefined)
    return error === undefined ? <div aria-busy="true" /> : <ErrorState error={error} />;
  return GROUPS.map((group) => (
    <Section key={group} title={word('MetricGroup', group)}>
      {data.metrics
        .filter((metric) => metric.group === group)
        .map((metric) => (
          <Indicator key={metric.id} metric={metric} link={link} />
        ))}
    </Section>
  ));
}

function Indicator({ metric, link }: Props & { readonly metric: Entry }) {
  const intl = useIntl();
  const { word } = useWords();
  const { id, name, says, version, numerator, denominator, dimensions, parameters, formerVersions } = metric;
  return (
    <article className={classes.entry} id={id}>
      <h3>{link === undefined ? name : link(id, name)}</h3>
      <p>{says}</p>
      <dl>
        <Fact name="figure.counted">{numerator}</Fact>
        {denominator != null && <Fact name="figure.among">{denominator}</Fact>}
        {parameters && (
          <Fact name="handbook.byDefault">
            {[
              intl.formatMessage(
                { id: `figure.window.${parameters.anchor}` },
                { months: parameters.windowMonths },
              ),
              word('Population', parameters.population),
              word('EvidenceLevel', parameters.evidence),
            ].join(' · ')}
          </Fact>
        )}
        {dimensions.length > 0 && (
          <Fact name="handbook.by">
            {intl.formatList(dimensions.map((dimension) => word('Dimension', dimension)))}
          </Fact>
        )}
        <Fact name="figure.definition">
          <a href={`#${id}`}>{id}</a> <FormattedMessage id="figure.version" values={{ version }} />
        </Fact>
        {formerVersions.map((former) => (
          <Former key={former.version} former={former} />
        ))}
      </dl>
    </article>
  );
}

function Former({ former }: { readonly former: Entry['formerVersions'][number] }) {
  const format = useFormat();
  const { version, numerator, denominator, replaced, replacedOn } = former;
  return (
    <Fact name="handbook.former">
      <FormattedMessage id="handbook.until" values={{ version, day: format.day(replacedOn) }} /> {numerator}{' '}
      {denominator} {replaced}
    </Fact>
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
