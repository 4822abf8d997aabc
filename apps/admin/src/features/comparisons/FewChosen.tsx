import { Button } from '@mantine/core';
import { mayBeAShare } from '@tandem/domain/small-numbers';
import { isTooEarly } from '@tandem/ui/counted';
import type { FigureResult } from '@tandem/ui/figure';
import { useViewer } from '@tandem/ui/viewer';
import { FormattedMessage, useIntl } from 'react-intl';
import { nameOf, widerFigure, type ChosenFigure } from './chosen-search.ts';
import classes from './Comparisons.module.css';

interface Props {
  readonly figures: readonly ChosenFigure[];
  /** Of each figure, in their order. */
  readonly results: readonly FigureResult[];
  readonly asOf: string | undefined;
  readonly onFigures: (figures: readonly ChosenFigure[]) => void;
}

/** Which of the chosen figures have nothing or hardly anything to count, and a way to count more. */
export function FewChosen({ figures, results, asOf, onFigures }: Props) {
  const intl = useIntl();
  const { today } = useViewer();
  const few = results.flatMap((result, place) => {
    if (result.__typename === 'Withheld') return [];
    const count = result.__typename === 'Figure' ? (result.denominator ?? 0) : 0;
    if (mayBeAShare(count)) return [];
    // Of a time without anybody the programme had not begun; of one too early to judge more is known of what came before.
    const first = result.__typename === 'NoData' && !isTooEarly(result) ? 'ON' : 'BACK';
    return [{ place, count, wider: widerFigure(figures, place, asOf ?? today, first) }];
  });
  return few.map(({ place, count, wider }) => (
    <div key={place} role="note" className={classes.few}>
      <p>{intl.formatMessage({ id: 'chosen.few' }, { name: nameOf(place), count })}</p>
      {wider && (
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => onFigures(figures.map((figure, at) => (at === place ? wider : figure)))}
        >
          <FormattedMessage id="chosen.widen" values={{ name: nameOf(place) }} />
        </Button>
      )}
    </div>
  ));
}
