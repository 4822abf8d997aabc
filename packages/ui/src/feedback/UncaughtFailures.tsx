import { useEffect } from 'react';
import { useIntl } from 'react-intl';
import { failedNotice } from './notices.tsx';

/** Says that something did not work where the code that asked for it does not say so itself: a server out of reach. */
export function UncaughtFailures() {
  const intl = useIntl();
  useEffect(() => {
    const report = () => failedNotice(intl);
    globalThis.addEventListener('unhandledrejection', report);
    return () => globalThis.removeEventListener('unhandledrejection', report);
  }, [intl]);
  return null;
}
