import { randomUUID } from 'node:crypto';
import { type CapturedEvent, IDENTIFY, isTourEvent } from '../domain/events/captured-event.ts';
import { UUID } from '../domain/uuid.ts';
import { isObject, type JsonObject } from '../json/json-object.ts';
import { storableObject, storableText } from '../json/storable.ts';
import { DATE_TIME, FREE_OBJECT, type JsonSchema, listSchema } from '../openapi/json-schema.ts';
import { distinctIdOf, textOf } from './distinct-id.ts';
import { eventTime } from './event-time.ts';

/** More events in one request are refused. The SDK sends what happened in three seconds. */
const MAX_EVENTS = 5000;

const MAX_NAME = 200;

/** Properties that concern groups, not the person of the event. */
const GROUP_IDENTIFY = '$groupidentify';

/** A person who asked for no profile: of them, only what they have seen of tours is kept, since that is all that spares them seeing it again. */
const TOUR_PROPERTY = /^\$product_tour_/;
const KEPT_PROPERTY = /^\$(?:product_tour|survey)_/;

export class MalformedCaptureError extends Error {}

export interface CaptureRequest {
  token: string | null;
  /** As they came, each an object with a name and a distinct id. */
  events: JsonObject[];
  sentAt: unknown;
}

/**
 * Finds the events in a body: `{api_key, batch: [...]}`, a bare list, or a single event. The token stands beside them, or in the first event that has one.
 *
 * @throws MalformedCaptureError
 */
export function readCaptureRequest(body: unknown, query: URLSearchParams): CaptureRequest {
  const envelope = isObject(body) ? body : {};
  const list = Array.isArray(body) ? body : (envelope.batch ?? (isObject(body) ? [body] : undefined));
  if (!Array.isArray(list)) throw new MalformedCaptureError('Expected an event, a list of events, or an object with a batch of events.');
  if (list.length > MAX_EVENTS) throw new MalformedCaptureError(`A request may hold ${MAX_EVENTS} events at most, not ${list.length}.`);
  const events = list.map(requireEvent);
  return { token: tokenOf(envelope) ?? firstToken(events), events, sentAt: envelope.sent_at ?? sentAtOf(query) };
}

/**
 * What of the events is to be kept: those that are about a tour or change their person.
 *
 * @param oldest of what happened before then to a tour, nobody knows any more whether it has been here before: it is left out
 */
export function capturedEvents({ events, sentAt }: CaptureRequest, projectId: number, arrival: Date, oldest: Date): CapturedEvent[] {
  return events.flatMap((event) => {
    const occurredAt = eventTime(event, sentAt, arrival);
    const captured = readEvent(event, projectId, occurredAt, occurredAt > oldest);
    return captured ? [captured] : [];
  });
}

function readEvent(event: JsonObject, projectId: number, occurredAt: Date, isYoung: boolean): CapturedEvent | null {
  const properties = propertiesOf(event);
  const name = storableText(event.event as string, MAX_NAME);
  const id = typeof event.uuid === 'string' && UUID.test(event.uuid) ? event.uuid.toLowerCase() : randomUUID();
  const change = personChange(event, properties, name);
  const tour = isYoung && isTourEvent(name) ? tourReference(properties) : null;
  const isUseful = tour !== null || name === IDENTIFY || change.unset.length > 0 || hasKeys(change.set) || hasKeys(change.setOnce);
  if (!isUseful) return null;
  const distinctId = distinctIdOf(event.distinct_id) ?? distinctIdOf(properties.distinct_id) ?? '';
  const anonymousId = name === IDENTIFY ? distinctIdOf(properties.$anon_distinct_id ?? event.$anon_distinct_id) : null;
  return { projectId, id, name, distinctId, occurredAt, anonymousId, tour, ...change };
}

function personChange(event: JsonObject, properties: JsonObject, name: string): Pick<CapturedEvent, 'set' | 'setOnce' | 'unset'> {
  if (name === GROUP_IDENTIFY) return { set: {}, setOnce: {}, unset: [] };
  const isProfileless = properties.$process_person_profile === false;
  const both = (key: '$set' | '$set_once') => {
    const given = { ...objectOf(properties[key]), ...objectOf(event[key]) };
    return storableObject(isProfileless ? only(given, TOUR_PROPERTY) : given);
  };
  const unset = isProfileless ? [] : [...keysOf(properties.$unset), ...keysOf(event.$unset)];
  return { set: both('$set'), setOnce: both('$set_once'), unset };
}

