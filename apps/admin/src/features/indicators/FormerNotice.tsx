import { Alert } from '@mantine/core';
import { useFormerWords } from './former-version.ts';
import type { Metric } from './indicator.queries.ts';

interface Props {
  readonly metric: Metric;
  readonly version: number | undefined;
}

/** That what is shown is counted by a former version, and why it was replaced; nothing of the version in force. */
export function FormerNotice({ metric, version }: Props) {
  const former = useFormerWords()(metric, version);
  if (former === undefined) return null;
  return (
    <Alert color="yellow" mb="lg" role="note">
      <strong>{former.notice}.</strong> {former.why}
    </Alert>
  );
}
