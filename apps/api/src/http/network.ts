import type { Request } from 'express';
import { isIPv6 } from 'node:net';

/** So many of the eight groups of an IPv6 address are given to a household or a machine as a whole. */
const GROUPS = 4;

/**
 * Under what the address of a request is counted: an IPv4 address as it is, of an IPv6 address its /64, since whoever has
 * one address of it has all of them.
 */
export function networkOf({ ip = '' }: Pick<Request, 'ip'>): string {
  if (!isIPv6(ip)) return ip;
  const mapped = /^::ffff:(\d+(?:\.\d+){3})$/i.exec(ip)?.[1];
  if (mapped !== undefined) return mapped;
  const [head = '', tail] = ip.replace(/%.*$/, '').toLowerCase().split('::');
  const groups = head === '' ? [] : head.split(':');
  if (tail !== undefined) {
    const behind = tail === '' ? [] : tail.split(':');
    // An IPv4 address at the end stands for two groups.
    const length = behind.length + (tail.includes('.') ? 1 : 0);
    groups.push(...Array.from({ length: 8 - groups.length - length }, () => '0'), ...behind);
  }
  return `${groups
    .slice(0, GROUPS)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`;
}
