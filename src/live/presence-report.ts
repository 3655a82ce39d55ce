/** What nodes tell each other of a client that has a tour open. */
export interface PresenceReport {
  tourId: string;
  userId: number;
  clientId: string;
  stepId: string | null;
  /** Since when it is there, as far as the reporting node knows. */
  since: Date;
  isLeaving: boolean;
}

/** At most some 2,600 bytes, below what a notification of PostgreSQL may have. */
export function encodeReport({ tourId, userId, clientId, stepId, since, isLeaving }: PresenceReport): string {
  return JSON.stringify([tourId, userId, clientId, stepId, since.getTime(), isLeaving]);
}

/** Null for what is not ours: whoever may connect to the database may write to the channel. */
export function parseReport(payload: string): PresenceReport | null {
  try {
    const [tourId, userId, clientId, stepId, since, isLeaving] = JSON.parse(payload);
    const isReport =
      typeof tourId === 'string' &&
      Number.isInteger(userId) &&
      typeof clientId === 'string' &&
      (stepId === null || typeof stepId === 'string') &&
      Number.isFinite(since);
    return isReport ? { tourId, userId, clientId, stepId, since: new Date(since), isLeaving: isLeaving === true } : null;
  } catch {
    return null;
  }
}
