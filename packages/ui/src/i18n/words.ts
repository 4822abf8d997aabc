import { useIntl } from 'react-intl';

/** Gives the words for a value of one of the domain's closed lists, and the options for a choice among them. */
export function useWords() {
  const intl = useIntl();
  const word = (list: string, value: string) => intl.formatMessage({ id: `vocabulary.${list}.${value}` });
  const options = <Value extends string>(list: string, values: readonly Value[]) =>
    values.map((value) => ({ value, label: word(list, value) }));
  return { word, options };
}
