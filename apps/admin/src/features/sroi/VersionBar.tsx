import { Button, Group, NativeSelect } from '@mantine/core';
import { ConfirmButton } from '@tandem/ui/ConfirmButton';
import { useFormat } from '@tandem/ui/format';
import { Status } from '@tandem/ui/Status';
import { useWords } from '@tandem/ui/words';
import { Link } from '@tanstack/react-router';
import { FormattedMessage, useIntl } from 'react-intl';
import { CitedVersion } from './CitedVersion.tsx';
import type { SroiModel, Version } from './sroi.queries.ts';
import { StartVersion } from './StartVersion.tsx';
import { useCitedVersion } from './use-cited-version.ts';
import type { VersionActions } from './use-version-actions.ts';
import { WhichVersion } from './WhichVersion.tsx';
import classes from './Sroi.module.css';

interface Props {
  readonly model: SroiModel;
  readonly version: Version;
  /** What is typed and not saved is neither published nor left behind. */
  readonly dirty: boolean;
  readonly actions: VersionActions;
  /** Opens a version; without an id the one that is opened by itself. */
  readonly onOpen: (id: string | undefined) => void;
}

/** Which version is seen and where it stands, and what can be done with it. */
export function VersionBar({ model, version, dirty, actions, onOpen }: Props) {
  const intl = useIntl();
  const format = useFormat();
  const { word } = useWords();
  const cited = useCitedVersion();
  const published = version.status === 'PUBLISHED';
  const words = (id: string, values?: Record<string, string>) => intl.formatMessage({ id }, values);
  const other = model.versions.find(({ id }) => id !== version.id);
  return (
    <>
      <Group className={classes.bar ?? ''} gap="xs">
        <NativeSelect
          aria-label={words('sroi.version')}
          size="xs"
          value={version.id}
          data={model.versions.map(({ id, name, status }) => ({
            value: id,
            label: `${name} · ${word('SroiStatus', status)}`,
          }))}
          onChange={(event) => onOpen(event.currentTarget.value)}
        />
        <Status tone={published ? 'good' : 'info'}>{word('SroiStatus', version.status)}</Status>
        {published && version.publishedAt != null && (
          <span className={classes.quiet}>
            <FormattedMessage
              id="sroi.publishedBy"
              values={{ who: version.publishedBy, when: format.instant(version.publishedAt) }}
            />
          </span>
        )}
        <Group gap="xs" ml="auto">
          {other !== undefined && (
            <Button
              size="compact-sm"
              variant="subtle"
              renderRoot={(props) => (
                <Link
                  {...props}
                  to="/sroi/compare"
                  search={
                    published
                      ? { first: version.id, second: other.id }
                      : { first: other.id, second: version.id }
                  }
                />
              )}
            >
              <FormattedMessage id="sroi.compare" />
            </Button>
          )}
          {model.viewerCanEdit && (
            <Button
              size="compact-sm"
              variant="subtle"
              renderRoot={(props) => <Link {...props} to="/sroi/proxies" />}
            >
              <FormattedMessage id="sroi.library" />
            </Button>
          )}
          {model.viewerCanEdit && model.draft == null && (
            <StartVersion
              busy={actions.busy}
              onStart={async (name) => {
                const id = await actions.start(name);
                if (id !== undefined) onOpen(id);
              }}
            />
          )}
          {version.viewerCanEdit && (
            <>
              <Button
                size="compact-sm"
                variant="subtle"
                color="gray"
                disabled={actions.busy}
                onClick={() => void actions.discard().then((done) => done && onOpen(undefined))}
              >
                <FormattedMessage id="sroi.discard" />
              </Button>
              {!dirty && (
                <ConfirmButton
                  label={words('sroi.publish')}
                  question={words('sroi.publishAsk', {
                    name: version.name,
                    isCited: cited === undefined ? 'no' : 'yes',
                    cited: cited?.name ?? '',
                  })}
                  onConfirm={async () => {
                    if (await actions.publish()) onOpen(version.id);
                  }}
                />
              )}
            </>
          )}
        </Group>
      </Group>
      <WhichVersion model={model} version={version} onOpen={onOpen} />
      <CitedVersion current={model.current} cited={cited} />
    </>
  );
}
