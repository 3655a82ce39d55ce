import { encodeRequest, type HttpRequest, type HttpResponse, openConnection } from './http-client.ts';

/** A single request on a connection of its own. */
export async function ask(url: string, request: HttpRequest): Promise<HttpResponse> {
  const connection = await openConnection(url);
  try {
    return await connection.send(encodeRequest(url, request));
  } finally {
    connection.close();
  }
}

export function header({ headers }: HttpResponse, name: string): string | undefined {
  return new RegExp(`\\r\\n${name}: *([^\\r]*)`, 'i').exec(headers)?.[1];
}
