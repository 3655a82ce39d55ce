import { describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { fakeClock } from '../../support/fake-clock.ts';

const PATH = '/.well-known/security.txt';
const DAY = 86_400_000;

const time = fakeClock();

async function withGateway(settings: Record<string, string>, use: (gateway: TestApp) => Promise<void>): Promise<void> {
  const gateway = await startTestApp(settings, { clock: time.clock });
  try {
    await use(gateway);
  } finally {
    await gateway.stop();
  }
}

describe('/.well-known/security.txt', () => {
  it('is not there without a contact', async () => {
    await withGateway({}, async ({ url }) => {
      const response = await fetch(url + PATH);
      expect(response.status).toBe(404);
      expect(await response.json()).toMatchObject({ code: 'not_found' });
    });
  });

  it('names the contact, and never expires while it is served', async () => {
    await withGateway({ SECURITY_CONTACT: 'mailto:security@example.com' }, async ({ url }) => {
      const first = await fetch(url + PATH);
      expect([first.status, first.headers.get('content-type')]).toEqual([200, 'text/plain; charset=utf-8']);
      expect(await first.text()).toBe('Contact: mailto:security@example.com\nExpires: 2026-06-30T00:00:00.000Z\n');
      const etag = String(first.headers.get('etag'));
      expect((await fetch(url + PATH, { headers: { 'if-none-match': etag } })).status).toBe(304);

      time.pass(400 * DAY);
      const later = await fetch(url + PATH, { headers: { 'if-none-match': etag } });
      const expires = Date.parse(String(/^Expires: (.+)$/m.exec(await later.text())?.[1]));
      const daysLeft = (expires - time.clock().getTime()) / DAY;
      expect(daysLeft).toBeGreaterThan(0);
      expect(daysLeft).toBeLessThan(365);
    });
  });

  it.each([
    ['https://tours.example.com/base', ['Canonical: https://tours.example.com/base/.well-known/security.txt']],
    ['http://tours.example.com', []],
  ])('names its own address with PUBLIC_URL=%s where that uses HTTPS', async (publicUrl, expected) => {
    await withGateway({ SECURITY_CONTACT: 'https://example.com/security', PUBLIC_URL: publicUrl }, async ({ url }) => {
      const lines = (await (await fetch(url + PATH)).text()).trimEnd().split('\n');
      expect(lines[0]).toBe('Contact: https://example.com/security');
      expect(lines.filter((line) => line.startsWith('Canonical:'))).toEqual(expected);
    });
  });

  it('is only read', async () => {
    await withGateway({ SECURITY_CONTACT: 'mailto:security@example.com' }, async ({ url }) => {
      const response = await fetch(url + PATH, { method: 'POST' });
      expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
    });
  });
});
