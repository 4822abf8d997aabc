// Loaded before the API: the very same program, which also writes down each statement that it asks its database, with
// its values and the role that it runs under, a line of JSON each.
import { appendFileSync } from 'node:fs';
import pg from 'pg';

const file = process.env['RECORD_TO'];
if (file === undefined) throw new Error('RECORD_TO says where statements are written');

const SETTING = /set local [^;]+/g;
const CONTROL = /^(begin|start transaction|commit|rollback|set )/i;
/** What the transaction of each connection has set. */
const settings = new WeakMap<object, string[]>();

const prototype: { query: (this: object, ...args: unknown[]) => unknown } = pg.Client.prototype;
const ask = prototype.query;
prototype.query = function (this: object, ...args: unknown[]) {
  const [first, second] = args;
  const given =
    typeof first === 'object' && first !== null ? (first as { text?: string; values?: unknown[] }) : {};
  const text = typeof first === 'string' ? first : (given.text ?? '');
  if (CONTROL.test(text)) {
    const before = /^(begin|start|commit|rollback)/i.test(text) ? [] : (settings.get(this) ?? []);
    settings.set(this, [...before, ...(text.match(SETTING) ?? [])]);
    return ask.apply(this, args);
  }
  const values = given.values ?? (Array.isArray(second) ? second : []);
  const answer = ask.apply(this, args);
  if (answer instanceof Promise) {
    const line = JSON.stringify({ text, values, settings: settings.get(this) ?? [] });
    appendFileSync(file, `${line}\n`);
  }
  return answer;
};
