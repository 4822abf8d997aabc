import { SegmentedControl } from '@mantine/core';
import { mapOf, rangesOf } from '@tandem/metrics/sroi/answer';
import { explain, type Explained } from '@tandem/metrics/sroi/explain';
import { resultOf } from '@tandem/metrics/sroi/result';
import { tornadoOf } from '@tandem/metrics/sroi/sensitivity';
import { waterfallOf } from '@tandem/metrics/sroi/waterfall';
import { ExplainNumber } from '@tandem/ui/ExplainNumber';
import { useFormat } from '@tandem/ui/format';
import { SroiHistogram } from '@tandem/ui/SroiHistogram';
import { SroiRatios } from '@tandem/ui/SroiRatios';
import { SroiTornado } from '@tandem/ui/SroiTornado';
import { SroiWaterfall } from '@tandem/ui/SroiWaterfall';
import { SroiYears } from '@tandem/ui/SroiYears';
import { FormattedMessage, useIntl } from 'react-intl';
import { cellId } from './grid.ts';
import type { Version } from './sroi.queries.ts';
import { useAboutVersion } from './use-about-version.ts';
import { VIEWS } from './sroi.routes.ts';
import { useSimulation } from './use-simulation.ts';
import classes from './Sroi.module.css';

type View = (typeof VIEWS)[number];

interface Props {
  readonly version: Version;
  /** What is saved, where something else is being typed. */
  readonly saved: Version | undefined;
  readonly view: View;
  readonly onView: (view: View) => void;
}

/** What the map comes to, as it is typed: the ratios, how sure they are, and one chart of four. */
export function ResultPanel({ version, saved, view, onView }: Props) {
  const intl = useIntl();
  const format = useFormat();
  const spread = useSimulation(version);
  const about = useAboutVersion()(version);
  const map = mapOf(version);
  const result = resultOf(map);
  const before = saved && resultOf(mapOf(saved));
  const words = (id: string) => intl.formatMessage({ id });
  const outcomeOf = (key: string) => version.rows.find((row) => row.key === key)?.outcome ?? '';
  const explained = (name: string, number: Exclude<Explained['number'], 'ROW_IMPACT' | 'ROW_VALUE'>) => (
    <ExplainNumber name={words(name)} explain={() => explain(map, { number })} outcomeOf={outcomeOf} />
  );
  const focusCell = ({
    row,
    parameter,
  }: {
    readonly row: string;
    readonly parameter: Parameters<typeof cellId>[1];
  }) => {
    const cell = document.getElementById(cellId(row, parameter));
    cell?.scrollIntoView({ block: 'center', inline: 'center' });
    cell?.focus();
  };
  return (
    <aside className={classes.panel} aria-labelledby="sroi-result">
      <h2 className="t-hidden" id="sroi-result">
        <FormattedMessage id="sroi.result" />
      </h2>
      <div className={classes.result}>
        <SroiRatios
          gross={result.grossRatio}
          net={result.netRatio}
          before={before && { gross: before.grossRatio, net: before.netRatio }}
          spread={spread}
          explainGross={explained('sroi.grossRatio', 'GROSS_RATIO')}
          explainNet={explained('sroi.netRatio', 'NET_RATIO')}
        />
        <dl className={classes.more}>
          <div>
            <dt>
              <FormattedMessage id="sroi.netPresentValue" />
              {explained('sroi.netPresentValue', 'NET_PRESENT_VALUE')}
            </dt>
            <dd>{format.money(result.netPresentValue)}</dd>
          </div>
          <div>
            <dt>
              <FormattedMessage id="sroi.payback" />
              {explained('sroi.payback', 'PAYBACK')}
            </dt>
            <dd>
              {result.paybackMonths === null ? (
                <FormattedMessage id="sroi.never" />
              ) : (
                <FormattedMessage
                  id="sroi.months"
                  values={{ months: format.number(result.paybackMonths, 1) }}
                />
              )}
            </dd>
          </div>
        </dl>
      </div>
      <div className={classes.result}>
        <SegmentedControl
          fullWidth
          size="xs"
          aria-label={words('sroi.view')}
          value={view}
          onChange={onView}
          data={VIEWS.map((value) => ({ value, label: words(`sroi.view.${value}`) }))}
        />
        {view === 'waterfall' && (
          <SroiWaterfall waterfall={waterfallOf(map)} investment={map.investment} about={about} />
        )}
        {view === 'tornado' && (
          <SroiTornado
            about={about}
            bars={tornadoOf(map, rangesOf(version))}
            ratio={result.netRatio ?? 0}
            outcomeOf={outcomeOf}
            onSelect={focusCell}
          />
        )}
        {view === 'histogram' &&
          (spread === undefined ? (
            <p className={classes.quiet}>
              <FormattedMessage id="sroi.tornadoNone" />
            </p>
          ) : (
            <SroiHistogram spread={spread} ratio={result.netRatio ?? 0} about={about} />
          ))}
        {view === 'years' && <SroiYears years={result.years} about={about} />}
      </div>
    </aside>
  );
}
