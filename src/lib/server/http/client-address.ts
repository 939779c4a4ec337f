import { isIP, type BlockList } from 'node:net';

/** Header that carries the client's address to SvelteKit; whatever a client sends under this name is overwritten. */
export const clientAddressHeader = 'x-acervo-client';

const plain = (address: string) => address.trim().replace(/^::ffff:(?=\d+\.)/, '');

function isTrusted(address: string, trusted: BlockList): boolean {
  const version = isIP(address);
  return version !== 0 && trusted.check(address, version === 6 ? 'ipv6' : 'ipv4');
}

/**
 * Read from the right: the last address that is not one of our proxies. What stands further left, anybody can have
 * written.
 */
export function clientAddress(socketAddress: string, forwardedFor: string | undefined, trusted: BlockList): string {
  const hops = [...(forwardedFor?.split(',') ?? []), socketAddress].map(plain);
  while (hops.length > 1 && isTrusted(hops.at(-1) ?? '', trusted)) hops.pop();
  return hops.at(-1) ?? plain(socketAddress);
}

/** This machine itself: an address or the name of one. */
export const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host);
