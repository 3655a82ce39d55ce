import type { Deps } from '../domain/deps.ts';
import type { CaptureQuotas } from '../domain/events/capture-quota.ts';
import type { CapturedEvent } from '../domain/events/captured-event.ts';
import { type LimitedEvents, type UsedUp, writeEvents } from '../domain/events/write-events.ts';
import type { SdkAnswer, SdkRequest } from './answer.ts';
import { type CaptureRequest, capturedEvents, MalformedCaptureError, readCaptureRequest } from './capture-request.ts';
import { MAX_CAPTURE_BYTES } from './endpoints.ts';
import { createEventQueue, QueueFullError } from './event-queue.ts';
import { cannotStore, invalidPayload, unknownToken } from './failure.ts';
import type { ProjectCache } from './project-cache.ts';
import { createQuotaWarning, type WarnOfQuota } from './quota-warning.ts';
import { createRepeatedReports } from './repeated-reports.ts';
import { readRequestJson } from './request-json.ts';

/** What waits for the database at most. */
const CAPACITY = { events: 20_000, bytes: 64 * 1024 * 1024 };

/** What of that may be of one project: half. */
const PROJECT_CAPACITY = { events: CAPACITY.events / 2, bytes: CAPACITY.bytes / 2 };

/** Enough for the database to be busy with rows and not with transactions, and few enough not to hold up everything else that this process does. */
const BATCH = { events: 500, bytes: 4 * 1024 * 1024 };

const MS_PER_DAY = 86_400_000;

export interface CaptureOptions {
  /** How many days events are kept, which is how old they may be when they come. */
  eventRetentionDays: number;
  quotas: CaptureQuotas;
  log(error: unknown): void;
  /** Tells the operators that a project has used up a quota: at most once an hour for each project, quota and node. */
  warn: WarnOfQuota;
}

/** Takes the events that browsers send. */
export interface Capture {
  answer(request: SdkRequest): Promise<SdkAnswer>;
  close(): Promise<void>;
}

export function createCapture(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  projects: Pick<ProjectCache, 'find'>,
  { eventRetentionDays, quotas, log, warn }: CaptureOptions,
): Capture {
  const queue = createEventQueue<CapturedEvent, LimitedEvents>({
    write: (events) => writeEvents(db, events, quotas),
    capacity: CAPACITY,
    groupCapacity: PROJECT_CAPACITY,
    batch: BATCH,
  });
  const reports = createRepeatedReports();
  const warnOnce = createQuotaWarning(clock, warn);

  /** 200 once all of it is committed. The SDK sends again after any status but 200 and those from 400 to 499. */
  async function take(request: CaptureRequest, projectId: number, bytes: number): Promise<SdkAnswer> {
    const arrival = clock();
    const oldest = new Date(arrival.getTime() - eventRetentionDays * MS_PER_DAY);
    const events = reports.leaveOut(capturedEvents(request, projectId, arrival, oldest));
    try {
      const limited = await queue.add(events, bytes, projectId);
      reports.remember(events.filter((event) => !limited?.has(event)));
      return accepted(usedUpIn(events, limited, (usedUp) => warnOnce(projectId, usedUp)));
    } catch (error) {
      if (!(error instanceof QueueFullError)) log(error);
      return cannotStore();
    }
  }

  return {
    async answer(request) {
      const { value, length } = await readRequestJson(request, MAX_CAPTURE_BYTES);
      try {
        const read = readCaptureRequest(value, request.query);
        const project = read.token && (await projects.find(read.token));
        return project ? await take(read, project.projectId, length) : unknownToken(read.token);
      } catch (error) {
        if (error instanceof MalformedCaptureError) return invalidPayload(error.message);
        throw error;
      }
    },
    close: () => queue.close(),
  };
}

/** The quotas for which something of a request was left out. */
function usedUpIn(events: readonly CapturedEvent[], limited: LimitedEvents | null, onEach: (usedUp: UsedUp) => void): UsedUp[] {
  if (!limited || limited.size === 0) return [];
  const usedUp = [...new Set(events.flatMap((event) => limited.get(event) ?? []))].sort();
  for (const each of usedUp) onEach(each);
  return usedUp;
}

function accepted(usedUp: readonly UsedUp[]): SdkAnswer {
  const body = usedUp.length === 0 ? '{"status":1}' : JSON.stringify({ status: 1, quota_limited: usedUp });
  return { status: 200, headers: { 'content-type': 'application/json', 'cache-control': 'no-store' }, body };
}