function tourReference(properties: JsonObject): CapturedEvent['tour'] {
  const tourId = uuidOf(properties.$product_tour_id);
  const surveyId = uuidOf(properties.$survey_id);
  if (tourId === null && surveyId === null) return null;
  return { tourId, surveyId, properties: storableObject(only(properties, KEPT_PROPERTY)) };
}

function requireEvent(event: unknown, index: number): JsonObject {
  if (!isObject(event)) throw new MalformedCaptureError(`Event ${index} is not an object.`);
  if (typeof event.event !== 'string' || event.event === '') throw new MalformedCaptureError(`Event ${index} has no name in "event".`);
  const { distinct_id } = propertiesOf(event);
  if (textOf(event.distinct_id) === null && textOf(distinct_id) === null)
    throw new MalformedCaptureError(`Event ${index} has no distinct_id.`);
  return event;
}

function firstToken(events: readonly JsonObject[]): string | null {
  for (const event of events) {
    const token = tokenOf(event) ?? textOf(propertiesOf(event).token);
    if (token !== null) return token;
  }
  return null;
}

function tokenOf({ api_key, token }: JsonObject): string | null {
  return textOf(api_key) ?? textOf(token);
}

/** Some requests say in the address when they were sent, in milliseconds. */
function sentAtOf(query: URLSearchParams): string | undefined {
  const time = new Date(Number(query.get('sent_at') ?? Number.NaN));
  return Number.isNaN(time.getTime()) ? undefined : time.toISOString();
}

function propertiesOf(event: JsonObject): JsonObject {
  return objectOf(event.properties);
}

function objectOf(value: unknown): JsonObject {
  return isObject(value) ? value : {};
}

/** Names of properties to remove come as a list, or as the keys of an object. */
function keysOf(value: unknown): string[] {
  const keys = Array.isArray(value) ? value.filter((key) => typeof key === 'string') : Object.keys(objectOf(value));
  return keys.map((key) => storableText(key, key.length));
}

function only(properties: JsonObject, keys: RegExp): JsonObject {
  return Object.fromEntries(Object.entries(properties).filter(([key]) => keys.test(key)));
}

function uuidOf(value: unknown): string | null {
  return typeof value === 'string' && UUID.test(value) ? value.toLowerCase() : null;
}

function hasKeys(object: JsonObject): boolean {
  return Object.keys(object).length > 0;
}

const TOKEN: JsonSchema = {
  type: 'string',
  description: 'The project’s public token; `token` is the same. It may stand in an event, too.',
};

const EVENT: JsonSchema = {
  type: 'object',
  properties: {
    api_key: TOKEN,
    event: { type: 'string', minLength: 1, description: 'What happened.' },
    distinct_id: { type: 'string', description: 'Whom it happened to. It may stand in the properties, too.' },
    properties: {
      ...FREE_OBJECT,
      description: 'What else is known of it: `$product_tour_id`, `$survey_id`, `$anon_distinct_id` and more.',
    },
    uuid: {
      type: 'string',
      format: 'uuid',
      description: 'An event about a tour that is sent again under the same id is stored once, and changes its person once.',
    },
    timestamp: { ...DATE_TIME, description: 'When it happened, by the clock of the browser.' },
    $set: { ...FREE_OBJECT, description: 'What is known of the person from now on.' },
    $set_once: { ...FREE_OBJECT, description: 'The same, unless it is known already.' },
    $unset: { ...listSchema({ type: 'string' }), description: 'What is to be forgotten of the person.' },
  },
  required: ['event'],
};

/** What a body may be, for those who send it. */
export const CAPTURE_SCHEMA: JsonSchema = {
  anyOf: [
    EVENT,
    listSchema(EVENT),
    {
      type: 'object',
      properties: {
        api_key: TOKEN,
        batch: { ...listSchema(EVENT), description: `${MAX_EVENTS} events at most.` },
        sent_at: { ...DATE_TIME, description: 'When it was sent, by the clock of the browser.' },
      },
      required: ['batch'],
    },
  ],
  examples: [
    {
      api_key: 'phc_…',
      event: 'product tour shown',
      distinct_id: 'ada-1',
      properties: { $product_tour_id: '497f6eca-6276-4993-bfeb-53cbbbba6f08' },
    },
  ],
};
