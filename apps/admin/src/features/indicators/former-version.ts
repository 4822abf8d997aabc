import { useFormat } from '@tandem/ui/format';
import { useIntl } from 'react-intl';
import type { Metric } from './indicator.queries.ts';

/** What is said of a version that another one took the place of: by which and when, and why. */
interface FormerWords {
  readonly notice: string;
  readonly why: string;
}

/** A former version in words; undefined where it is the one in force that is asked for. */
export function useFormerWords(): (
  metric: Pick<Metric, 'formerVersions'>,
  version: number | null | undefined,
) => FormerWords | undefined {
  const intl = useIntl();
  const format = useFormat();
  return ({ formerVersions }, version) => {
    const former = formerVersions.find((one) => one.version === version);
    if (former === undefined) return undefined;
    const notice = intl.formatMessage(
      { id: 'indicators.formerNotice' },
      { version: former.version, day: format.day(former.replacedOn), next: former.version + 1 },
    );
    return { notice, why: former.replaced };
  };
}
