import { useQuery } from '@apollo/client/react';
import { GRANT_KINDS, GRANT_STATUSES } from '@tandem/domain/vocabulary';
import { ChoiceField, DayField, LongTextField, NumberField, SearchField, TextField } from '@tandem/ui/fields';
import { useWords } from '@tandem/ui/words';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { graphql } from '../../gql/gql.ts';
import { useBranchOptions } from '../people/options.ts';

const FUNDERS = graphql(`
  query Funders($search: String) {
    partners(first: 50, filter: { search: $search }) {
      edges {
        node {
          id
          name
        }
      }
    }
  }
`);

/** What a grant says beside its conditions, instalments and deadlines. */
export function GrantFields({
  funder,
}: {
  readonly funder?: { readonly id: string; readonly name: string };
}) {
  const intl = useIntl();
  const { options } = useWords();
  const branches = useBranchOptions();
  const [search, setSearch] = useState('');
  const { data, previousData } = useQuery(FUNDERS, { variables: { search: search || null } });
  const found = (data ?? previousData)?.partners.edges.map(({ node }) => node) ?? [];
  const funders =
    funder === undefined || found.some(({ id }) => id === funder.id) ? found : [funder, ...found];
  const label = (id: string) => ({ label: intl.formatMessage({ id: `grant.field.${id}` }) });
  return (
    <>
      <TextField name="reference" required {...label('reference')} />
      <SearchField
        name="funderId"
        required
        {...label('funder')}
        options={funders.map(({ id, name }) => ({ value: id, label: name }))}
        onSearch={setSearch}
      />
      <ChoiceField name="kind" required {...label('kind')} options={options('GrantKind', GRANT_KINDS)} />
      <ChoiceField
        name="status"
        required
        {...label('status')}
        options={options('GrantStatus', GRANT_STATUSES)}
      />
      <DayField name="startsOn" required {...label('startsOn')} />
      <DayField name="endsOn" required {...label('endsOn')} />
      <NumberField name="euros" required {...label('amount')} suffix="€" />
      <ChoiceField
        name="branchId"
        options={branches}
        empty={intl.formatMessage({ id: 'grant.allBranches' })}
      />
      <LongTextField name="purpose" {...label('purpose')} />
    </>
  );
}
