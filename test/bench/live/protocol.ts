import { performance } from 'node:perf_hooks';

/** What the crowd's process is told, and what it tells. */
export interface CrowdOrder {
  /** Where to connect: ws://… */
  url: string;
  sockets: number;
  /** Messages that each socket sends when it is open, one after an answer to the one before. Each puts a name of its own in the place of SOCKET_ID. */
  greeting: string[];
  subprotocol: string | null;
}

/** The usual clients make a UUID for each subscription; this is as long as one, and so is what takes its place. */
export const SOCKET_ID = '00000000-0000-4000-8000-000000000000';

export interface CrowdReport {
  open: number;
  /** Messages that carry the time of a save. */
  delivered: number;
  /** Sockets that the other side has closed. */
  closed: number;
  /** Milliseconds from a save's beginning to its event, of every socket and event since the last report. */
  latencies: number[];
}

/** Milliseconds since 1970, as exact as the clock gives them, and the same in every process of the machine. */
export function now(): number {
  return performance.timeOrigin + performance.now();
}

const STAMP = /@(\d+\.\d+)@/;

export function stamp(): string {
  return `@${now().toFixed(3)}@`;
}

/** When the save began whose event this message is; null for any other message. */
export function readStamp(message: string): number | null {
  const found = STAMP.exec(message);
  return found ? Number(found[1]) : null;
}
