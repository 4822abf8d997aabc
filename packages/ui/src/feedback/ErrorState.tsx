import { Button } from '@mantine/core';
import { FormattedMessage } from 'react-intl';
import { isOutdated, refusalOf, requestIdOf } from '../session/client.ts';
import classes from './States.module.css';

interface Props {
  readonly error: unknown;
  readonly retry?: () => unknown;
}

const SAID = { title: 'error.title', what: 'error.what' };
const SAID_OF_REFUSAL = {
  BEING_PREPARED: { title: 'error.prepared', what: 'error.preparedWhat' },
  CANNOT_BE_PREPARED: { title: 'error.notPrepared', what: 'error.notPreparedWhat' },
  FORBIDDEN: { title: 'error.forbidden', what: 'error.forbiddenWhat' },
} as const;

/** What went wrong, what was kept, and what to do; with the id under which it stands in the log. */
export function ErrorState({ error, retry }: Props) {
  const id = requestIdOf(error);
  const again = async () => {
    try {
      await retry?.();
    } catch {
      // It failed once more: what stands here already says so.
    }
  };
  if (isOutdated(error))
    return (
      <div role="alert" className={classes.state}>
        <strong>
          <FormattedMessage id="error.outdated" />
        </strong>
        <Button variant="default" onClick={() => globalThis.location.reload()}>
          <FormattedMessage id="action.reload" />
        </Button>
      </div>
    );
  const refusal = refusalOf(error);
  const said = refusal === undefined ? SAID : SAID_OF_REFUSAL[refusal];
  return (
    <div role="alert" className={classes.state}>
      <strong>
        <FormattedMessage id={said.title} />
      </strong>
      <p>
        <FormattedMessage id={said.what} />
      </p>
      {id !== undefined && refusal === undefined && (
        <p className={classes.small}>
          <FormattedMessage id="error.id" values={{ id: <code>{id}</code> }} />
        </p>
      )}
      {retry !== undefined && refusal !== 'FORBIDDEN' && (
        <Button variant="default" onClick={() => void again()}>
          <FormattedMessage id="action.retry" />
        </Button>
      )}
    </div>
  );
}
