// Loaded before the API: the very same program, but that facts are not brought up to the records after a write. The
// statement is asked all the same, and does nothing.
import pg from 'pg';

const REFRESH = /^select refresh_\w+\(\$1\)$/;

const prototype: { query: (this: object, ...args: unknown[]) => unknown } = pg.Client.prototype;
const ask = prototype.query;
prototype.query = function (this: object, ...[text, ...rest]: unknown[]) {
  const instead = typeof text === 'string' && REFRESH.test(text) ? 'select $1::uuid[]' : text;
  return ask.apply(this, [instead, ...rest]);
};
