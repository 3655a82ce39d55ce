import { encodeGlobalID } from '@pothos/plugin-relay';
import { INPUT_LIMITS } from '../../domain/input-limits.ts';
import { UUID } from '../../domain/uuid.ts';

const NUMBER = /^\d{1,9}$/;
const UUID_AND_REVISION = new RegExp(`${UUID.source.slice(0, -1)}:\\d{1,9}$`, 'i');
const UUID_AND_REVISIONS = new RegExp(`${UUID.source.slice(0, -1)}:\\d{1,9}:\\d{1,9}$`, 'i');

/** Every type that implements `Node`, with the form of its key. */
const NODE_KEYS = {
  AccessToken: UUID,
  Activity: UUID,
  AuditEntry: UUID,
  DraftEditSession: UUID_AND_REVISIONS,
  FeatureFlag: NUMBER,
  LostDraft: UUID_AND_REVISION,
  Organization: UUID,
  PersonalApiKey: UUID,
  PreviewToken: UUID,
  Project: NUMBER,
  Survey: UUID,
  Tour: UUID,
  TourDraft: UUID_AND_REVISION,
  TourVersion: UUID,
  User: NUMBER,
} as const;

export type NodeType = keyof typeof NODE_KEYS;

export const NODE_TYPES = Object.keys(NODE_KEYS) as NodeType[];

/** A decoded global id. On the wire it is the base64 of `Type:key`. */
export interface GlobalId {
  typename: NodeType;
  /** The key of the row, as the database returns it. */
  id: string;
}

export function writeGlobalId(typename: NodeType, id: string | number): string {
  return encodeGlobalID(typename, id);
}

/** Null for a text that is not a global id of this schema. The object need not exist. */
export function readGlobalId(text: string): GlobalId | null {
  if (text.length > INPUT_LIMITS.globalId) return null;
  const bytes = Buffer.from(text, 'base64');
  // The decoder skips characters that are not base64.
  if (withoutPadding(bytes.toString('base64')) !== withoutPadding(text)) return null;
  const { typename = '', id = '' } = /^(?<typename>\w+):(?<id>.+)$/s.exec(bytes.toString())?.groups ?? {};
  return isNodeType(typename) && NODE_KEYS[typename].test(id) ? { typename, id: canonical(id) } : null;
}

function withoutPadding(base64: string): string {
  return base64.replace(/={1,2}$/, '');
}

function isNodeType(name: string): name is NodeType {
  return Object.hasOwn(NODE_KEYS, name);
}

/** A number without leading zeros, a UUID in lower case. */
function canonical(id: string): string {
  return NUMBER.test(id) ? String(Number(id)) : id.toLowerCase();
}

/** Whether the key of the type is a UUID. */
export function hasUuid(typename: NodeType): boolean {
  return NODE_KEYS[typename] === UUID;
}

/** Whether the key of the type is a number, its `databaseId`. */
export function hasDatabaseId(typename: NodeType): boolean {
  return NODE_KEYS[typename] === NUMBER;
}

/** The UUID that a text names: the text itself, or the key of a global id. Null for any other text. */
export function readUuid(text: string): string | null {
  if (UUID.test(text)) return text.toLowerCase();
  const globalId = readGlobalId(text);
  return globalId && hasUuid(globalId.typename) ? globalId.id : null;
}
