import { STAKEHOLDERS } from '@tandem/domain/vocabulary';
import { ExplainWord } from '@tandem/ui/ExplainWord';
import { useWords } from '@tandem/ui/words';
import { Fragment, useState, type ClipboardEvent } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { cellId, columnsOf } from './grid.ts';
import { moveByKey } from './grid-keys.ts';
import { GridRow } from './GridRow.tsx';
import { pasted, type Pasted } from './pasted.ts';
import { PastedReport } from './PastedReport.tsx';
import type { Row, Version } from './sroi.queries.ts';
import classes from './Sroi.module.css';

interface Props {
  readonly version: Version;
  /** Names of indicators. */
  readonly names: ReadonlyMap<string, string>;
  readonly onChange: (version: Version) => void;
  /** Takes a pasted block over, as one step. */
  readonly onPaste: (version: Version) => void;
  /** Takes the last step back. */
  readonly onUndo: () => void;
  /** Asks for what a row is about and on what it stands. */
  readonly onOpen: (row: Row) => void;
}

/** The value map by stakeholder; every number can be changed where it stands, by keys and by pasting from a spreadsheet. */
export function ValueMapGrid({ version, names, onChange, onPaste, onUndo, onOpen }: Props) {
  const intl = useIntl();
  const { word } = useWords();
  const [report, setReport] = useState<Pasted>();
  const columns = columnsOf(version);
  const groups = STAKEHOLDERS.map((stakeholder) => ({
    stakeholder,
    rows: version.rows.filter((row) => row.stakeholder === stakeholder),
  })).filter(({ rows }) => rows.length > 0);
  const order = groups.flatMap(({ rows }) => rows.map(({ key }) => key));
  const change = (row: Row) =>
    onChange({ ...version, rows: version.rows.map((other) => (other.key === row.key ? row : other)) });
  const paste = (event: ClipboardEvent<HTMLTableElement>) => {
    const text = event.clipboardData.getData('text/plain');
    const from = order
      .flatMap((row) => columns.map(({ id }) => ({ row, column: id })))
      .find(({ row, column }) => event.target instanceof Element && event.target.id === cellId(row, column));
    if (from === undefined) return;
    event.preventDefault();
    const read = pasted(version, order, from, text);
    setReport(read);
    if (read.taken > 0) onPaste(read.version);
  };
  const undo = () => {
    setReport(undefined);
    onUndo();
  };
  return (
    <>
      <PastedReport
        pasted={report}
        onUndo={report !== undefined && report.taken > 0 && report.version === version ? undo : undefined}
        onClose={() => setReport(undefined)}
      />
      {/* What scrolls must be reachable by keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className={classes.scroll} tabIndex={0} role="region" aria-labelledby="value-map-caption">
        {/* The keys and what is pasted are those of the cells inside. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
        <table className={classes.map} onKeyDown={moveByKey} onPaste={paste}>
          <caption className="t-hidden" id="value-map-caption">
            <FormattedMessage id="sroi.valueMap" />
          </caption>
          <thead>
            <tr>
              <th scope="col">
                <FormattedMessage id="field.outcome" />
              </th>
              {columns.map(({ id }) => {
                const name = intl.formatMessage({ id: `sroi.column.${id}` });
                return (
                  <th key={id} scope="col">
                    {name} <ExplainWord name={name} says={intl.formatMessage({ id: `sroi.about.${id}` })} />
                  </th>
                );
              })}
              <th scope="col">
                <FormattedMessage id="field.presentValue" />
              </th>
            </tr>
          </thead>
          <tbody>
            {groups.map(({ stakeholder, rows }) => (
              <Fragment key={stakeholder}>
                <tr>
                  <th colSpan={columns.length + 2} scope="rowgroup" className={classes.stakeholder}>
                    <span>{word('Stakeholder', stakeholder)}</span>
                  </th>
                </tr>
                {rows.map((row) => (
                  <GridRow
                    key={row.key}
                    row={row}
                    version={version}
                    columns={columns}
                    names={names}
                    onChange={change}
                    onOpen={onOpen}
                  />
                ))}
              </Fragment>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
