import { BREAK_REASONS } from '@tandem/domain/vocabulary';
import { useWords } from '@tandem/ui/words';
import { useIntl } from 'react-intl';
import { COMPETING, type ExitSearch } from './exit-search.ts';

/** What the curves are, with what competes and what is censored: for the page, and for files that are read without it. */
export function useExitDefinition() {
  const intl = useIntl();
  const { word } = useWords();
  return ({ competing = COMPETING[0], evidence }: ExitSearch): string =>
    intl.formatMessage(
      { id: 'exit.definition' },
      {
        competing,
        evidence: evidence ?? 'ANY',
        reasons: intl.formatList(BREAK_REASONS.map((reason) => word('ClosureReason', reason))),
      },
    );
}
