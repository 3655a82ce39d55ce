import { it } from 'vitest';
import { startTestApp, type TestApp } from './app.ts';

/**
 * `it` for a file whose cases share one gateway, which has a database of its own. The `gateway` fixture starts with the first case or hook that asks for it and
 * stops after the last case of the file.
 *
 * @param options as of startTestApp
 */
export function gatewayTest(...options: Parameters<typeof startTestApp>) {
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads the dependencies of a fixture from this pattern
  return it.extend('gateway', { scope: 'file' }, async ({}, { onCleanup }): Promise<TestApp> => {
    const gateway = await startTestApp(...options);
    onCleanup(() => gateway.stop());
    return gateway;
  });
}
