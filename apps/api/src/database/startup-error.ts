/** Why the platform cannot start. The message is the one line that an operator reads; nothing was changed. */
export class StartupError extends Error {
  override readonly name = 'StartupError';
}
