import { pino, type DestinationStream, type Logger } from 'pino';

/** The log on standard error, without a value of anybody's: see `toldOf`. */
export function makeLog(level: string, destination: DestinationStream = pino.destination(2)): Logger {
  return pino({ level, serializers: { err: toldOf } }, destination);
}

/** What of a database's error names a rule and no value. */
const OF_DATABASE = ['code', 'constraint', 'table', 'column', 'routine'] as const;

/** A frame of our own code, as it is built or as tests run it. */
const OWN_FRAME = /\/(apps|packages)\/\w+\/(dist|src)\//;

/**
 * What the log tells of an error: its kind, where it was thrown, and which rule of the database it met. Others' messages
 * repeat what they could not take (a name in a constraint's detail, a cell in a parser's complaint, an address in a mail
 * server's answer), and so do statements' parameters; so a message is told only where our own code threw it, which puts no
 * values into messages.
 */
function toldOf(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error };
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const ours = OWN_FRAME.test(frames[0] ?? '');
  const fields = { ...('driverError' in error && Object(error.driverError)), ...error } as Record<
    string,
    unknown
  >;
  return {
    type: error.name,
    ...(ours && { message: error.message }),
    ...Object.fromEntries(
      OF_DATABASE.flatMap((name) => (typeof fields[name] === 'string' ? [[name, fields[name]]] : [])),
    ),
    stack: frames.map((frame) => frame.trim()),
    ...(error.cause !== undefined && { cause: toldOf(error.cause) }),
  };
}
