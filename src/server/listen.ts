import type { AddressInfo, Server } from 'node:net';
import { SetupError } from '../config/setup-error.ts';
import type { Config } from '../config.ts';
import { urlOf } from './url.ts';

/** Nothing can listen at HOST and PORT. */
export class ListenError extends SetupError {}

type Address = Pick<Config, 'host' | 'port'>;

const REASONS: Record<string, (address: Address) => string> = {
  EADDRINUSE: ({ host, port }) =>
    `Port ${port} of ${host} is in use by another process. Stop that process, or set PORT to another port (0: any free one).`,
  EACCES: ({ port }) => `This user may not listen on port ${port}. Set PORT to 1024 or more.`,
  EADDRNOTAVAIL: ({ host }) => `${host} is no address of this machine. Set HOST to one of its addresses, or to 0.0.0.0.`,
  ENOTFOUND: ({ host }) => `The host name "${host}" cannot be resolved. Set HOST to an address of this machine, or to 0.0.0.0.`,
};

/**
 * Starts to listen.
 *
 * @returns where it listens, for example http://127.0.0.1:4000
 * @throws ListenError
 */
export async function listen(server: Server, address: Address): Promise<string> {
  const { host, port } = address;
  try {
    await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, host, resolve));
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    const reason = (REASONS[code] ?? (() => `The gateway cannot listen on port ${port} of ${host}: ${message}. Check HOST and PORT.`))(
      address,
    );
    throw new ListenError(reason, { cause: error });
  }
  return urlOf(host, (server.address() as AddressInfo).port);
}
