import { Alert, Button, Checkbox, Group, SegmentedControl, Text } from '@mantine/core';
import { useQuery } from '@apollo/client/react';
import { SMALLEST_SHARE, tenThousandths, WHOLE_SHARE } from '@tandem/domain/funding';
import { DATA_FORMATS } from '@tandem/ui/data-files';
import { DataTable } from '@tandem/ui/DataTable';
import { DecimalInput } from '@tandem/ui/DecimalInput';
import { DownloadMenu } from '@tandem/ui/DownloadMenu';
import { EmptyState } from '@tandem/ui/EmptyState';
import { ErrorState } from '@tandem/ui/ErrorState';
import { FormDrawer } from '@tandem/ui/FormDrawer';
import { useFormat } from '@tandem/ui/format';
import { useCan } from '@tandem/ui/viewer';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { EARMARK_PREVIEW, GRANT_DUOS } from './grant.queries.ts';
import { DuoCost } from './DuoCost.tsx';
import { DuoRange } from './DuoRange.tsx';
import {
  useGrantDuoColumns,
  withPreview,
  type GrantDuo,
  type GrantDuoListName,
} from './grant-duo-columns.tsx';
import type { GrantDuoFilter } from '../../gql/graphql.ts';
import type { Grant } from './grant-values.ts';
import { useEarmarks } from './use-earmarks.ts';
import { useGrantDuoFile } from './use-grant-duo-file.ts';

/** So many duos are shown, and earmarked at once. */
const SHOWN = 200;

const LISTS: readonly GrantDuoListName[] = ['paid', 'beyond', 'free'];
const FILTERS = {
  paid: { earmarked: true },
  beyond: { earmarked: true, beyondPeriod: true },
  free: { earmarked: false, free: true, fitting: true },
} as const satisfies Record<GrantDuoListName, GrantDuoFilter>;

/** A share in percent, as it is kept. */
function shareOf(percent: number): number {
  return tenThousandths(percent / 100) / WHOLE_SHARE;
}

/** Why what was typed is no share of a duo; undefined where it is one, or where nothing is typed. */
function useNotTaken(percent: number | string | null): string | undefined {
  const intl = useIntl();
  const format = useFormat();
  if (percent === null) return undefined;
  if (typeof percent === 'string') return intl.formatMessage({ id: 'refusal.NUMBER_INVALID' });
  const share = shareOf(percent);
  if (share < SMALLEST_SHARE)
    return intl.formatMessage({ id: 'refusal.TOO_SMALL' }, { limit: format.percent(SMALLEST_SHARE, 2) });
  return share > 1
    ? intl.formatMessage({ id: 'refusal.TOO_LARGE' }, { limit: format.percent(1) })
    : undefined;
}

