import { mapOf, rangesOf } from '@tandem/metrics/sroi/answer';
import { resultOf } from '@tandem/metrics/sroi/result';
import { scenarioResults, scenariosOf } from '@tandem/metrics/sroi/scenarios';
import { tornadoOf } from '@tandem/metrics/sroi/sensitivity';
import { modelSwitches, switchingValues } from '@tandem/metrics/sroi/switching';
import { waterfallOf } from '@tandem/metrics/sroi/waterfall';
import { useFormat } from '@tandem/ui/format';
import { SpreadWords } from '@tandem/ui/SpreadWords';
import { SroiHistogram } from '@tandem/ui/SroiHistogram';
import { SroiScenarios } from '@tandem/ui/SroiScenarios';
import type { ScenarioLine } from '@tandem/ui/sroi-steps';
import { SroiSwitching } from '@tandem/ui/SroiSwitching';
import { SroiTornado } from '@tandem/ui/SroiTornado';
import { SroiWaterfall } from '@tandem/ui/SroiWaterfall';
import { SroiYears } from '@tandem/ui/SroiYears';
import { useAboutValueMap } from '@tandem/ui/use-about-value-map';
import { useMemo } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { SroiVersion } from './SroiSection.tsx';
import { useSimulation } from './use-simulation.ts';
import classes from './Sroi.module.css';

/** Which version it is, how sure it is, what each deduction takes, what each assumption does, and what others would make of it. */
export function SroiVersionResult({ version }: { readonly version: SroiVersion }) {
  const intl = useIntl();
  const format = useFormat();
  const spread = useSimulation(version);
  const about = useAboutValueMap()(version);
  const map = useMemo(() => mapOf(version), [version]);
  const result = resultOf(map);
  const ranges = rangesOf(version);
  const scenarios = scenarioResults(map, scenariosOf(map, version.scenarios)).map(
    ({ scenario, result: under }) => ({ ...scenario, result: under }),
  );
  const { publishedAt, publishedBy, asOf } = version;
  const outcomeOf = (key: string) => version.rows.find((row) => row.key === key)?.outcome ?? '';
  return (
    <>
      <p className={classes.version}>
        {publishedAt != null ? (
          <FormattedMessage
            id="impact.sroiVersion"
            values={{
              name: version.name,
              who: publishedBy,
              when: format.instant(publishedAt),
              day: format.day(asOf),
            }}
          />
        ) : (
          <FormattedMessage id="impact.sroiDraft" values={{ name: version.name }} />
        )}{' '}
        {spread !== undefined && result.netRatio !== null && (
          <SpreadWords spread={spread} net={result.netRatio} />
        )}
      </p>
      <div className={classes.charts}>
        <SroiWaterfall waterfall={waterfallOf(map)} investment={map.investment} about={about} />
        {ranges.length > 0 && (
          <SroiTornado
            bars={tornadoOf(map, ranges)}
            ratio={result.netRatio ?? 0}
            outcomeOf={outcomeOf}
            about={about}
          />
        )}
        {spread !== undefined && <SroiHistogram spread={spread} ratio={result.netRatio ?? 0} about={about} />}
        <SroiYears years={result.years} about={about} />
      </div>
      {scenarios.length > 0 && (
        <SroiScenarios<ScenarioLine>
          map={{ name: intl.formatMessage({ id: 'sroi.asItIs' }), changes: [], result }}
          scenarios={scenarios}
          outcomeOf={outcomeOf}
          about={about}
          explained={intl.formatMessage({ id: 'impact.scenariosAbout' })}
        />
      )}
      <SroiSwitching
        switches={switchingValues(map)}
        {...modelSwitches(map)}
        outcomeOf={outcomeOf}
        about={about}
      />
    </>
  );
}
