import { expect, inject, vi } from 'vitest';
import { gatewayTest } from '../../support/gateway-test.ts';
import { mutate } from '../../support/mutate.ts';
import { restTours } from '../../support/rest-tours.ts';

const { kind } = inject('testDatabase');
const it = gatewayTest();

it('a preview token is not made for a tour that is deleted meanwhile', async ({ gateway }) => {
  const { id: tourId } = await restTours(gateway, gateway.projectId).create();
  const { db } = gateway.app;
  const blocked = () => db.sql.query("SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'");
  let making: ReturnType<typeof mutate> | undefined;
  await db.transaction(async (tx) => {
    await tx.query('DELETE FROM tours WHERE id = $1', [tourId]);
    making = mutate(gateway.graphql, 'createPreviewToken', { tourId }, 'secret');
    // It has found the tour, and waits for what becomes of it. An embedded database has one connection: there it waits before it looks.
    if (kind === 'postgresql') await vi.waitFor(async () => expect(await blocked()).toHaveLength(1), { timeout: 10_000 });
  });
  expect(await making).toMatchObject({ code: 'NOT_FOUND' });
});
