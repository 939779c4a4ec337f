import { BlockList, isIPv4, isIPv6 } from 'node:net';

/** What is not the open internet: IANA's registries of special-purpose addresses, multicast, and what embeds IPv4. */
const closed = new BlockList();
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4]
] as const)
  closed.addSubnet(network, bits, 'ipv4');

// of IPv6 only what is given out to the public is open, without its own special ranges and those that carry IPv4
const open6 = new BlockList();
open6.addSubnet('2000::', 3, 'ipv6');
for (const [network, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20]
] as const)
  closed.addSubnet(network, bits, 'ipv6');

/** May a server of ours ask this address? It is asked of what a name resolved to, never of the name. */
export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !closed.check(address, 'ipv4');
  return isIPv6(address) && open6.check(address, 'ipv6') && !closed.check(address, 'ipv6');
}

/** http and https on their own ports, without a name and password in it. */
export function isAskable(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, username, password, port } = new URL(address);
  return /^https?:$/.test(protocol) && !username && !password && (port === '' || port === '80' || port === '443');
}
