import { expect } from 'vitest';
import { gatewayTest } from '../../support/gateway-test.ts';
import { mutate } from '../../support/mutate.ts';

const it = gatewayTest();

it('deletes a tour with large versions, and brings back the newest 32 MiB of them', async ({ gateway }) => {
  const { tour } = await mutate(gateway.graphql, 'createTour', { projectId: 1, name: 'Much history' });
  // Versions 2 to 6, of 7 MiB each.
  await gateway.app.db.sql.query(
    `INSERT INTO tour_versions (project_id, tour_id, number, name, description, content, auto_launch)
     SELECT project_id, tour_id, n, name, '', jsonb_build_object('filler', repeat('x', 7 * 1024 * 1024)), false
     FROM tour_versions, generate_series(2, 6) n WHERE tour_id = $1`,
    [tour.uuid],
  );
  expect((await gateway.rest('DELETE', `1/product_tours/${tour.uuid}/`)).status).toBe(204);
  const selection = 'tour { versions(first: 10) { nodes { number } } }';
  const restored = await mutate(gateway.graphql, 'restoreDeletedTour', { tourId: tour.uuid }, selection);
  expect(restored.tour.versions.nodes.map(({ number }: { number: number }) => number)).toEqual([6, 5, 4, 3]);
});
