import { COST_CATEGORIES, COST_NATURES } from '@tandem/domain/vocabulary';
import { ChoiceField, DayField, NumberField } from '@tandem/ui/fields';
import { useViewer } from '@tandem/ui/viewer';
import { useWords } from '@tandem/ui/words';
import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { useBranchOptions } from '../people/options.ts';
import { useGrantOptions } from './grant-options.ts';

interface Props {
  /** Asks for the day, where it is not simply the one of booking. */
  readonly day?: ReactNode;
}

/** What a line of the ledger says. */
export function CostFields({ day }: Props) {
  const intl = useIntl();
  const { options } = useWords();
  const { today } = useViewer();
  const branches = useBranchOptions();
  const grants = useGrantOptions();
  const choose = intl.formatMessage({ id: 'form.choose' });
  return (
    <>
      {day ?? <DayField name="bookedOn" required max={today} />}
      <ChoiceField
        name="category"
        required
        options={options('CostCategory', COST_CATEGORIES)}
        empty={choose}
      />
      <ChoiceField name="branchId" required options={branches} empty={choose} />
      <NumberField
        name="euros"
        label={intl.formatMessage({ id: 'money.column.amount' })}
        required
        suffix="€"
      />
      <ChoiceField
        name="nature"
        options={options('CostNature', COST_NATURES)}
        empty={intl.formatMessage({ id: 'ledger.usualNature' })}
        description={intl.formatMessage({ id: 'ledger.natureAbout' })}
      />
      <ChoiceField
        name="grantId"
        options={grants}
        empty={intl.formatMessage({ id: 'ledger.noGrant' })}
        description={intl.formatMessage({ id: 'ledger.grantAbout' })}
      />
    </>
  );
}
