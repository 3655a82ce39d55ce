/** A signal that is aborted when the connection to a client closes: nobody waits for a result any more. */
export function goneSignal(connection: { once(event: 'close', listener: () => void): unknown }, isClosed: boolean): AbortSignal {
  if (isClosed) return AbortSignal.abort();
  const gone = new AbortController();
  connection.once('close', () => gone.abort());
  return gone.signal;
}
