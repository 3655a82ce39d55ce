/** What nodes tell each other of a client that has a tour open. */
export interface PresenceReport {
  tourId: string;
  /** The project of the tour. */
  projectId: number;
  userId: number;
  /** The key or token that reported the client. */
  keyId: string;
  clientId: string;
  stepId: string | null;
  /** Since when it is there, as far as the reporting node knows. */
  since: Date;
  isLeaving: boolean;
}

/** At most some 2,600 bytes, below what a notification of PostgreSQL may have. */
export function encodeReport({ tourId, projectId, userId, keyId, clientId, stepId, since, isLeaving }: PresenceReport): string {
  return JSON.stringify([tourId, projectId, userId, keyId, clientId, stepId, since.getTime(), isLeaving]);
}

/** Null for what is not ours: whoever may connect to the database may write to the channel. */
export function parseReport(payload: string): PresenceReport | null {
  try {
    const [tourId, projectId, userId, keyId, clientId, stepId, since, isLeaving] = JSON.parse(payload);
    const isReport =
      typeof tourId === 'string' &&
      Number.isInteger(projectId) &&
      Number.isInteger(userId) &&
      typeof keyId === 'string' &&
      typeof clientId === 'string' &&
      (stepId === null || typeof stepId === 'string') &&
      Number.isFinite(since);
    return isReport ? { tourId, projectId, userId, keyId, clientId, stepId, since: new Date(since), isLeaving: isLeaving === true } : null;
  } catch {
    return null;
  }
}
