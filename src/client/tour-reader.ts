import { READ } from './document.ts';
import type { Draft, TourReading } from './draft.ts';
import type { Transport } from './transport.ts';

interface Answer {
  tour: {
    revision: number;
    hasDraft: boolean;
    updatedAt: string;
    project: { databaseId: number };
    name: string;
    description: string;
    autoLaunch: boolean;
    targetingFlagFilters: unknown;
    content: { raw: Record<string, unknown> };
    linkedFlag: { databaseId: number } | null;
    draft: { raw: Draft } | null;
  } | null;
}

/** A reading, with the project that REST paths name. */
export interface Found {
  projectId: number;
  reading: TourReading;
}

/** Reads a tour and its draft in one go; null when it is not there. @throws GatewayError */
export async function readTour(transport: Transport, tourId: string, signal: AbortSignal): Promise<Found | null> {
  const { tour } = await transport.execute<Answer>({ query: READ, variables: { tourId } }, signal);
  if (!tour) return null;
  const { revision, hasDraft, updatedAt } = tour;
  const live: Draft = {
    name: tour.name,
    description: tour.description,
    content: tour.content.raw,
    auto_launch: tour.autoLaunch,
    targeting_flag_filters: tour.targetingFlagFilters,
    linked_flag_id: tour.linkedFlag?.databaseId ?? null,
  };
  return { projectId: tour.project.databaseId, reading: { revision, hasDraft, updatedAt, live, draft: tour.draft?.raw ?? null } };
}
