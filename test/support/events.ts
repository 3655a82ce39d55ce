import { randomUUID } from 'node:crypto';
import { type SdkAnswer, sdkRequest } from './sdk.ts';

export interface BrowserEvent {
  uuid?: unknown;
  event?: unknown;
  properties?: Record<string, unknown>;
  [key: string]: unknown;
}

/** An event as the SDK makes it. `properties` go beside the standard ones; `more` stands beside them. */
export function browserEvent(
  token: string,
  event: string,
  distinctId: string,
  properties: Record<string, unknown> = {},
  more: Record<string, unknown> = {},
): BrowserEvent {
  return {
    uuid: randomUUID(),
    event,
    properties: {
      token,
      distinct_id: distinctId,
      $device_id: `device of ${distinctId}`,
      $lib: 'web',
      $current_url: 'https://shop.example/',
      $process_person_profile: true,
      ...properties,
    },
    timestamp: new Date().toISOString(),
    ...more,
  };
}

/** A batch as the SDK sends it. */
export function sendEvents(url: string, token: string, batch: readonly BrowserEvent[], path = '/i/v0/e/'): Promise<SdkAnswer> {
  const body = JSON.stringify({ api_key: token, batch, sent_at: new Date().toISOString() });
  return sdkRequest(url, path, { method: 'POST', body, headers: { 'content-type': 'application/json' } });
}

/** Events of one token on one node, told one after the other. */
export function browserOf({ url, token }: { url: string; token: string }, distinctId: string) {
  async function tell(event: string, properties: Record<string, unknown> = {}, more: Record<string, unknown> = {}): Promise<void> {
    const { status, text } = await sendEvents(url, token, [browserEvent(token, event, distinctId, properties, more)]);
    if (status !== 200) throw new Error(`${event} was answered ${status}: ${text}`);
  }
  return {
    tell,
    set: (properties: object) => tell('$set', { $set: properties }),
    setOnce: (properties: object) => tell('$set', { $set_once: properties }),
    unset: (keys: string[]) => tell('$set', { $unset: keys }),
    /** The SDK tells it under the new id. */
    identify: (name: string, set: object = {}) =>
      tell('$identify', { distinct_id: name, $anon_distinct_id: distinctId }, { $set: set, $set_once: {} }),
  };
}