/** The duos that a grant pays, those of them that go beyond its period, and those that it could: chosen ones are earmarked with a share, each with its preview. */
export function GrantDuos({ grant }: { readonly grant: Grant }) {
  const intl = useIntl();
  const can = useCan();
  const [list, setList] = useState<GrantDuoListName>('paid');
  const paid = list !== 'free';
  const [percent, setPercent] = useState<number | string | null>(100);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [skip, setSkip] = useState(0);
  const [opened, setOpened] = useState<GrantDuo>();
  const begin = () => {
    setChosen(new Set());
    setSkip(0);
  };
  const notTaken = useNotTaken(percent);
  const share = typeof percent === 'number' && notTaken === undefined ? shareOf(percent) : 0;
  const asked = {
    grantId: grant.id,
    filter: FILTERS[list],
    seesMoney: paid && can('SEE_MONEY'),
    seesDuos: can('SEE_DUOS'),
  };
  const { data, previousData, error } = useQuery(GRANT_DUOS, {
    variables: { ...asked, first: SHOWN, skip },
    fetchPolicy: 'cache-and-network',
  });
  const page = (data ?? previousData)?.grantDuos;
  const { earmark, remove } = useEarmarks(grant.id);
  const free = (duo: GrantDuo) => paid || duo.refusal == null;
  const listed = page?.duos ?? [];
  const previewed = useQuery(EARMARK_PREVIEW, {
    variables: { grantId: grant.id, earmarks: listed.map(({ id }) => ({ duoId: id, share })) },
    skip: paid || share === 0 || listed.length === 0,
    fetchPolicy: 'cache-and-network',
  });
  const duos = withPreview(listed, (previewed.data ?? previewed.previousData)?.earmarkPreview ?? []);
  const picked = duos.filter((duo) => chosen.has(duo.id) && free(duo));
  const toggle = (id: string) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  const choosable = duos.filter(free);
  const columns = useGrantDuoColumns({
    paid,
    chosen,
    free,
    onToggle: toggle,
    choosing: grant.viewerCanManage,
    onOpen: can('SEE_MONEY') ? setOpened : undefined,
  });
  const writeFile = useGrantDuoFile({
    grant,
    list,
    columns,
    variables: asked,
    share,
  });
  const act = async () => {
    const done = paid ? await remove(picked) : await earmark(picked.map(({ id }) => ({ duoId: id, share })));
    if (done) begin();
  };
  if (error !== undefined && page == null) return <ErrorState error={error} />;
  return (
    <>
      <Group mb="sm" align="end">
        <SegmentedControl
          aria-label={intl.formatMessage({ id: 'grant.duos' })}
          value={list}
          data={LISTS.map((value) => ({
            value,
            label: intl.formatMessage({ id: `grant.duos.${value}` }),
          }))}
          onChange={(value) => {
            setList(value);
            begin();
          }}
        />
        {grant.viewerCanManage && (
          <>
            {!paid && (
              <DecimalInput
                label={intl.formatMessage({ id: 'grant.share' })}
                value={percent}
                onChange={setPercent}
                error={notTaken}
                suffix=" %"
                w="8rem"
              />
            )}
            <Checkbox
              label={intl.formatMessage({ id: 'grant.chooseAll' }, { count: choosable.length })}
              checked={choosable.length > 0 && picked.length === choosable.length}
              indeterminate={picked.length > 0 && picked.length < choosable.length}
              onChange={(event) =>
                setChosen(new Set(event.currentTarget.checked ? choosable.map(({ id }) => id) : []))
              }
            />
            <Button disabled={picked.length === 0 || (!paid && share === 0)} onClick={() => void act()}>
              <FormattedMessage
                id={paid ? 'grant.removeEarmarks' : 'grant.earmark'}
                values={{ count: picked.length }}
              />
            </Button>
          </>
        )}
        {duos.length > 0 && (
          <DownloadMenu
            formats={DATA_FORMATS}
            onDownload={writeFile}
            button={{ variant: 'default', ml: 'auto' }}
          />
        )}
      </Group>
      {list === 'beyond' && (
        <Text size="sm" c="dimmed" mb="sm">
          <FormattedMessage id="grant.beyondAbout" />
        </Text>
      )}
      {!paid && picked.some(({ beginsBefore, goesOnAfter }) => beginsBefore || goesOnAfter) && (
        <Alert color="yellow" mb="sm" role="status">
          <FormattedMessage
            id="grant.beyondChosen"
            values={{
              count: picked.filter(({ beginsBefore, goesOnAfter }) => beginsBefore || goesOnAfter).length,
            }}
          />
        </Alert>
      )}
      {page != null && (
        <DuoRange
          skip={skip}
          shown={duos.length}
          total={page.totalCount}
          size={SHOWN}
          onSkip={(next) => {
            setSkip(next);
            setChosen(new Set());
          }}
        />
      )}
      <DataTable
        caption={intl.formatMessage({ id: 'grant.duos' })}
        columns={columns}
        rows={page == null ? undefined : duos}
        rowKey={({ id }) => id}
        empty={<EmptyState title={intl.formatMessage({ id: `grant.none.${list}` })} />}
      />
      <FormDrawer
        title={intl.formatMessage({ id: 'duoCost.title' }, { reference: opened?.reference })}
        wide
        opened={opened !== undefined}
        onClose={() => setOpened(undefined)}
      >
        {opened !== undefined && <DuoCost duoId={opened.id} reference={opened.reference} />}
      </FormDrawer>
    </>
  );
}
