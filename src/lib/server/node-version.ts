/** As `engines` in package.json: older ones lack what the build needs, newer ones crash better-sqlite3 12. */
export function isNodeSupported(version: string): boolean {
  const [major = 0, minor = 0] = version.replace('v', '').split('.').map(Number);
  return (major === 20 && minor >= 19) || (major === 22 && minor >= 13) || major === 23 || major === 24;
}

export const nodeWanted = 'Node 20.19 or newer of 20, 22.13 or newer of 22, or 24';
