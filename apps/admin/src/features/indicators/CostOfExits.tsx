import { useQuery } from '@apollo/client/react';
import { Alert } from '@mantine/core';
import { useFormat } from '@tandem/ui/format';
import { FormattedMessage } from 'react-intl';
import { graphql } from '../../gql/gql.ts';
import type { FigureRequest, FigureParametersInput, MetricId } from '../../gql/graphql.ts';
import classes from './Indicator.module.css';

const DIVIDED_BY = graphql(`
  query DividedBy(
    $metric: MetricId!
    $rate: MetricId!
    $asOf: CalendarDay
    $period: PeriodInput
    $parameters: FigureParametersInput
    $ofAll: FigureParametersInput
    $filter: FigureFilterInput
  ) {
    cost: figure(metric: $metric, asOf: $asOf, period: $period, parameters: $parameters, filter: $filter) {
      ... on Figure {
        value
        numerator
        denominator
      }
    }
    rate: figure(metric: $rate, asOf: $asOf, period: $period, parameters: $parameters, filter: $filter) {
      ... on Figure {
        denominator
        unknown
        notYetObservable
      }
    }
    all: figure(metric: $rate, asOf: $asOf, period: $period, parameters: $ofAll, filter: $filter) {
      ... on Figure {
        numerator
        denominator
        unknown
        notYetObservable
      }
    }
  }
`);

interface Props {
  readonly request: FigureRequest;
  /** The rate of the same exits. */
  readonly rate: MetricId;
  /** With which it is counted where the request says nothing. */
  readonly usual: Readonly<
    Required<{ [Name in keyof FigureParametersInput]: NonNullable<FigureParametersInput[Name]> }>
  >;
}

/**
 * By whose exits a cost is divided, of how many others it is too early or not known, and how low the cost would be if all of
 * these came to one: cost is there at once, exits come later, so that of recent periods it is too high.
 */
export function CostOfExits({ request, rate, usual }: Props) {
  const format = useFormat();
  const { anchor, windowMonths, population, evidence } = { ...usual, ...withoutNothing(request.parameters) };
  const parameters = { anchor, windowMonths, population, evidence };
  const { data, previousData } = useQuery(DIVIDED_BY, {
    variables: { ...request, rate, parameters, ofAll: { ...parameters, population: 'STARTED' } },
  });
  const { cost, rate: among, all } = data ?? previousData ?? {};
  if (cost?.__typename !== 'Figure' || among?.__typename !== 'Figure' || all?.__typename !== 'Figure')
    return null;
  const [total, begun] = [among.denominator ?? 0, all.denominator ?? 0];
  const exits = cost.denominator ?? 0;
  const unknown = among.unknown ?? 0;
  // Of a population of mature duos those that are too early are among the others.
  const early = population === 'MATURE' ? 0 : (among.notYetObservable ?? 0);
  const others = begun - total;
  if (unknown + early + others === 0) return null;
  // Of all duos of the time, those that had one and those that still may have: of the others it is known that they had none.
  const [waiting, most] = [
    all.notYetObservable ?? 0,
    all.numerator + (all.unknown ?? 0) + (all.notYetObservable ?? 0),
  ];
  const words = {
    population,
    exits: format.number(exits),
    total: format.number(total),
    begun: format.number(begun),
    others,
    early,
    unknown,
    lowest: format.money(cost.numerator / Math.max(exits, most)),
    value: format.money(cost.value),
  };
  return (
    <div className={classes.beside}>
      <p className={classes.sentence}>
        <FormattedMessage id="costOfExits.sentence" values={words} />
      </p>
      {2 * waiting > begun && (
        <Alert color="yellow" mb="lg" role="note">
          <FormattedMessage id="costOfExits.early" values={words} />
        </Alert>
      )}
    </div>
  );
}

/** Parameters that are given, without those that say nothing. */
function withoutNothing(given: FigureParametersInput | null | undefined) {
  return Object.fromEntries(Object.entries(given ?? {}).filter(([, value]) => value != null)) as {
    [Name in keyof FigureParametersInput]?: NonNullable<FigureParametersInput[Name]>;
  };
}
