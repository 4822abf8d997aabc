import { useMutation, useQuery } from '@apollo/client/react';
import { startDuoInput } from '@tandem/domain/inputs';
import { DomainForm } from '@tandem/ui/DomainForm';
import { ChoiceField, DayField, SearchField } from '@tandem/ui/fields';
import { FormDrawer } from '@tandem/ui/FormDrawer';
import { useViewer } from '@tandem/ui/viewer';
import { useNavigate } from '@tanstack/react-router';
import { useIntl } from 'react-intl';
import { graphql } from '../../gql/gql.ts';
import { refusalOf } from '@tandem/ui/refusal';
import { useBranchOptions, useCoordinatorOptions } from '../people/options.ts';

const CANDIDATES = graphql(`
  query Candidates {
    mentees(first: 200, filter: { stage: [INTAKE] }, sort: { field: NAME, direction: ASC }) {
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
    mentors(first: 200, filter: { available: true }, sort: { field: NAME, direction: ASC }) {
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

interface Candidate {
  readonly id: string;
  readonly reference: string;
  readonly person: { readonly name: string };
}
const optionsOf = (edges: readonly { readonly node: Candidate }[] | undefined) =>
  edges?.map(({ node }) => ({ value: node.id, label: `${node.person.name} (${node.reference})` })) ?? [];

function StartDuoForm() {
  const intl = useIntl();
  const navigate = useNavigate();
  const { today, coordinator } = useViewer();
  const { data } = useQuery(CANDIDATES, { fetchPolicy: 'network-only' });
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
      <SearchField name="menteeId" required options={optionsOf(data?.mentees.edges)} />
      <SearchField name="mentorId" required options={optionsOf(data?.mentors.edges)} />
      <ChoiceField name="coordinatorId" required options={coordinators} empty={choose} />
      <ChoiceField name="branchId" required options={branches} empty={choose} />
      <DayField name="startedOn" required max={today} />
    </DomainForm>
  );
}
