/** Where a server that listens on this address is reached from the machine itself, for example http://127.0.0.1:4000. */
export function urlOf(host: string, port: number): string {
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}
