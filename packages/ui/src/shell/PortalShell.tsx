import {
  ActionIcon,
  Burger,
  Menu,
  SegmentedControl,
  Text,
  UnstyledButton,
  useMantineColorScheme,
} from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown, IconSearch } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useFormat } from '../i18n/format.ts';
import { signOut } from '../session/sign-out.ts';
import { useViewer } from '../session/viewer.ts';
import { LanguageSwitch } from './LanguageSwitch.tsx';
import { openPalette, Palette, type PaletteAction } from './Palette.tsx';
import classes from './Shell.module.css';
import { Wordmark } from './Wordmark.tsx';

interface Props {
  readonly portal: 'admin' | 'partner';
  /** The links of the rail, in the router's own component; each a list item's content. */
  readonly links: readonly { readonly key: string; readonly link: ReactNode }[];
  readonly actions: readonly PaletteAction[];
  /** The link to one's own account, in the router's own component. */
  readonly account: (props: object) => ReactNode;
  readonly children: ReactNode;
}

/** The frame of a portal: a quiet rail with words, a banner in the sample programme, and the page. */
export function PortalShell({ portal, links, actions, account, children }: Props) {
  const intl = useIntl();
  const format = useFormat();
  const viewer = useViewer();
  const [open, { toggle, close }] = useDisclosure(false);
  return (
    <div className={classes.shell} data-open={open || undefined}>
      <a href="#page" className={classes.skip}>
        <FormattedMessage id="shell.skip" />
      </a>
      <header className={classes.top}>
        <Burger
          opened={open}
          onClick={toggle}
          size="sm"
          aria-label={intl.formatMessage({ id: 'shell.menu' })}
        />
        <Wordmark portal={portal} />
        <ActionIcon size="lg" onClick={openPalette} aria-label={intl.formatMessage({ id: 'palette.open' })}>
          <IconSearch size={20} />
        </ActionIcon>
      </header>
      <nav className={classes.rail} aria-label={intl.formatMessage({ id: 'shell.navigation' })}>
        <div className={classes.railTop}>
          <Wordmark portal={portal} />
        </div>
        <UnstyledButton className={classes.search} onClick={openPalette}>
          <IconSearch size={16} aria-hidden />
          <span>
            <FormattedMessage id="palette.open" />
          </span>
          <kbd>Ctrl K</kbd>
        </UnstyledButton>
        <ul className={classes.links} onClickCapture={close}>
          {links.map(({ key, link }) => (
            <li key={key}>{link}</li>
          ))}
        </ul>
        <AccountMenu account={account} />
      </nav>
      {/* Closes the rail on a phone when what is beside it is touched. */}
      {open && <div className={classes.veil} onClick={close} aria-hidden />}
      <div className={classes.body}>
        {viewer.sampleMode && (
          <section className={classes.banner} aria-label={intl.formatMessage({ id: 'shell.sampleLabel' })}>
            <FormattedMessage id="shell.sample" values={{ day: format.day(viewer.today, 'long') }} />
          </section>
        )}
        <main id="page" tabIndex={-1} className={classes.page}>
          {children}
        </main>
      </div>
      <Palette actions={actions} />
    </div>
  );
}

function AccountMenu({ account }: Pick<Props, 'account'>) {
  const intl = useIntl();
  const { name, email, role, partner } = useViewer();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Menu position="top-start" width={272} withinPortal shadow="md">
      <Menu.Target>
        <UnstyledButton className={classes.account}>
          <span>
            <strong>{name}</strong>
            <small>{partner?.name ?? intl.formatMessage({ id: `vocabulary.Role.${role}` })}</small>
          </span>
          <IconChevronDown size={16} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{email}</Menu.Label>
        <div className={classes.menuPart}>
          <Text size="xs" c="dimmed" mb={4}>
            <FormattedMessage id="session.language" />
          </Text>
          <LanguageSwitch />
        </div>
        <div className={classes.menuPart}>
          <Text size="xs" c="dimmed" mb={4} id="scheme-label">
            <FormattedMessage id="session.scheme" />
          </Text>
          <SegmentedControl
            fullWidth
            size="xs"
            aria-labelledby="scheme-label"
            value={colorScheme}
            onChange={(value) => setColorScheme(value)}
            data={(['auto', 'light', 'dark'] as const).map((value) => ({
              value,
              label: intl.formatMessage({ id: `session.scheme.${value}` }),
            }))}
          />
        </div>
        <Menu.Divider />
        <Menu.Item renderRoot={account}>
          <FormattedMessage id="account.title" />
        </Menu.Item>
        <Menu.Item onClick={() => void signOut()}>
          <FormattedMessage id="session.signOut" />
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
