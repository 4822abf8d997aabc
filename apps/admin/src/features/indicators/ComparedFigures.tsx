import { NativeSelect } from '@mantine/core';
import { useAboutFigure } from '@tandem/ui/about-figure';
import { answeredWords } from '@tandem/ui/answered';
import { DifferenceChart, type DifferencePoint } from '@tandem/ui/DifferenceChart';
import { DotChart } from '@tandem/ui/DotChart';
import { FiledTable } from '@tandem/ui/FiledTable';
import { Section } from '@tandem/ui/Section';
import { pointOf, type Point } from '@tandem/ui/point';
import { whyNone } from '@tandem/ui/why-none';
import { useIntl, type IntlShape } from 'react-intl';
import { graphql } from '../../gql/gql.ts';
import type { ComparisonFieldsFragment } from '../../gql/graphql.ts';
import { ComparedUnknown } from './ComparedUnknown.tsx';
import { useComparedColumns } from './compared-columns.tsx';
import { useDifferenceHeaders } from './difference-headers.ts';
import { useFindings } from './findings.ts';
import type { Metric } from './indicator.queries.ts';
import { isTold } from './told-difference.ts';
import classes from './Indicator.module.css';

graphql(`
  fragment ComparisonFields on FigureComparison {
    comparisons
    figures {
      key
      label
      isReference
      among
      wording
      result {
        ...FigureFields
      }
      difference {
        difference
        interval {
          lower
          upper
        }
        simultaneous {
          lower
          upper
        }
        probability
        adjustedProbability
        verdict
      }
    }
  }
`);
type Compared = ComparisonFieldsFragment['figures'][number];

interface Props {
  readonly metric: Metric;
  readonly comparison: ComparisonFieldsFragment;
  /** What sentences call a figure, where its label is too long for them. */
  readonly nameOf?: (figure: Compared) => string;
  /** What the figures are of: branches, years, whatever was chosen. */
  readonly groupHeader: string;
  /** The cohort in words, for files. */
  readonly scope: string;
  readonly fileName: string;
  readonly onReference: (key: string) => void;
}

function byLabel({ label }: Compared): string {
  return label;
}

/** Rates beside each other, their differences to one of them, and what may be said of those: the sentence first. */
export function ComparedFigures({
  metric,
  comparison,
  nameOf = byLabel,
  groupHeader,
  scope,
  fileName,
  onReference,
}: Props) {
  const intl = useIntl();
  const findings = useFindings();
  const aboutFigure = useAboutFigure();
  const columns = useComparedColumns(comparison.figures);
  const headersOf = useDifferenceHeaders();
  const { comparisons, figures } = comparison;
  const words = (id: string, values?: Record<string, string | number>) => intl.formatMessage({ id }, values);
  const reference = figures.find(({ isReference }) => isReference);
  const clear = figures.filter(({ difference }) => isClear(difference));
  const told = figures.filter(({ difference }) => isTold(difference)).length;
  const dots = figures.map(({ key, label, result, wording }): Point =>
    result.__typename === 'Figure' && wording === 'COUNT'
      ? {
          key,
          label,
          value: undefined,
          absent: 'noData',
          why: words('comparison.few', {
            count: result.numerator,
            total: result.denominator ?? 0,
          }),
        }
      : pointOf(key, label, result, intl),
  );
  const names = figures.map(nameOf);
  const about = aboutFigure(
    figures.map(({ result }) => result),
    scope,
  );
  const finding =
    reference === undefined || comparisons === 0
      ? words('comparison.nothing')
      : told === 0
        ? words('comparison.noneTold', { name: metric.name, reference: nameOf(reference) })
        : clear.length === 0
          ? words('comparison.noneClear', {
              name: metric.name,
              count: told,
              reference: nameOf(reference),
            })
          : words('comparison.clear', {
              name: metric.name,
              count: comparisons,
              reference: nameOf(reference),
              groups: intl.formatList(
                clear.map((figure) =>
                  words(`comparison.is.${figure.difference?.verdict}`, { group: nameOf(figure) }),
                ),
              ),
            });
  const answered = answeredWords(
    dots.map((dot) => dot.counted),
    intl,
  );
  const sentence =
    answered === undefined ? finding : `${finding} ${words('indicators.answeredBeside', { answered })}`;
  return (
    <>
      <p className={classes.sentence}>{sentence}</p>
      <ComparedUnknown figures={figures} />
      <Section title={words('comparison.rates')}>
        <DotChart
          title={findings.breakdown(
            metric,
            dots.map((dot, place) => ({ ...dot, label: names[place] ?? dot.label })),
          )}
          dots={dots}
          unit="RATE"
          groupHeader={groupHeader}
          valueHeader={metric.name}
          fileName={`${fileName}-compared`}
          about={about}
        />
      </Section>
      {reference && comparisons > 0 && (
        <Section
          title={words('comparison.differences')}
          about={words('comparison.plainWords', { count: comparisons, untold: comparisons - told })}
          action={
            <NativeSelect
              size="xs"
              aria-label={words('comparison.reference')}
              value={reference.key}
              // Against one that has no rate there is nothing to tell.
              data={figures
                .filter(({ wording, isReference }) => wording === 'SHARE' || isReference)
                .map((figure) => ({
                  value: figure.key,
                  label: words('comparison.against', { group: nameOf(figure) }),
                }))}
              onChange={(event) => onReference(event.currentTarget.value)}
            />
          }
        >
          <DifferenceChart
            title={sentence}
            differences={figures
              .filter(({ isReference }) => !isReference)
              .map((figure) => differenceOf(figure, intl))}
            unit="RATE"
            lowerLabel={words('comparison.lower', { group: nameOf(reference) })}
            higherLabel={words('comparison.higher', { group: nameOf(reference) })}
            groupHeader={words('comparison.group')}
            valueHeader={words('comparison.difference')}
            interval={headersOf('simultaneous')}
            fileName={`${fileName}-differences`}
            about={about}
          />
          <FiledTable
            caption={words('comparison.table')}
            columns={columns}
            rows={figures}
            rowKey={({ key }) => key}
            fileName={`${fileName}-comparison`}
            about={about}
          />
        </Section>
      )}
    </>
  );
}

function isClear(difference: Compared['difference']): boolean {
  return difference?.verdict === 'HIGHER' || difference?.verdict === 'LOWER';
}

/** The difference with the interval that holds all of them at once, and what can be said. */
function differenceOf({ key, label, difference, result }: Compared, intl: IntlShape): DifferencePoint {
  const words = (id: string) => intl.formatMessage({ id });
  if (difference == null)
    return {
      key,
      label,
      value: undefined,
      absent: result.__typename === 'Withheld' ? 'withheld' : 'noData',
      why: whyNone(result, intl) ?? words('figure.noData'),
    };
  if (!isTold(difference))
    return { key, label, value: undefined, absent: 'noData', why: words('comparison.verdict.TOO_FEW') };
  return {
    key,
    label,
    value: difference.difference,
    interval: difference.simultaneous,
    isClear: isClear(difference),
    note: words(`comparison.verdict.${difference.verdict}`),
  };
}
