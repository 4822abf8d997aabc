import { useQuery } from '@apollo/client/react';
import { useDebouncedValue } from '@mantine/hooks';
import { SMALLEST_GROUPS } from '@tandem/domain/research-inputs';
import { ErrorState } from '@tandem/ui/ErrorState';
import { useKeptQuery } from '@tandem/ui/use-kept-query';
import { useViewer } from '@tandem/ui/viewer';
import { getRouteApi } from '@tanstack/react-router';
import { FormattedMessage, useIntl } from 'react-intl';
import type { ResearchChoiceInput } from '../../gql/graphql.ts';
import { AnalysisPage } from '../indicators/AnalysisPage.tsx';
import { periodOf, reversedEnd } from '../indicators/cohort-search.ts';
import { CohortScope } from '../indicators/CohortScope.tsx';
import { ColumnChoice } from './ColumnChoice.tsx';
import { DataSetSentence } from './DataSetSentence.tsx';
import { ProtectionSection } from './ProtectionSection.tsx';
import { RESEARCH, RESEARCH_PREVIEW, type Variable } from './research.queries.ts';
import type { ResearchSearch } from './research.routes.ts';
import { TakeOutSection } from './TakeOutSection.tsx';

const route = getRouteApi('/indicators/research');

/** One data set of duos under pseudonyms, with its codebook: which duos, which columns, how protected, for whom and why. */
export function ResearchPage() {
  const intl = useIntl();
  const { today } = useViewer();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const set = (change: Partial<ResearchSearch>) =>
    void navigate({ search: (before) => ({ ...before, ...change }), resetScroll: false });
  const asked = Object.values(search).some((value) => value !== undefined);
  return (
    <AnalysisPage
      title={intl.formatMessage({ id: 'research.title' })}
      scope={<FormattedMessage id="research.scope" />}
    >
      <CohortScope
        search={search}
        onChange={set}
        onReset={asked ? () => void navigate({ search: {} }) : undefined}
      />
      {reversedEnd(search, today) === undefined && <DataSet search={search} set={set} />}
    </AnalysisPage>
  );
}

/** How long the choice rests before it is looked at what it would be. */
const REST_MILLISECONDS = 400;

interface Props {
  readonly search: ResearchSearch;
  readonly set: (change: Partial<ResearchSearch>) => void;
}

function DataSet({ search, set }: Props) {
  const { today } = useViewer();
  const { data, error } = useQuery(RESEARCH);
  const variables = data?.researchVariables;
  const usual = variables?.filter(({ byDefault }) => byDefault).map(({ name }) => name);
  const chosen = variables?.filter(({ name }) => (search.columns ?? usual)?.includes(name));
  const columns = chosen?.map(({ name }) => name) ?? [];
  const scope = scopeOf(search, today);
  const purposeOf = ({ purpose: wanted }: ResearchSearch) =>
    data?.researchPurposes.find(({ key }) => key === wanted);
  const purpose = purposeOf(search);
  // Of a million duos it takes seconds: it is looked at once the choice rests.
  const [rested] = useDebouncedValue(search, REST_MILLISECONDS);
  const asked = variables?.filter(({ name }) => (rested.columns ?? usual)?.includes(name)) ?? [];
  const looked = useKeptQuery(
    RESEARCH_PREVIEW,
    {
      choice: { ...scopeOf(rested, today), columns: decisive(asked) },
      purpose: purposeOf(rested)?.key ?? null,
    },
    undefined,
    { skip: asked.length === 0 },
  );
  const failed = error ?? looked.error;
  if (failed !== undefined) return <ErrorState error={failed} />;
  const preview = columns.length === 0 ? undefined : looked.data?.researchPreview;
  const pending = looked.pending || rested !== search;
  return (
    <>
      <DataSetSentence preview={preview} pending={pending} chosen={chosen} />
      <ColumnChoice
        variables={variables}
        chosen={columns}
        onChoose={(names) => set({ columns: names.join() === usual?.join() ? undefined : names })}
        onUsual={search.columns === undefined ? undefined : () => set({ columns: undefined })}
      />
      <ProtectionSection
        chosen={chosen}
        preview={preview}
        pending={pending}
        smallestGroup={scope.smallestGroup}
        onSmallestGroup={(group) => set({ group: group === SMALLEST_GROUPS.usual ? undefined : group })}
      />
      {columns.length > 0 && (
        <TakeOutSection
          purposes={data?.researchPurposes}
          purpose={purpose}
          onPurpose={(key) => set({ purpose: key })}
          choice={{ ...scope, columns }}
        />
      )}
    </>
  );
}

/** Of which duos the data set is, and how protected. */
function scopeOf(search: ResearchSearch, today: string) {
  const period = periodOf(search, today);
  return {
    smallestGroup: search.group ?? SMALLEST_GROUPS.usual,
    ...(search.asOf && { asOf: search.asOf }),
    ...(period && { period }),
    ...(search.branch && { branch: search.branch }),
  } satisfies Omit<ResearchChoiceInput, 'columns'>;
}

/** The columns that decide what is withheld, and of what: others change nothing of it. One at least is asked about. */
function decisive(asked: readonly Variable[]): string[] {
  const own = asked.filter(({ role }) => role === 'IDENTIFYING' || role === 'PSEUDONYM');
  return (own.length > 0 ? own : asked.slice(0, 1)).map(({ name }) => name);
}
