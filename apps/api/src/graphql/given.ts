/** Whether an optional argument was given: a client may leave it out or send null, and both mean the same. */
export function given<T>(argument: T | null | undefined): argument is T {
  return argument !== undefined && argument !== null;
}
