import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Counts the exchanges that are under way, from now on.
 *
 * @returns closes the server once they are over, or after `patienceMs`. It takes no new connections meanwhile, and keeps none: neither one that waits for
 * another request nor one on which no request ever came
 */
export function watchExchanges(http: Server): (patienceMs: number) => Promise<void> {
  let underWay = 0;
  function count(_: IncomingMessage, res: ServerResponse): void {
    underWay += 1;
    res.once('close', () => {
      underWay -= 1;
    });
  }
  // A request that expects `100 Continue` is no 'request' event.
  for (const event of ['request', 'checkContinue', 'checkExpectation']) http.on(event, count);

  async function drain(patienceMs: number): Promise<void> {
    const closed = new Promise((resolve) => http.close(resolve));
    for (const end = Date.now() + patienceMs; underWay > 0 && Date.now() < end; ) await sleep(20);
    http.closeAllConnections();
    await closed;
  }

  return drain;
}
