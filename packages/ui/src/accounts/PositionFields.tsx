import { useQuery } from '@apollo/client/react';
import { isPartnerRole, ROLES, type Role } from '@tandem/domain/capabilities';
import { useState } from 'react';
import { useWatch } from 'react-hook-form';
import { useIntl } from 'react-intl';
import { ChoiceField, ManyField, SearchField } from '../form/fields.tsx';
import { graphql } from '../gql/gql.ts';
import { useWords } from '../i18n/words.ts';
import { useViewer } from '../session/viewer.ts';

const PARTNER_OPTIONS = graphql(`
  query PartnerOptions($search: String) {
    partners(first: 20, filter: { search: $search }) {
      edges {
        node {
          id
          name
        }
      }
    }
  }
`);
const BRANCH_OPTIONS = graphql(`
  query BranchOptions {
    branches {
      id
      name
    }
  }
`);

interface Props {
  /** The partner that is chosen at first: it is offered whatever is searched for. */
  readonly partner?: { readonly id: string; readonly name: string } | null | undefined;
}

/** What an account acts as; then for which partner, or in which branches, as the role needs it. */
export function PositionFields({ partner }: Props) {
  const intl = useIntl();
  const { options } = useWords();
  const ownPartner = useViewer().partner;
  const role = useWatch<{ role?: Role | null }>({ name: 'role' }) ?? undefined;
  // Members' manager gives no role but those of members, for no partner but her own.
  const roles = ownPartner === null ? ROLES : ROLES.filter(isPartnerRole);
  return (
    <>
      <ChoiceField
        name="role"
        required
        options={options('Role', roles)}
        empty={intl.formatMessage({ id: 'form.choose' })}
      />
      {role !== undefined && isPartnerRole(role) && ownPartner === null && <PartnerField chosen={partner} />}
      {role === 'COORDINATOR' && <BranchesField />}
    </>
  );
}

function PartnerField({ chosen }: { readonly chosen: Props['partner'] }) {
  const [search, setSearch] = useState('');
  const { data, previousData } = useQuery(PARTNER_OPTIONS, { variables: { search: search || null } });
  const found = (data ?? previousData)?.partners.edges.map(({ node }) => node) ?? [];
  const all = chosen == null ? found : [chosen, ...found.filter(({ id }) => id !== chosen.id)];
  return (
    <SearchField
      name="partnerId"
      required
      options={all.map(({ id, name }) => ({ value: id, label: name }))}
      onSearch={setSearch}
    />
  );
}

function BranchesField() {
  const { data } = useQuery(BRANCH_OPTIONS);
  const options = data?.branches.map(({ id, name }) => ({ value: id, label: name })) ?? [];
  return <ManyField name="branchIds" required options={options} />;
}
