import { expect, it } from 'vitest';
import { loadConfig } from '../../src/config.ts';
import { startApp } from '../../src/server/app.ts';
import { createTestDatabase } from '../support/database.ts';
import { TOUR_CHANGED } from '../support/documents.ts';
import { restClient } from '../support/rest.ts';
import { subscribe } from '../support/socket.ts';

interface Change {
  kind: string;
  revision: number;
}

it('carries a save through one node to a subscriber of another', async () => {
  const database = await createTestDatabase();
  // An embedded database has one process and one node: there both names stand for the same one.
  const settings = { ...loadConfig({ PORT: '0', LOG_LEVEL: 'fatal', RATE_LIMIT: 'off' }), ...database.config };
  const first = await startApp(settings);
  const second = database.kind === 'postgresql' ? await startApp(settings) : first;
  const key = first.bootstrapped?.personalApiKey ?? '';
  const rest = restClient(first.url, key);
  const { body: tour } = await rest('POST', '1/product_tours/', { name: 'Shared' });
  const watched = subscribe<Change>(second.url, key, TOUR_CHANGED, { tourId: tour.id });
  try {
    expect(await watched.next()).toMatchObject({ kind: 'SNAPSHOT', revision: 1 });
    for (const revision of [2, 3, 4]) {
      await rest('PATCH', `1/product_tours/${tour.id}/draft/`, { name: `At ${revision}` });
      expect(await watched.next()).toMatchObject({ kind: 'SAVED', revision });
    }
    expect(second.bootstrapped === null).toBe(database.kind === 'postgresql');
  } finally {
    await watched.close();
    await first.close();
    if (second !== first) await second.close();
    await database.drop();
  }
});
