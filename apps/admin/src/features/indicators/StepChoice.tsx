import { SegmentedControl } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useIntl } from 'react-intl';

const route = getRouteApi('/indicators/$metric');
const STEPS = ['YEAR', 'QUARTER', 'MONTH'] as const;

/** By years, quarters or months; the address keeps it. */
export function StepChoice({ step }: { readonly step: (typeof STEPS)[number] }) {
  const intl = useIntl();
  const navigate = route.useNavigate();
  return (
    <SegmentedControl
      size="xs"
      value={step}
      aria-label={intl.formatMessage({ id: 'indicators.step' })}
      onChange={(value) =>
        void navigate({
          search: (before) => ({ ...before, step: STEPS.find((candidate) => candidate === value) }),
          resetScroll: false,
        })
      }
      data={STEPS.map((value) => ({
        value,
        label: intl.formatMessage({ id: `indicators.step.${value}` }),
      }))}
    />
  );
}
