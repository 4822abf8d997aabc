import { ErrorState } from '@tandem/ui/ErrorState';
import type { ErrorComponentProps } from '@tanstack/react-router';

export function ShowError({ error, reset }: ErrorComponentProps) {
  return <ErrorState error={error} retry={reset} />;
}
