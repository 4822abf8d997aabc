import { NativeSelect } from '@mantine/core';
import { DISCOUNT_CONVENTIONS } from '@tandem/domain/vocabulary';
import { DecimalInput } from '@tandem/ui/DecimalInput';
import { useFormat } from '@tandem/ui/format';
import { WaterfallChart, type Step } from '@tandem/ui/WaterfallChart';
import { useWords } from '@tandem/ui/words';
import { FormattedMessage, useIntl } from 'react-intl';
import type { Model, Result } from './draft.ts';
import classes from './Sroi.module.css';

interface Props {
  readonly model: Model;
  readonly result: Result;
  /** What is saved, where the draft differs from it. */
  readonly before: Result | undefined;
  readonly onChange: (model: Model) => void;
}

/** Gross and net side by side, what lies between them, and the discounting. */
export function SroiResult({ model, result, before, onChange }: Props) {
  const intl = useIntl();
  const format = useFormat();
  const { options } = useWords();
  const words = (id: string, values?: Record<string, string>) => intl.formatMessage({ id }, values);
  const steps: Step[] = [
    { key: 'gross', label: words('sroi.gross'), value: result.gross, kind: 'total' },
    { key: 'deadweight', label: words('field.deadweight'), value: 0 - result.deadweight, kind: 'change' },
    {
      key: 'displacement',
      label: words('field.displacement'),
      value: 0 - result.displacement,
      kind: 'change',
    },
    { key: 'attribution', label: words('field.attribution'), value: 0 - result.attribution, kind: 'change' },
    { key: 'net', label: words('sroi.net'), value: result.net, kind: 'total' },
    { key: 'investment', label: words('sroi.investment'), value: model.investment.cents, kind: 'beside' },
  ];
  return (
    <section className={classes.result}>
      <h2 className="t-hidden">{words('sroi.result')}</h2>
      <div>
        <dl className={classes.ratios} aria-live="polite">
          <Ratio
            label={words('sroi.grossRatio')}
            value={result.grossRatio}
            before={before?.grossRatio}
            about="sroi.grossAbout"
          />
          <Ratio
            label={words('sroi.netRatio')}
            value={result.netRatio}
            before={before?.netRatio}
            about="sroi.netAbout"
          />
        </dl>
        <div className={classes.assumptions}>
          <DecimalInput
            label={words('field.discountRate')}
            value={Number((100 * model.discountRate).toFixed(2))}
            onChange={(value) => value !== null && onChange({ ...model, discountRate: value / 100 })}
            readOnly={!model.viewerCanEdit}
            min={0}
            max={50}
            suffix=" %"
          />
          <NativeSelect
            label={words('field.discountConvention')}
            value={model.discountConvention}
            disabled={!model.viewerCanEdit}
            data={options('DiscountConvention', DISCOUNT_CONVENTIONS)}
            onChange={(event) =>
              onChange({
                ...model,
                discountConvention: event.currentTarget.value as Model['discountConvention'],
              })
            }
          />
        </div>
      </div>
      <WaterfallChart
        title={words('sroi.waterfall', {
          share: format.percent(result.gross === 0 ? 0 : result.net / result.gross),
        })}
        subtitle={words('sroi.waterfallAbout')}
        steps={steps}
        unit="CENTS"
        stepHeader={words('sroi.step')}
        valueHeader={words('money.column.amount')}
        fileName="sroi"
      />
    </section>
  );
}

interface RatioProps {
  readonly label: string;
  readonly value: number;
  readonly before: number | undefined;
  readonly about: string;
}

function Ratio({ label, value, before, about }: RatioProps) {
  const format = useFormat();
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <span className={classes.ratio}>{format.value(value, 'RATIO')}</span>
        <small>
          {before === undefined ? (
            <FormattedMessage id={about} />
          ) : (
            <FormattedMessage id="sroi.was" values={{ ratio: format.value(before, 'RATIO') }} />
          )}
        </small>
      </dd>
    </div>
  );
}
