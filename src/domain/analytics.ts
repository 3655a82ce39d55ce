/** Something that a user did with the gateway, for product analytics. */
export interface AnalyticsEvent {
  event: string;
  /** The user's own id in analytics. */
  distinctId: string;
  projectId: number;
  properties: Readonly<Record<string, string | number | boolean | null>>;
}

/** Takes events of what has happened. Nothing waits for it, and it must not throw: the change is committed, whatever becomes of its event. */
export type Capture = (event: AnalyticsEvent) => void;
