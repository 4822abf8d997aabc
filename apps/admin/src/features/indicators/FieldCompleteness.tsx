import { useViewer } from '@tandem/ui/viewer';
import { BarChart } from '@tandem/ui/BarChart';
import type { Column } from '@tandem/ui/column';
import { ErrorState } from '@tandem/ui/ErrorState';
import { FiledTable } from '@tandem/ui/FiledTable';
import { useFormat } from '@tandem/ui/format';
import { Kept } from '@tandem/ui/Kept';
import { Section } from '@tandem/ui/Section';
import { useKeptQuery } from '@tandem/ui/use-kept-query';
import { useWords } from '@tandem/ui/words';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { graphql } from '../../gql/gql.ts';
import type { CompletenessQuery } from '../../gql/graphql.ts';
import classes from './Indicator.module.css';

const COMPLETENESS = graphql(`
  query Completeness($asOf: CalendarDay) {
    completeness(asOf: $asOf) {
      field
      filled
      records
      share
      branches {
        key
        label
        filled
        records
      }
    }
    figure(metric: POSITIVE_EXIT_RATE, asOf: $asOf) {
      ... on Figure {
        unknown
        parameters {
          windowMonths
        }
      }
    }
  }
`);
type Field = CompletenessQuery['completeness'][number];

interface Props {
  readonly asOf: string | undefined;
}

/** How many records say what figures need of them, the emptiest field first. */
export function FieldCompleteness({ asOf }: Props) {
  const intl = useIntl();
  const format = useFormat();
  const { today } = useViewer();
  const { word } = useWords();
  const { data, pending, error } = useKeptQuery(COMPLETENESS, { asOf: asOf ?? null }, undefined);
  if (error !== undefined) return <ErrorState error={error} />;
  const words = (id: string, values?: Record<string, string>) => intl.formatMessage({ id }, values);
  const fields = (data?.completeness ?? []).toSorted((a, b) => (a.share ?? 1) - (b.share ?? 1));
  const [emptiest] = fields;
  const label = ({ field }: Field) => word('CompletedField', field);
  const situation = fields.find(({ field }) => field === 'DUO_SITUATION');
  const exits = data?.figure.__typename === 'Figure' ? data.figure : undefined;
  const branches = fields[0]?.branches ?? [];
  const columns: Column<Field>[] = [
    { id: 'field', header: words('completeness.field'), fixed: true, cell: label, text: label },
    {
      id: 'records',
      header: words('completeness.records'),
      align: 'right',
      cell: ({ records }) => format.number(records),
      text: ({ records }) => records,
    },
    ...branches.map(({ key, label: name }): Column<Field> => ({
      id: key,
      header: name,
      align: 'right',
      as: 'rate',
      cell: (field) => {
        const share = shareIn(field, key);
        return share === null ? '–' : format.percent(share);
      },
      text: (field) => shareIn(field, key),
    })),
  ];
  const about = { definition: words('completeness.about'), asOf: asOf ?? today };
  return (
    <Section title={words('completeness.title')} about={words('completeness.about')}>
      <Kept pending={pending || data === undefined}>
        {emptiest && (
          <>
            <BarChart
              title={words('completeness.finding', {
                field: label(emptiest),
                share: format.percent(emptiest.share ?? 0),
              })}
              bars={fields.map((field) => ({
                key: field.field,
                label: label(field),
                value: field.share ?? undefined,
                absent: 'noData',
                why: words('figure.noData'),
                note: words('figure.ofMany', {
                  count: format.number(field.filled),
                  total: format.number(field.records),
                }),
              }))}
              unit="RATE"
              groupHeader={words('completeness.field')}
              valueHeader={words('completeness.filled')}
              fileName="completeness"
              about={about}
            />
            {situation && exits?.unknown != null && exits.parameters && (
              <p className={classes.note}>
                <FormattedMessage
                  id="completeness.situation"
                  values={{
                    without: situation.records - situation.filled,
                    records: format.number(situation.records),
                    unknown: exits.unknown,
                    months: exits.parameters.windowMonths,
                    link: (chunks: ReactNode) => (
                      <Link
                        to="/indicators/$metric"
                        params={{ metric: 'POSITIVE_EXIT_RATE' }}
                        search={{ asOf, standing: 'UNKNOWN' }}
                      >
                        {chunks}
                      </Link>
                    ),
                  }}
                />
              </p>
            )}
            <FiledTable
              caption={words('completeness.byBranch')}
              columns={columns}
              rows={fields}
              rowKey={({ field }) => field}
              fileName="completeness-by-branch"
              about={about}
            />
          </>
        )}
      </Kept>
    </Section>
  );
}

function shareIn({ branches }: Field, key: string): number | null {
  const branch = branches.find((each) => each.key === key);
  return branch === undefined || branch.records === 0 ? null : branch.filled / branch.records;
}
