import { useLazyQuery } from '@apollo/client/react';
import { Select } from '@mantine/core';
import { useIntl } from 'react-intl';
import { graphql } from '../../gql/gql.ts';

const NAMES = graphql(`
  query GrantNames {
    grants {
      id
      reference
    }
  }
`);

interface Props {
  /** The one that was asked for, by its id; undefined where it is all. */
  readonly grant: string | undefined;
  /** The one that is shown; it lags behind while another one is on its way. */
  readonly shown: { readonly id: string; readonly reference: string } | undefined;
  readonly onChoose: (grant: string | undefined) => void;
}

const ALL = 'all';

/** Of which grant the page tells. Some funders have hundreds: they are asked for once somebody looks for one. */
export function GrantChoice({ grant, shown, onChoose }: Props) {
  const intl = useIntl();
  const [load, { data, error }] = useLazyQuery(NAMES);
  const known = data?.grants ?? (shown === undefined ? [] : [shown]);
  const waiting = intl.formatMessage({ id: error === undefined ? 'loading' : 'error.title' });
  return (
    <Select
      aria-label={intl.formatMessage({ id: 'impact.grant' })}
      value={grant ?? ALL}
      data={[
        { value: ALL, label: intl.formatMessage({ id: 'impact.allGrants' }) },
        ...known.map(({ id, reference }) => ({ value: id, label: reference })),
        // The one that was asked for has no name yet.
        ...(grant === undefined || known.some(({ id }) => id === grant)
          ? []
          : [{ value: grant, label: waiting }]),
      ]}
      onDropdownOpen={() => void load()}
      onChange={(value) => onChoose(value === null || value === ALL ? undefined : value)}
      allowDeselect={false}
      searchable
      nothingFoundMessage={data === undefined ? waiting : intl.formatMessage({ id: 'palette.nothing' })}
    />
  );
}
