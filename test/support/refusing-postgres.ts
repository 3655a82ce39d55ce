import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';

export interface RefusingServer {
  port: number;
  close(): void;
}

/** A server that speaks PostgreSQL's protocol as far as to refuse every client: with an SQLSTATE and a message, or by closing the connection where that is null. */
export async function startRefusingPostgres(refusal: { code: string; message: string } | null): Promise<RefusingServer> {
  const server = createServer((socket) => {
    socket.on('error', () => {});
    socket.once('data', () => socket.end(refusal ? errorResponse(refusal) : ''));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return { port: (server.address() as AddressInfo).port, close: () => server.close() };
}

function errorResponse({ code, message }: { code: string; message: string }): Buffer {
  const fields = Buffer.from(`SFATAL\0VFATAL\0C${code}\0M${message}\0\0`);
  const head = Buffer.alloc(5);
  head.write('E');
  head.writeInt32BE(fields.length + 4, 1);
  return Buffer.concat([head, fields]);
}
