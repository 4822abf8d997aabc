import { Button, Checkbox } from '@mantine/core';
import { VARIABLE_ROLES } from '@tandem/metrics/research/variable';
import { Section } from '@tandem/ui/Section';
import { FormattedMessage, useIntl } from 'react-intl';
import type { Variable } from './research.queries.ts';
import classes from './Research.module.css';

interface Props {
  /** Undefined while they are on their way. */
  readonly variables: readonly Variable[] | undefined;
  /** Names of those that are chosen. */
  readonly chosen: readonly string[];
  readonly onChoose: (names: string[]) => void;
  /** Goes back to the usual ones; absent where they are chosen. */
  readonly onUsual: (() => void) | undefined;
}

/** The columns of the data set, by what they may tell. */
export function ColumnChoice({ variables, chosen, onChoose, onUsual }: Props) {
  const intl = useIntl();
  const choose = (own: readonly Variable[], names: readonly string[]) => {
    const ofRole = new Set(own.map(({ name }) => name));
    const kept = new Set([...chosen.filter((name) => !ofRole.has(name)), ...names]);
    onChoose((variables ?? []).flatMap(({ name }) => (kept.has(name) ? [name] : [])));
  };
  return (
    <Section
      folds
      title={intl.formatMessage({ id: 'research.columns' })}
      about={<FormattedMessage id="research.columnsAbout" />}
      action={
        onUsual && (
          <Button variant="subtle" color="gray" size="compact-sm" onClick={onUsual}>
            <FormattedMessage id="research.usual" />
          </Button>
        )
      }
    >
      <div className={classes.roles}>
        {VARIABLE_ROLES.map((role) => {
          const own = variables?.filter((variable) => variable.role === role) ?? [];
          return (
            <Checkbox.Group
              key={role}
              className={classes.role ?? ''}
              label={<FormattedMessage id={`research.role.${role}`} />}
              description={<FormattedMessage id={`research.roleAbout.${role}`} />}
              value={own.flatMap(({ name }) => (chosen.includes(name) ? [name] : []))}
              onChange={(names) => choose(own, names)}
            >
              <div className={classes.columns}>
                {own.map(({ name, label }) => (
                  <Checkbox key={name} value={name} label={label} size="sm" />
                ))}
              </div>
            </Checkbox.Group>
          );
        })}
      </div>
    </Section>
  );
}
