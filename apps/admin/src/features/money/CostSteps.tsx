import { useAboutFigure } from '@tandem/ui/about-figure';
import type { Figure, FigureResult } from '@tandem/ui/figure';
import { useFormat } from '@tandem/ui/format';
import { Section } from '@tandem/ui/Section';
import { WaterfallChart, type Step } from '@tandem/ui/WaterfallChart';
import { FormattedMessage, useIntl } from 'react-intl';

interface Props {
  /** Cost of a duo: direct, marginal, full, and with hours in kind. */
  readonly figures: readonly (FigureResult | undefined)[];
}

/** From what is spent on a single duo to what one costs in full, and with the hours that are given. */
export function CostSteps({ figures }: Props) {
  const intl = useIntl();
  const format = useFormat();
  const aboutFigure = useAboutFigure();
  const known = figures.filter((figure): figure is Figure => figure?.__typename === 'Figure');
  const [direct, marginal, full, withHours] = known;
  if (direct === undefined || marginal === undefined || full === undefined || withHours === undefined)
    return null;
  const words = (id: string, values?: Record<string, string>) => intl.formatMessage({ id }, values);
  const step = (key: string, value: number, kind: Step['kind']): Step => ({
    key,
    label: words(`money.step.${key}`),
    value,
    kind,
  });
  const allocated = full.value - direct.value;
  return (
    <Section title={words('money.steps')} about={<FormattedMessage id="money.stepsAbout" />}>
      <WaterfallChart
        title={words('money.stepsFinding', {
          direct: format.money(direct.value),
          full: format.money(full.value),
          allocated: format.money(allocated),
          share: format.percent(full.value === 0 ? 0 : allocated / full.value),
        })}
        steps={[
          step('direct', direct.value, 'total'),
          step('shared', marginal.value - direct.value, 'change'),
          step('marginal', marginal.value, 'total'),
          step('indirect', full.value - marginal.value, 'change'),
          step('full', full.value, 'total'),
          step('inKind', withHours.value - full.value, 'change'),
          step('withInKind', withHours.value, 'total'),
        ]}
        unit="CENTS"
        stepHeader={words('money.column.step')}
        valueHeader={words('money.column.perDuo')}
        fileName="cost-per-duo-steps"
        about={aboutFigure(known)}
      />
    </Section>
  );
}
