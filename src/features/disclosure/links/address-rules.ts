/**
 * Which addresses of the internet may be asked for evidence. Whoever enters an address chooses where our server connects
 * to, so nothing inside may be reached by it: refused is every range that IANA's special-purpose registries (RFC 6890 and
 * its updates) do not give to the public.
 */
import { BlockList, isIP } from 'node:net';

const inside = new BlockList();
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  // Link-local, with the metadata service of clouds at 169.254.169.254.
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
  ['240.0.0.0', 4],
] as const)
  inside.addSubnet(network, prefix, 'ipv4');

// Global unicast is 2000::/3; everything outside it (loopback, mapped and translated IPv4, unique local, link-local,
// multicast) is refused by not being in it. Within it these carry something else.
const global6 = new BlockList();
global6.addSubnet('2000::', 3, 'ipv6');
const notGlobal6 = new BlockList();
for (const [network, prefix] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  // 6to4 has an IPv4 address inside, which may be a private one.
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  notGlobal6.addSubnet(network, prefix, 'ipv6');

/** True for an address of the public internet. Anything that is no address is refused. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !inside.check(address, 'ipv4');
  // A zone ("%eth0") belongs to link-local addresses only.
  if (family !== 6 || address.includes('%')) return false;
  return global6.check(address, 'ipv6') && !notGlobal6.check(address, 'ipv6');
}

/** Whether an address is one of those, in whatever spelling. */
export function isOneOf(those: readonly string[], address: string): boolean {
  const list = new BlockList();
  // A zone belongs to link-local addresses, which are never asked.
  for (const one of those)
    if (isIP(one) && !one.includes('%')) list.addAddress(one, isIP(one) === 6 ? 'ipv6' : 'ipv4');
  return list.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
}

/** Ports on which agencies' sites answer; others would make us a scanner of other people's machines. */
export const webPorts: readonly number[] = [80, 443, 8080, 8443];
