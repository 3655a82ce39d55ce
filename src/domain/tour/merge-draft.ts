import type { RawJson } from '../../json/raw-json.ts';

/** What a draft holds, under the names that the wire uses: contract 9.1. Dates, archiving and the rest are changed on the live tour only. */
export const DRAFTABLE_FIELDS = ['name', 'description', 'content', 'auto_launch', 'targeting_flag_filters', 'linked_flag_id'] as const;

export type DraftableField = (typeof DRAFTABLE_FIELDS)[number];

export type Draft = Record<string, unknown>;

/** What a draft starts from: the live tour. */
export function initialDraft(tour: {
  name: string;
  description: string;
  content: RawJson;
  autoLaunch: boolean;
  targeting: RawJson | null;
  linkedFlagId: number | null;
}): Draft {
  return {
    name: tour.name,
    description: tour.description,
    content: tour.content.value,
    auto_launch: tour.autoLaunch,
    targeting_flag_filters: tour.targeting?.value ?? null,
    linked_flag_id: tour.linkedFlagId,
  } satisfies Record<DraftableField, unknown>;
}

/** The draft with the draftable keys of the patch written over it, key by key: content is replaced whole, null is a value, undefined is none. */
export function mergeDraft(draft: Draft, patch: Partial<Record<DraftableField, unknown>>): Draft {
  const merged = { ...draft };
  for (const field of DRAFTABLE_FIELDS) if (patch[field] !== undefined) merged[field] = patch[field];
  return merged;
}
