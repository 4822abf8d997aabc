import type { FigureResult } from '@tandem/ui/figure';
import { useFormat } from '@tandem/ui/format';
import { FormattedMessage } from 'react-intl';

interface Props {
  /** Full, marginal and direct cost of a duo; undefined while they are on their way. */
  readonly figures: readonly FigureResult[] | undefined;
}

/** What a duo costs, in words: in full, one more, and by itself. */
export function CostSentence({ figures }: Props) {
  const format = useFormat();
  const [full, marginal, direct] = (figures ?? []).map((figure) =>
    figure.__typename === 'Figure' ? format.money(figure.value) : undefined,
  );
  if (full === undefined || marginal === undefined || direct === undefined) return null;
  return (
    <p>
      <FormattedMessage id="money.costSentence" values={{ full, marginal, direct }} />
    </p>
  );
}
