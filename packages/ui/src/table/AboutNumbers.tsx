import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { DefinitionFacts } from '../figure/DefinitionFacts.tsx';
import { FormDrawer } from '../form/FormDrawer.tsx';
import { aboutLines, type About } from './about.ts';
import classes from './AboutNumbers.module.css';
import { columnsOfPage, type Column } from './column.ts';

interface Props<Row> {
  /** What the chart or the table shows. */
  readonly title: string;
  readonly subtitle?: string | undefined;
  readonly about: About | undefined;
  readonly columns: readonly Column<Row>[];
  /** The numbers themselves with what they were made of, where they are not at hand beside it. */
  readonly children?: ReactNode;
}

/**
 * Opens what the numbers of a chart or a table are: the definitions of its figures, what each column is, over whom and as of
 * when. The same as its files say; nothing where nothing is said.
 */
export function AboutNumbers<Row>({ title, subtitle, about, columns, children }: Props<Row>) {
  const intl = useIntl();
  const [opened, setOpened] = useState(false);
  if (about?.definition === undefined) return null;
  return (
    <>
      <Button
        size="compact-sm"
        variant="subtle"
        color="gray"
        aria-label={intl.formatMessage({ id: 'about.open' }, { title })}
        onClick={() => setOpened(true)}
      >
        <FormattedMessage id="about.definition" />
      </Button>
      <FormDrawer wide title={title} opened={opened} onClose={() => setOpened(false)}>
        <div className={classes.about}>
          {subtitle !== undefined && <p>{subtitle}</p>}
          <Definitions about={about} />
          <Headings columns={columns} />
          {children}
        </div>
      </FormDrawer>
    </>
  );
}

function Definitions({ about }: { readonly about: About }) {
  const intl = useIntl();
  const { figures = [], definition, asOf, ...others } = about;
  const byDefinition = Map.groupBy(figures, ({ definition: { id, version } }) => `${id}/${version}`);
  return (
    <>
      {[...byDefinition].map(([key, results]) => (
        <section key={key}>
          <h3>{results[0]?.definition.name}</h3>
          <p>{results[0]?.definition.says}</p>
          <DefinitionFacts results={results} />
        </section>
      ))}
      {byDefinition.size === 0 && <p>{definition}</p>}
      <dl>
        {aboutLines(figures.length > 0 ? others : { ...others, asOf }, intl).map(({ id, name, value }) => (
          <div key={id}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

/** What columns are, where their headings on the page need it. */
function Headings<Row>({ columns }: Pick<Props<Row>, 'columns'>) {
  const explained = columnsOfPage(columns).filter(
    ({ header, fileHeader }) => fileHeader !== undefined && fileHeader !== header,
  );
  if (explained.length === 0) return null;
  return (
    <section>
      <h3>
        <FormattedMessage id="about.columns" />
      </h3>
      <dl>
        {explained.map(({ id, header, fileHeader }) => (
          <div key={id}>
            <dt>{header}</dt>
            <dd>{fileHeader}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
