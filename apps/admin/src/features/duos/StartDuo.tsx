import { useMutation, useQuery } from '@apollo/client/react';
import { startDuoInput } from '@tandem/domain/inputs';
import { DomainForm } from '@tandem/ui/DomainForm';
import { ChoiceField, DayField, SearchField } from '@tandem/ui/fields';
import { FormDrawer } from '@tandem/ui/FormDrawer';
import { useViewer } from '@tandem/ui/viewer';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { graphql } from '../../gql/gql.ts';
import { refusalOf } from '@tandem/ui/refusal';
import { useBranchOptions, useCoordinatorOptions } from '../people/options.ts';

const MENTEES = graphql(`
  query CandidateMentees($search: String) {
    candidates: mentees(
      first: 50
      filter: { stage: [INTAKE], search: $search }
      sort: { field: NAME, direction: ASC }
    ) {
      edges {
        node {
          id
          reference
          person {
            id
            name
          }
        }
      }
    }
  }
`);
const MENTORS = graphql(`
  query CandidateMentors($search: String) {
    candidates: mentors(
      first: 50
      filter: { available: true, search: $search }
      sort: { field: NAME, direction: ASC }
    ) {
      edges {
        node {
          id
          reference
          person {
            id
            name
          }
        }
      }
    }
  }
`);
const START_DUO = graphql(`
  mutation StartDuo($input: StartDuoInput!) {
    startDuo(input: $input) {
      ... on Duo {
        id
      }
      ...RefusalFields
    }
  }
`);

/** Brings a mentee who had an intake interview and a free mentor together. */
export function StartDuo({ opened, onClose }: { readonly opened: boolean; readonly onClose: () => void }) {
  const intl = useIntl();
  return (
    <FormDrawer title={intl.formatMessage({ id: 'duos.start' })} opened={opened} onClose={onClose}>
      <StartDuoForm />
    </FormDrawer>
  );
}

/** Who can be chosen, found by what is typed of a name or a reference. */
function useCandidates(query: typeof MENTEES | typeof MENTORS) {
  const [search, setSearch] = useState('');
  const { data, previousData } = useQuery(query, {
    variables: { search: search || null },
    fetchPolicy: 'network-only',
  });
  const edges = (data ?? previousData)?.candidates.edges ?? [];
  return {
    options: edges.map(({ node }) => ({ value: node.id, label: `${node.person.name} (${node.reference})` })),
    onSearch: setSearch,
  };
}

function StartDuoForm() {
  const intl = useIntl();
  const navigate = useNavigate();
  const { today, coordinator } = useViewer();
  const mentees = useCandidates(MENTEES);
  const mentors = useCandidates(MENTORS);
  const branches = useBranchOptions();
  const coordinators = useCoordinatorOptions();
  const [startDuo] = useMutation(START_DUO, { refetchQueries: ['Duos', 'Today'] });
  const choose = intl.formatMessage({ id: 'form.choose' });
  return (
    <DomainForm
      schema={startDuoInput}
      draftKey="start-duo"
      defaultValues={{
        startedOn: today,
        ...(coordinator && { coordinatorId: coordinator.id, branchId: coordinator.branch.id }),
      }}
      submitLabel={intl.formatMessage({ id: 'duos.start' })}
      onSubmit={async (input) => {
        const { data: answer } = await startDuo({ variables: { input } });
        const refusal = refusalOf(answer?.startDuo);
        if (refusal === undefined && answer?.startDuo.__typename === 'Duo')
          await navigate({ to: '/duos/$id', params: { id: answer.startDuo.id } });
        return refusal;
      }}
    >
      <SearchField name="menteeId" required {...mentees} />
      <SearchField name="mentorId" required {...mentors} />
      <ChoiceField name="coordinatorId" required options={coordinators} empty={choose} />
      <ChoiceField name="branchId" required options={branches} empty={choose} />
      <DayField name="startedOn" required max={today} />
    </DomainForm>
  );
}
