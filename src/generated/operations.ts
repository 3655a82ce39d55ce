// Made by `npm run generate` from src/rest/*.graphql and the schema.
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
export type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
export type MakeOptional<T, K extends keyof T> = Omit<T, K> & { [SubKey in K]?: Maybe<T[SubKey]> };
export type MakeMaybe<T, K extends keyof T> = Omit<T, K> & { [SubKey in K]: Maybe<T[SubKey]> };
export type MakeEmpty<T extends { [key: string]: unknown }, K extends keyof T> = { [_ in K]?: never };
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** A moment in RFC 3339, always in UTC with `Z`, with six fraction digits or none: `2026-11-23T04:04:14.677854Z`. Input takes any offset and up to nine fraction digits, of which six are kept. */
  DateTime: { input: string; output: string; }
  /** Any JSON value. It is stored and returned as it came: keys that nobody here knows survive a round trip. */
  JSON: { input: unknown; output: unknown; }
  /** A UUID in its canonical form: 8-4-4-4-12 hexadecimal digits, lower-case in output. Input takes the global id of the object instead, too. */
  UUID: { input: string; output: string; }
};

/** Adds a step. */
export type AddStep = {
  /** The id of the step to stand behind; null: first; absent: last. When others have removed that step since `expectedRevision`: behind the nearest one before it that is left, or else last. At most 400 characters. */
  after?: InputMaybe<Scalars['ID']['input']>;
  /** The step, as JSON. Its `id` is a text or a number; without one it gets one. */
  step?: InputMaybe<Scalars['JSON']['input']>;
  /** The same as `step`, with a field for each known key. Set exactly one of the two. */
  typedStep?: InputMaybe<TourStepInput>;
};

/** An administrative change. */
export type AuditAction =
  /** An access token was created. */
  | 'ACCESS_TOKEN_CREATED'
  /** An access token was revoked. */
  | 'ACCESS_TOKEN_REVOKED'
  /** A user became a member of a project. */
  | 'MEMBER_ADDED'
  /** A user was removed from a project. */
  | 'MEMBER_REMOVED'
  /** An organization was created. */
  | 'ORGANIZATION_CREATED'
  /** The name of an organization was changed, or whether it allows personal API keys. */
  | 'ORGANIZATION_UPDATED'
  /** A personal API key was created. */
  | 'PERSONAL_API_KEY_CREATED'
  /** A personal API key was revoked. */
  | 'PERSONAL_API_KEY_REVOKED'
  /** A project was created. */
  | 'PROJECT_CREATED'
  /** A project got a new public token. */
  | 'PROJECT_TOKEN_ROTATED'
  /** The name of a project was changed, or its approval of AI data processing. */
  | 'PROJECT_UPDATED'
  /** A user was created. */
  | 'USER_CREATED'
  /** A user was deactivated. */
  | 'USER_DEACTIVATED';

/** A new access token. */
export type CreateAccessTokenInput = {
  /** Within a day. Made with an access token, no later than that one; revoking that one does not revoke it. */
  expiresAt: Scalars['DateTime']['input'];
  /** To recognize it by. 1 to 40 characters after trimming. */
  label: Scalars['String']['input'];
  /** The only organizations whose projects it opens, by `uuid`; empty: any. Not empty where the caller’s own key or token has such a list: some of that. At most 100 items. */
  organizationIds?: Array<Scalars['UUID']['input']>;
  /** The only projects it opens, by `databaseId`; empty: all of the user’s. Not empty where the caller’s own key or token has such a list: some of that. At most 1000 items. */
  projectIds?: Array<Scalars['Int']['input']>;
  /** At least one of `product_tour:read`, `product_tour:write`, `feature_flag:read`, `feature_flag:write`, `*` (everything in the projects that it opens), or `installation` (what concerns the whole installation; only a caller that has it may grant it). At most 20 items. */
  scopes: Array<Scalars['String']['input']>;
  /** `databaseId` of the user. */
  userId: Scalars['Int']['input'];
};

/** A new flag. */
export type CreateFeatureFlagInput = {
  /** True when absent. */
  active?: InputMaybe<Scalars['Boolean']['input']>;
  /** Condition groups and variants: `{ groups: […], multivariate: { variants: [{ key, rollout_percentage }] } }`. Unknown keys, unknown operators and malformed values are refused, except in parts that the flag has already. Keys that PostHog’s editor writes are accepted. */
  filters?: InputMaybe<Scalars['JSON']['input']>;
  /** Letters, digits, hyphens and underscores; unique in the project. 1 to 400 characters after trimming. */
  key: Scalars['String']['input'];
  /** What people call it; may be empty. At most 1000 characters. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** `databaseId` of the project. */
  projectId: Scalars['Int']['input'];
};

/** A new organization. */
export type CreateOrganizationInput = {
  /** Whether personal API keys open its projects; tokens do in any case. True when absent. */
  membersCanUsePersonalApiKeys?: InputMaybe<Scalars['Boolean']['input']>;
  /** What the organization is called. 1 to 64 characters after trimming. */
  name: Scalars['String']['input'];
};

/** A new key. */
export type CreatePersonalApiKeyInput = {
  /** Absent: never. Made with an access token, no later than that one; revoking that one does not revoke it. */
  expiresAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** To recognize it by. 1 to 40 characters after trimming. */
  label: Scalars['String']['input'];
  /** The only organizations whose projects it opens, by `uuid`; empty: any. Not empty where the caller’s own key or token has such a list: some of that. At most 100 items. */
  organizationIds?: Array<Scalars['UUID']['input']>;
  /** The only projects it opens, by `databaseId`; empty: all of the user’s. Not empty where the caller’s own key or token has such a list: some of that. At most 1000 items. */
  projectIds?: Array<Scalars['Int']['input']>;
  /** `product_tour:read`, `product_tour:write`, `feature_flag:read`, `feature_flag:write`, `*` (everything in the projects that it opens), or `installation` (what concerns the whole installation; only a caller that has it may grant it). At most 20 items. */
  scopes: Array<Scalars['String']['input']>;
  /** `databaseId` of the user. */
  userId: Scalars['Int']['input'];
};

/** A new preview token. */
export type CreatePreviewTokenInput = {
  /** Within a day, and no later than the key or token that it is made with. Absent: an hour from now, or when that one expires. */
  expiresAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** To recognize it by. Absent: `Preview`. 1 to 40 characters after trimming. */
  label?: InputMaybe<Scalars['String']['input']>;
  /** `uuid` or `id` of the tour. */
  tourId: Scalars['UUID']['input'];
};

/** A new project. */
export type CreateProjectInput = {
  /** Whether step texts may be sent to a language model. False when absent. */
  aiDataProcessingApproved?: InputMaybe<Scalars['Boolean']['input']>;
  /** What the project is called. 1 to 200 characters after trimming. */
  name: Scalars['String']['input'];
  /** An organization that the caller may change: the key opens all of its projects. Absent: that of the caller’s current project, or else of the first that the key opens, by the same rule; a new one of the same name when the key opens no project. */
  organizationId?: InputMaybe<Scalars['UUID']['input']>;
};

/** A new tour. */
export type CreateTourInput = {
  /** Created for the archive: out of every list of active tours, and its name is free. */
  archived?: InputMaybe<Scalars['Boolean']['input']>;
  /** Whether browsers show the tour by themselves. */
  autoLaunch?: InputMaybe<Scalars['Boolean']['input']>;
  /** What the tour shows and when, as JSON that is kept as it is: an object with `steps`, `conditions`, `appearance`, `displayFrequency` and any other keys. `/schemas/tour-content.json` describes it. At most 500 steps, or as many as the tour has already. */
  content?: InputMaybe<Scalars['JSON']['input']>;
  /** Absent: not told. */
  creationContext?: InputMaybe<CreationContext>;
  /** Trimmed; may be empty. At most 20971520 characters. */
  description?: InputMaybe<Scalars['String']['input']>;
  /** Stops the tour at that moment; null: it goes on. */
  endDate?: InputMaybe<Scalars['DateTime']['input']>;
  /** The same key and input again gives the same tour and writes nothing. 1 to 255 characters. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** `databaseId` of a flag of the project that must be on as well. */
  linkedFlagId?: InputMaybe<Scalars['Int']['input']>;
  /** What the tour is called. 1 to 400 characters after trimming. */
  name: Scalars['String']['input'];
  /** `databaseId` of the project. */
  projectId: Scalars['Int']['input'];
  /** Launches the tour at that moment; null: not launched. */
  startDate?: InputMaybe<Scalars['DateTime']['input']>;
  /** Whom to show the tour to. Null: everyone. Give either this or `targetingFlagFilters`. */
  targeting?: InputMaybe<TargetingInput>;
  /** The same as `targeting`, in the form of PostHog: `{ groups: [{ properties: [{ key, operator, value, type }], rollout_percentage }] }`. Null: everyone. At most 100 groups of 100 properties with 1000 values. Unknown keys, unknown operators and malformed values are refused with ValidationError, except in parts that the tour has already. Keys that PostHog's editor writes are accepted. */
  targetingFlagFilters?: InputMaybe<Scalars['JSON']['input']>;
  /** The same as `content`, with a field for each known key. It is stored as the same JSON and replaces the content as a whole. Setting both is a ValidationError. */
  typedContent?: InputMaybe<TourContentInput>;
};

/** A new user. */
export type CreateUserInput = {
  /** Unique within the organization, whatever the case. 1 to 254 characters after trimming. */
  email: Scalars['String']['input'];
  /** May be empty. At most 150 characters. */
  firstName?: InputMaybe<Scalars['String']['input']>;
  /** May be empty. At most 150 characters. */
  lastName?: InputMaybe<Scalars['String']['input']>;
  /** `uuid` or `id` of the organization that the user belongs to. Absent: that of the first project, or else that of the caller’s current project. */
  organizationId?: InputMaybe<Scalars['UUID']['input']>;
  /** `databaseId`s of the projects to join; the first becomes the current one. At most 1000 items. */
  projectIds?: Array<Scalars['Int']['input']>;
};

/** Where the tour was made; it goes into analytics alone. */
export type CreationContext =
  | 'APP'
  | 'TOOLBAR';

/** Which user to deactivate. */
export type DeactivateUserInput = {
  /** `databaseId` of the user. */
  userId: Scalars['Int']['input'];
};

/** Which flag to delete. */
export type DeleteFeatureFlagInput = {
  /** `databaseId` of the flag. */
  flagId: Scalars['Int']['input'];
};

/** Which tour to delete. */
export type DeleteTourInput = {
  /** Write only if the tour is still at this revision, else answer ConflictError. Absent: write in any case. */
  expectedRevision?: InputMaybe<Scalars['Int']['input']>;
  /** `uuid` or `id` of the tour. */
  tourId: Scalars['UUID']['input'];
};

/** Which draft to discard. */
export type DiscardTourDraftInput = {
  /** Write only if the tour is still at this revision, else answer ConflictError. Absent: write in any case. */
  expectedRevision?: InputMaybe<Scalars['Int']['input']>;
  /** `uuid` or `id` of the tour. */
  tourId: Scalars['UUID']['input'];
};

/** Which tour to copy. */
export type DuplicateTourInput = {
  /** Of the copy; absent: the original’s name with `(copy)`. 1 to 400 characters after trimming. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** `uuid` or `id` of the tour. */
  tourId: Scalars['UUID']['input'];
};

/** Changes of single steps of the draft. */
export type EditTourDraftStepsInput = {
  /** Comes back in the event, so that an editor knows its own echo. At most 255 characters. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** Write only if the tour is still at this revision, else answer ConflictError. Absent: write in any case. */
  expectedRevision?: InputMaybe<Scalars['Int']['input']>;
  /** Done one after the other; all or none. At most 200 items. */
  operations: Array<StepOperation>;
  /** `uuid` or `id` of the tour. */
  tourId: Scalars['UUID']['input'];
};

/** How browsers find the element of a step. */
export type ElementTargeting =
  /** By what the toolbar recorded about the element (`inferenceData`). */
  | 'AUTO'
  /** By the CSS selector in `selector`. */
  | 'MANUAL';

/** Why a mutation was refused. */
export type ErrorCode =
  /** The tour has moved on since the revision named. */
  | 'CONFLICT'
  /** The tour has a draft, which the change would end: `refuseIfDraft` forbids that, or it is what a tour of another project is published as. */
  | 'DRAFT_PENDING'
  /** The content provider answered with nothing. */
  | 'GENERATION_EMPTY'
  /** The content provider gave no texts that could be used; `message` says why. */
  | 'GENERATION_FAILED'
  /** The idempotency key was used before, for another input. */
  | 'IDEMPOTENCY_KEY_REUSED'
  /** The key may do too little: it would not open what it makes, or the key to revoke may do more. */
  | 'KEY_LIMITED'
  /** The key lacks a scope; `missingScope` says which. */
  | 'MISSING_SCOPE'
  /** The project has not approved what this needs. */
  | 'NOT_APPROVED'
  /** The server is not set up for this. */
  | 'NOT_CONFIGURED'
  /** Not there, or not there for this caller. */
  | 'NOT_FOUND'
  /** There is no draft to publish or to schedule. */
  | 'NO_DRAFT'
  /** The input breaks a rule; `fields` says which. */
  | 'VALIDATION_FAILED';

/** What to write texts for. */
export type GenerateTourContentInput = {
  /** What it is to achieve. At most 4000 characters. */
  goal?: InputMaybe<Scalars['String']['input']>;
  /** The steps to write for, as in content: a list of objects. Those of the types `element` and `modal` that ask nothing are written for, and need an `id`. The provider gets their texts and what is known of their elements, but no ids and no images. */
  steps?: InputMaybe<Scalars['JSON']['input']>;
  /** What the tour is called. At most 4000 characters. */
  title?: InputMaybe<Scalars['String']['input']>;
  /** `uuid` or `id` of the tour. */
  tourId: Scalars['UUID']['input'];
};

/** How a draft ended that did not go live. */
export type LostDraftCause =
  /** Somebody discarded it. */
  | 'DISCARDED'
  /** The live tour was changed directly: `updateTour`, or PATCH over REST. */
  | 'OVERWRITTEN'
  /** An earlier version or a lost draft was restored over it, or an earlier version was published again. */
  | 'REPLACED';

/** A user and a project. */
export type MemberInput = {
  /** `databaseId` of the project. */
  projectId: Scalars['Int']['input'];
  /** `databaseId` of the user. */
  userId: Scalars['Int']['input'];
};

/** Moves a step. */
export type MoveStep = {
  /** The id of the step to stand behind; null: first; absent: last. When others have removed that step since `expectedRevision`: behind the nearest one before it that is left, or else last. At most 400 characters. */
  after?: InputMaybe<Scalars['ID']['input']>;
  /** The `id` of the step. At most 400 characters. */
  stepId: Scalars['ID']['input'];
};

/** Upwards or downwards. */
export type OrderDirection =
  /** Earliest, or first by the alphabet, first. */
  | 'ASC'
  /** The other way round. */
  | 'DESC';

/** What a publish would do to a flag or a survey. */
export type PlannedChange =
  /** It would be different. */
  | 'CHANGE'
  /** It would be made. */
  | 'CREATE'
  /** A survey would end: no step asks it any more. */
  | 'END'
  /** It would stay as it is, or there would still be none. */
  | 'NONE';

/** How bad a problem of a draft is. */
export type ProblemSeverity =
  /** A publish is refused. */
  | 'ERROR'
  /** The draft can be published, but this is probably a mistake. */
  | 'WARNING';

/** Which draft to publish. */
export type PublishTourDraftInput = {
  /** Merged into the draft first: save and publish at once. */
  draft?: InputMaybe<TourDraftPatch>;
  /** `databaseId` of another project of the same organization, to publish there instead. The draft, or what is live when there is none, becomes a tour of that project: made by the first publish, and to be launched there; changed by every later one, with its own flag, surveys and versions. This tour stays as it is, with its draft. The linked flag is the one with the same key there. Refused while that tour has a draft of its own (`DRAFT_PENDING`, whose `tour` is that one), and together with `draft`; a refusal tells the first thing in its way. */
  environment?: InputMaybe<Scalars['Int']['input']>;
  /** Write only if the tour is still at this revision, else answer ConflictError. Absent: write in any case. */
  expectedRevision?: InputMaybe<Scalars['Int']['input']>;
  /** The same key and input again publishes nothing more. 1 to 255 characters. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** `uuid` or `id` of the tour. */
  tourId: Scalars['UUID']['input'];
};

/** Takes a step out. */
export type RemoveStep = {
  /** The `id` of the step. At most 400 characters. */
  stepId: Scalars['ID']['input'];
};

/** Who is where. */
export type ReportTourPresenceInput = {
  /** A name for this tab or device, the same in each report. At most 200 characters. */
  clientId: Scalars['String']['input'];
  /** True: the client closes the tour now. */
  leaving?: InputMaybe<Scalars['Boolean']['input']>;
  /** The step that the user is at. At most 200 characters. */
  stepId?: InputMaybe<Scalars['ID']['input']>;
  /** `uuid` or `id` of the tour. */
  tourId: Scalars['UUID']['input'];
};

/** Which version to make live again. */
export type RepublishTourVersionInput = {
  /** Write only if the tour is still at this revision, else answer ConflictError. Absent: write in any case. */
  expectedRevision?: InputMaybe<Scalars['Int']['input']>;
  /** The same key and input again publishes nothing more. 1 to 255 characters. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The version’s number. */
  number: Scalars['Int']['input'];
  /** `uuid` or `id` of the tour. */
  tourId: Scalars['UUID']['input'];
};

/** Which deleted tour to bring back. */
export type RestoreDeletedTourInput = {
  /** `uuid` or `id` of the tour. */
  tourId: Scalars['UUID']['input'];
};

/** Which lost draft to bring back. */
export type RestoreTourDraftInput = {
  /** Write only if the tour is still at this revision, else answer ConflictError. Absent: write in any case. */
  expectedRevision?: InputMaybe<Scalars['Int']['input']>;
  /** The revision of the event that ended it, as `Tour.lostDrafts` has it. */
  revision: Scalars['Int']['input'];
  /** `uuid` or `id` of the tour. */
  tourId: Scalars['UUID']['input'];
};

/** Which revision to bring back. */
export type RestoreTourRevisionInput = {
  /** Write only if the tour is still at this revision, else answer ConflictError. Absent: write in any case. */
  expectedRevision?: InputMaybe<Scalars['Int']['input']>;
  /** Of an edit session, as `Tour.draftHistory` has it, or any other. */
  revision: Scalars['Int']['input'];
  /** `uuid` or `id` of the tour. */
  tourId: Scalars['UUID']['input'];
};

/** Which version to bring back. */
export type RestoreTourVersionInput = {
  /** Write only if the tour is still at this revision, else answer ConflictError. Absent: write in any case. */
  expectedRevision?: InputMaybe<Scalars['Int']['input']>;
  /** The version’s number. */
  number: Scalars['Int']['input'];
  /** `uuid` or `id` of the tour. */
  tourId: Scalars['UUID']['input'];
};

/** Which access token to revoke. */
export type RevokeAccessTokenInput = {
  /** `id` or `uuid` of the token. At most 400 characters. */
  id: Scalars['ID']['input'];
};

/** Which key to revoke. */
export type RevokePersonalApiKeyInput = {
  /** `id` or `uuid` of the key. At most 400 characters. */
  id: Scalars['ID']['input'];
};

/** Which preview token to revoke. */
export type RevokePreviewTokenInput = {
  /** `id` or `uuid` of the token, as in `Tour.previewTokens`. At most 400 characters. */
  id: Scalars['ID']['input'];
};

/** Absent keeps, null clears. `content` is replaced whole. */
export type SaveTourDraftInput = {
  /** Whether browsers show the tour by themselves. */
  autoLaunch?: InputMaybe<Scalars['Boolean']['input']>;
  /** Comes back in the event, so that an editor knows its own echo. At most 255 characters. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** What the tour shows and when, as JSON that is kept as it is: an object with `steps`, `conditions`, `appearance`, `displayFrequency` and any other keys. `/schemas/tour-content.json` describes it. At most 500 steps, or as many as the tour has already. */
  content?: InputMaybe<Scalars['JSON']['input']>;
  /** Trimmed; may be empty. At most 20971520 characters. */
  description?: InputMaybe<Scalars['String']['input']>;
  /** Write only if the tour is still at this revision, else answer ConflictError. Absent: write in any case. */
  expectedRevision?: InputMaybe<Scalars['Int']['input']>;
  /** `databaseId` of a flag of the project that must be on as well. */
  linkedFlagId?: InputMaybe<Scalars['Int']['input']>;
  /** What the tour is called. 1 to 400 characters after trimming. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** Whether a save from an older revision may be put on top of others’ changes of other paths. False: any change since is a conflict. */
  rebase?: Scalars['Boolean']['input'];
  /** Whom to show the tour to. Null: everyone. Give either this or `targetingFlagFilters`. */
  targeting?: InputMaybe<TargetingInput>;
  /** The same as `targeting`, in the form of PostHog: `{ groups: [{ properties: [{ key, operator, value, type }], rollout_percentage }] }`. Null: everyone. At most 100 groups of 100 properties with 1000 values. Unknown keys, unknown operators and malformed values are refused with ValidationError, except in parts that the tour has already. Keys that PostHog's editor writes are accepted. */
  targetingFlagFilters?: InputMaybe<Scalars['JSON']['input']>;
  /** `uuid` or `id` of the tour. */
  tourId: Scalars['UUID']['input'];
  /** The same as `content`, with a field for each known key. It is stored as the same JSON and replaces the content as a whole. Setting both is a ValidationError. */
  typedContent?: InputMaybe<TourContentInput>;
};

/** Why a scheduled publish did not happen. */
export type ScheduleFailureReason =
  /** Whoever scheduled it is inactive, or no member of the project any more. */
  | 'NOT_ALLOWED'
  /** The draft may not go live; `fields` says why. */
  | 'REFUSED';

/** Which draft goes live, and when. */
export type ScheduleTourDraftInput = {
  /** Comes back in the event, so that an editor knows its own echo. At most 255 characters. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** Write only if the tour is still at this revision, else answer ConflictError. Absent: write in any case. */
  expectedRevision?: InputMaybe<Scalars['Int']['input']>;
  /** Ahead, by two years at most. */
  publishAt: Scalars['DateTime']['input'];
  /** `uuid` or `id` of the tour. */
  tourId: Scalars['UUID']['input'];
};

/** The kinds of tour that a wait period counts. */
export type SeenTourType =
  /** Announcements that are no banners. */
  | 'ANNOUNCEMENT'
  /** Banners. */
  | 'BANNER'
  /** Tours of any number of steps. */
  | 'TOUR';

/** Hides the tour from persons who have seen another tour recently. */
export type SeenTourWaitPeriodInput = {
  /** How many days must have passed. Less than 1: no wait. */
  days?: InputMaybe<Scalars['Float']['input']>;
  /** More keys, as a JSON object: keys without a field, and keys whose field does not accept the value. Setting a key twice is an error. */
  extra?: InputMaybe<Scalars['JSON']['input']>;
  /** The types of tour that count. Empty: no wait. At most 500 items. */
  types?: InputMaybe<Array<SeenTourType>>;
};

/** One change of one step, which is named by its id. */
export type StepOperation =
  /** Adds a step. */
  { add: AddStep; move?: never; remove?: never; update?: never; }
  |  /** Moves a step. */
  { add?: never; move: MoveStep; remove?: never; update?: never; }
  |  /** Takes a step out. */
  { add?: never; move?: never; remove: RemoveStep; update?: never; }
  |  /** Changes a step. */
  { add?: never; move?: never; remove?: never; update: UpdateStep; };

/** What a browser asks before it shows a tour, in the order in which it does. */
export type TargetingConditionKind =
  /** The tour starts by itself. */
  | 'AUTO_LAUNCH'
  /** A click on the element of `conditions.selector` starts the tour: between its dates, and whatever all other conditions say. */
  | 'CLICK'
  /** The person stays on the page for `conditions.autoShowDelaySeconds` once all else is met. */
  | 'DELAY'
  /** The device is of one of `conditions.deviceTypes`. */
  | 'DEVICE_TYPE'
  /** The person has not seen, completed or dismissed the tour, as the display frequency asks. A browser asks its own memory as well. */
  | 'DISPLAY_FREQUENCY'
  /** The first step can be drawn: there is one, and the element that it stands at is there and visible. */
  | 'FIRST_STEP'
  /** The flag that is made of the four before, of auto-launch and of the dates, as `/flags/` answers it; of a tour that is not published it answers nothing. */
  | 'INTERNAL_FLAG'
  /** The tour has a start date. Without one browsers do not hear of it; nor do they ever of a draft. */
  | 'LAUNCHED'
  /** The flag that the tour is linked to is on, as `/flags/` answers it. */
  | 'LINKED_FLAG'
  /** The person has the variant of that flag which `conditions.linkedFlagVariant` asks for. */
  | 'LINKED_FLAG_VARIANT'
  /** Browsers do not hear of an archived tour. */
  | 'NOT_ARCHIVED'
  /** The end date has not come. */
  | 'NOT_ENDED'
  /** The person is among the per cent of a group that they meet. */
  | 'ROLLOUT'
  /** The start date has come. */
  | 'STARTED'
  /** One of `conditions.events` or `conditions.actions` was captured: by this page, after its tours were loaded, with the properties that are asked for. A new page begins anew, and in a browser in which the tour was completed or dismissed no event starts it again. */
  | 'TRIGGER'
  /** The address of the page is as `conditions.url` and `conditions.urlMatchType` ask. */
  | 'URL'
  /** The person meets one of the groups of `targetingFlagFilters`. */
  | 'USER_TARGETING'
  /** The person has seen no tour of the types of `conditions.seenTourWaitPeriod` within its days. */
  | 'WAIT_PERIOD';

/** How a condition turned out. */
export type TargetingConditionOutcome =
  /** It holds. */
  | 'MET'
  /** The tour sets no such condition. */
  | 'NOT_ASKED'
  /** The gateway cannot evaluate a condition that decides, such as one on a cohort; `message` says why. `/flags/` reports the flag as failed. */
  | 'NOT_EVALUATED'
  /** It does not hold: this alone keeps the tour from showing by itself. */
  | 'NOT_MET'
  /** Only the browser can tell, or something was not given (`url`, `deviceType`). */
  | 'UNKNOWN';

/** Persons who meet all conditions, or a percentage of them. */
export type TargetingGroupInput = {
  /** All must be met. Absent or empty: everyone. At most 100 items. */
  properties?: InputMaybe<Array<TargetingPropertyInput>>;
  /** The percentage of those who meet the conditions, 0 to 100. A person stays on the same side. */
  rolloutPercentage?: Scalars['Float']['input'];
};

/** Whom to show a tour to: persons who match one of the groups. */
export type TargetingInput = {
  /** Alternatives, at least one. At most 100 items. */
  groups: Array<TargetingGroupInput>;
};

/** How a condition compares a property of the person. All operators that the gateway evaluates. */
export type TargetingOperator =
  /** The property ends with the text. The case of A to Z does not matter. */
  | 'ENDS_WITH'
  /** The property equals the value, or one of a list. Case does not matter. `true` and `false` match booleans. */
  | 'EXACT'
  /** The flag whose key or `databaseId` is `key` has the value: true (on, any variant), false (off), or the key of a variant. */
  | 'FLAG_EVALUATES_TO'
  /** The property is a number greater than the value. */
  | 'GT'
  /** The property is a number greater than or equal to the value. */
  | 'GTE'
  /** The property contains the text. The case of A to Z does not matter. */
  | 'ICONTAINS'
  /** The property contains one of the texts of a list. */
  | 'ICONTAINS_MULTI'
  /** The property is a date after the value: a date, or a time before now such as `7d`. */
  | 'IS_DATE_AFTER'
  /** The property is a date before the value: a date, or a time before now such as `7d`. */
  | 'IS_DATE_BEFORE'
  /** The property is the same moment as the date. */
  | 'IS_DATE_EXACT'
  /** The opposite of EXACT. Persons without the property meet it. */
  | 'IS_NOT'
  /** The person does not have the property. Takes no value. */
  | 'IS_NOT_SET'
  /** The person has the property. Takes no value. */
  | 'IS_SET'
  /** The property is a number less than the value. */
  | 'LT'
  /** The property is a number less than or equal to the value. */
  | 'LTE'
  /** The opposite of ENDS_WITH. Persons without the property meet it. */
  | 'NOT_ENDS_WITH'
  /** The opposite of ICONTAINS. Persons without the property meet it. */
  | 'NOT_ICONTAINS'
  /** The property contains none of the texts. Persons without the property meet it. */
  | 'NOT_ICONTAINS_MULTI'
  /** The opposite of REGEX. Persons without the property meet it. */
  | 'NOT_REGEX'
  /** The opposite of STARTS_WITH. Persons without the property meet it. */
  | 'NOT_STARTS_WITH'
  /** The regular expression (RE2) is found in the property. */
  | 'REGEX'
  /** `1.2.3`: at least this version, and below 2.0.0. */
  | 'SEMVER_CARET'
  /** The property is the same version. */
  | 'SEMVER_EQ'
  /** The property is a higher version. */
  | 'SEMVER_GT'
  /** The property is the version or a higher one. */
  | 'SEMVER_GTE'
  /** The property is a lower version. */
  | 'SEMVER_LT'
  /** The property is the version or a lower one. */
  | 'SEMVER_LTE'
  /** The property is another version. Persons without a version do not meet it. */
  | 'SEMVER_NEQ'
  /** `1.2.3`: at least this version, and below 1.3.0. */
  | 'SEMVER_TILDE'
  /** `1.2.*`: every version that starts with these numbers. */
  | 'SEMVER_WILDCARD'
  /** The property starts with the text. The case of A to Z does not matter. */
  | 'STARTS_WITH';

/** A condition. */
export type TargetingPropertyInput = {
  /** The property of the person. With FLAG_EVALUATES_TO, the key or the `databaseId` of a flag. At most 400 characters. */
  key: Scalars['String']['input'];
  /** How to compare. */
  operator?: TargetingOperator;
  /** What to compare with: a text, a number, true or false; a list of them with EXACT, IS_NOT, ICONTAINS_MULTI and NOT_ICONTAINS_MULTI. A value that the operator cannot use is refused. None with IS_SET and IS_NOT_SET. */
  value?: InputMaybe<Scalars['JSON']['input']>;
};

/** Whether a person would see a tour, as far as the gateway can know. */
export type TargetingVerdict =
  /** No known condition is against it, and some are known to the browser alone (UNKNOWN); or one is, but a click (CLICK) starts the tour all the same. */
  | 'DEPENDS_ON_BROWSER'
  /** A condition is not met, and no click starts the tour either. */
  | 'WOULD_NOT_SHOW'
  /** Every condition is met. A browser may still know better: that it showed the tour before, or that another one is on the screen. */
  | 'WOULD_SHOW';

/** An action of PostHog: a named group of events. */
export type TourActionTriggerInput = {
  /** The id of the action. */
  actionId?: InputMaybe<Scalars['Float']['input']>;
  /** More keys, as a JSON object: keys without a field, and keys whose field does not accept the value. Setting a key twice is an error. */
  extra?: InputMaybe<Scalars['JSON']['input']>;
  /** The name of the action. At most 8192 characters. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** The definition of the action, which browsers match events with. */
  steps?: InputMaybe<Scalars['JSON']['input']>;
};

/** A list of actions. */
export type TourActionTriggersInput = {
  /** More keys, as a JSON object: keys without a field, and keys whose field does not accept the value. Setting a key twice is an error. */
  extra?: InputMaybe<Scalars['JSON']['input']>;
  /** The actions. One of them suffices. At most 500 items. */
  values?: InputMaybe<Array<TourActionTriggerInput>>;
};

/** The looks of the steps. Keys that are absent have the defaults of the browser SDK. */
export type TourAppearanceInput = {
  /** The color of the box. A CSS color. Default: `#ffffff`. At most 8192 characters. */
  backgroundColor?: InputMaybe<Scalars['String']['input']>;
  /** The color of the border of the box. A CSS color. Default: `#e5e7eb`. At most 8192 characters. */
  borderColor?: InputMaybe<Scalars['String']['input']>;
  /** The radius of the corners of the box. In pixels. Default: `8`. */
  borderRadius?: InputMaybe<Scalars['Float']['input']>;
  /** The shadow of the box: a CSS `box-shadow`. Default: `0 4px 12px rgba(0, 0, 0, 0.15)`. At most 8192 characters. */
  boxShadow?: InputMaybe<Scalars['String']['input']>;
  /** The radius of the corners of the buttons. In pixels. Default: `6`. */
  buttonBorderRadius?: InputMaybe<Scalars['Float']['input']>;
  /** The color of the primary button. A CSS color. Default: `#1d1f27`. At most 8192 characters. */
  buttonColor?: InputMaybe<Scalars['String']['input']>;
  /** Whether a click beside the step dismisses the tour. Default: `true`. */
  dismissOnClickOutside?: InputMaybe<Scalars['Boolean']['input']>;
  /** More keys, as a JSON object: keys without a field, and keys whose field does not accept the value. Setting a key twice is an error. */
  extra?: InputMaybe<Scalars['JSON']['input']>;
  /** The font: a CSS `font-family`. Default: `system-ui`. At most 8192 characters. */
  fontFamily?: InputMaybe<Scalars['String']['input']>;
  /** Whether the page behind the step is darkened. Default: `true`. */
  showOverlay?: InputMaybe<Scalars['Boolean']['input']>;
  /** The color of the text. A CSS color. Default: `#1d1f27`. At most 8192 characters. */
  textColor?: InputMaybe<Scalars['String']['input']>;
  /** Whether the link to PostHog is hidden. Default: `false`. */
  whiteLabel?: InputMaybe<Scalars['Boolean']['input']>;
  /** The CSS `z-index` of the tour. Default: `2147483646`. */
  zIndex?: InputMaybe<Scalars['Float']['input']>;
};

/** What a click on the banner does. */
export type TourBannerActionInput = {
  /** More keys, as a JSON object: keys without a field, and keys whose field does not accept the value. Setting a key twice is an error. */
  extra?: InputMaybe<Scalars['JSON']['input']>;
  /** The URL to open. Only for the type `link`. At most 8192 characters. */
  link?: InputMaybe<Scalars['String']['input']>;
  /** The id of the tour to show. Only for the type `trigger_tour`. At most 8192 characters. */
  tourId?: InputMaybe<Scalars['String']['input']>;
  /** The kind of action. */
  type?: InputMaybe<TourBannerActionType>;
};

/** What a click on a banner does. */
export type TourBannerActionType =
  /** Opens `link` in a new tab. */
  | 'LINK'
  /** Nothing. */
  | 'NONE'
  /** Closes the banner and shows the tour `tourId`. */
  | 'TRIGGER_TOUR';

/** How the banner appears. */
export type TourBannerAnimationInput = {
  /** How long the banner takes to appear, in milliseconds. */
  duration?: InputMaybe<Scalars['Float']['input']>;
  /** More keys, as a JSON object: keys without a field, and keys whose field does not accept the value. Setting a key twice is an error. */
  extra?: InputMaybe<Scalars['JSON']['input']>;
};

/** Where a banner stands. */
export type TourBannerBehavior =
  /** Inside the element that `selector` finds. */
  | 'CUSTOM'
  /** At the top of the page. It scrolls with the page. */
  | 'STATIC'
  /** At the top of the page. It stays there when the page scrolls. */
  | 'STICKY';

/** Where a banner stands and what a click on it does. */
export type TourBannerConfigInput = {
  /** What a click on the banner does. Absent: nothing. */
  action?: InputMaybe<TourBannerActionInput>;
  /** How the banner appears. */
  animation?: InputMaybe<TourBannerAnimationInput>;
  /** Where the banner stands. */
  behavior?: InputMaybe<TourBannerBehavior>;
  /** More keys, as a JSON object: keys without a field, and keys whose field does not accept the value. Setting a key twice is an error. */
  extra?: InputMaybe<Scalars['JSON']['input']>;
  /** A CSS selector of the element that holds the banner. Only for the behavior `custom`. The banner is not shown if the page has no such element. At most 8192 characters. */
  selector?: InputMaybe<Scalars['String']['input']>;
};

/** A bar across the page. It is the only step of an announcement. */
export type TourBannerStepInput = {
  /** Where the banner stands and what a click on it does. Absent: a sticky banner without an action. */
  bannerConfig?: InputMaybe<TourBannerConfigInput>;
  /** The text as a rich-text document. Browsers draw it only if `contentHtml` is empty. Survey steps do not show it. */
  content?: InputMaybe<Scalars['JSON']['input']>;
  /** The text as HTML. Browsers remove scripts and other unsafe parts. Survey steps do not show it. At most 20971520 characters. */
  contentHtml?: InputMaybe<Scalars['String']['input']>;
  /** More keys, as a JSON object: keys without a field, and keys whose field does not accept the value. Setting a key twice is an error. */
  extra?: InputMaybe<Scalars['JSON']['input']>;
  /** The id of the survey that stores the answers. Set by the gateway if the step has a `survey`; keep it when you change the step. At most 8192 characters. */
  linkedSurveyId?: InputMaybe<Scalars['String']['input']>;
  /** The id of the question in that survey. Set by the gateway. At most 8192 characters. */
  linkedSurveyQuestionId?: InputMaybe<Scalars['String']['input']>;
  /** What shows the next step. */
  progressionTrigger?: InputMaybe<TourProgressionTrigger>;
  /** Identifies the step in operations, events and statistics. The editor chooses it; it is unique within the tour and should never change. At most 400 characters. */
  stepId?: InputMaybe<Scalars['String']['input']>;
  /** The texts in other languages, by language code. A browser set to `de-AT` uses `de-AT`, else `de`, else the original. List each language in `languages` of the content. At most 500 items. */
  translations?: InputMaybe<Array<TourStepTranslationInput>>;
};

/** What a click on a button does. */
export type TourButtonAction =
  /** Dismisses the tour. */
  | 'DISMISS'
  /** Opens `link` in a new tab and completes the tour. */
  | 'LINK'
  /** Shows the next step; on the last step, completes the tour. */
  | 'NEXT_STEP'
  /** Shows the previous step. */
  | 'PREVIOUS_STEP'
  /** Completes the tour and shows the tour `tourId`. */
  | 'TRIGGER_TOUR';

/** A button of a step. */
export type TourButtonInput = {
  /** What a click on the button does. */
  action?: InputMaybe<TourButtonAction>;
  /** More keys, as a JSON object: keys without a field, and keys whose field does not accept the value. Setting a key twice is an error. */
  extra?: InputMaybe<Scalars['JSON']['input']>;
  /** The URL to open. Only for the action `link`. At most 8192 characters. */
  link?: InputMaybe<Scalars['String']['input']>;
  /** The label of the button. At most 8192 characters. */
  text?: InputMaybe<Scalars['String']['input']>;
  /** The id of the tour to show. Only for the action `trigger_tour`. At most 8192 characters. */
  tourId?: InputMaybe<Scalars['String']['input']>;
};

/** The buttons of a step. A step with this object has no default buttons. */
export type TourButtonsInput = {
  /** More keys, as a JSON object: keys without a field, and keys whose field does not accept the value. Setting a key twice is an error. */
  extra?: InputMaybe<Scalars['JSON']['input']>;
  /** The highlighted button. Absent: there is none. */
  primary?: InputMaybe<TourButtonInput>;
  /** The plain button, before the primary one. Absent: there is none. */
  secondary?: InputMaybe<TourButtonInput>;
};

/** When and where browsers show the tour. All that are set must hold, except `selector`, which starts the tour regardless of the others. */
export type TourConditionsInput = {
  /** The tour is shown after one of these actions, like `events`. */
  actions?: InputMaybe<TourActionTriggersInput>;
  /** How long to wait before the tour is shown, in seconds. Default: `0`. */
  autoShowDelaySeconds?: InputMaybe<Scalars['Float']['input']>;
  /** One of these events cancels the tour while it waits for its delay. */
  cancelEvents?: InputMaybe<TourEventTriggersInput>;
  /** The devices that show the tour: `Desktop`, `Mobile`, `Tablet`. Absent or empty: all. At most 500 items. */
  deviceTypes?: InputMaybe<Array<Scalars['String']['input']>>;
  /** The tour is shown after one of these events. Absent or empty: it waits for no event. */
  events?: InputMaybe<TourEventTriggersInput>;
  /** More keys, as a JSON object: keys without a field, and keys whose field does not accept the value. Setting a key twice is an error. */
  extra?: InputMaybe<Scalars['JSON']['input']>;
  /** The variant of the linked feature flag that a person needs; `any`: any variant. Needs a linked flag. At most 8192 characters. */
  linkedFlagVariant?: InputMaybe<Scalars['String']['input']>;
  /** Hides the tour from persons who have seen another tour recently. */
  seenTourWaitPeriod?: InputMaybe<SeenTourWaitPeriodInput>;
  /** A CSS selector. A click on this element starts the tour, even if auto-launch is off. At most 8192 characters. */
  selector?: InputMaybe<Scalars['String']['input']>;
  /** The address of the page, compared as `urlMatchType` says. Absent or empty: any page. At most 8192 characters. */
  url?: InputMaybe<Scalars['String']['input']>;
  /** How to compare the address of the page with `url`. Default: `icontains`. */
  urlMatchType?: InputMaybe<TourUrlMatchType>;
};

/** What a tour shows, when and where. Unknown keys are allowed and kept. */
export type TourContentInput = {
  /** The looks of the steps. */
  appearance?: InputMaybe<TourAppearanceInput>;
  /** When and where browsers show the tour. */
  conditions?: InputMaybe<TourConditionsInput>;
  /** How often one person sees the tour. Default: `until_interacted`. */
  displayFrequency?: InputMaybe<TourDisplayFrequency>;
  /** More keys, as a JSON object: keys without a field, and keys whose field does not accept the value. Setting a key twice is an error. */
  extra?: InputMaybe<Scalars['JSON']['input']>;
  /** The languages that the steps are translated into, by language code. Editors use it; browsers read `translations` of the steps. At most 500 items. */
  languages?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Earlier orders of the steps, which editors record. The gateway keeps it as it is. */
  stepOrderHistory?: InputMaybe<Scalars['JSON']['input']>;
  /** The steps, in the order in which they are shown. At most 500, or as many as the tour has already. */
  steps?: InputMaybe<Array<TourStepInput>>;
  /** The kind of tour. An announcement whose step is a `banner` is a banner. Default: `tour`. */
  type?: InputMaybe<TourContentType>;
};

/** The kind of tour. */
export type TourContentType =
  /** Exactly one step: a box, a survey or a banner. */
  | 'ANNOUNCEMENT'
  /** A tour of any number of steps. */
  | 'TOUR';

/** How often one person sees a tour. */
export type TourDisplayFrequency =
  /** Whenever its conditions hold. A banner then has no button to close it. */
  | 'ALWAYS'
  /** Once. */
  | 'SHOW_ONCE'
  /** Until the person has completed or dismissed it. */
  | 'UNTIL_INTERACTED';

/** A kind of event. */
export type TourDraftEventKind =
  /** The tour is gone; its own subscription ends. */
  | 'DELETED'
  /** The draft was discarded. */
  | 'DISCARDED'
  /** The draft went live. */
  | 'PUBLISHED'
  /** The cursor is too old, or too much was missed: read again, and go on from here. */
  | 'RESET'
  /** The first event after a good cursor: everything after it follows. */
  | 'RESUMED'
  /** The draft was saved; with an empty `patch`, also: what is scheduled for it has changed. */
  | 'SAVED'
  /** The first event of a subscription without a cursor: where things stand. */
  | 'SNAPSHOT'
  /** The live tour was created or changed directly. */
  | 'UPDATED';

/** Keys to merge into the draft: absent keeps, null clears. `content` is replaced whole. */
export type TourDraftPatch = {
  /** Whether browsers show the tour by themselves. */
  autoLaunch?: InputMaybe<Scalars['Boolean']['input']>;
  /** What the tour shows and when, as JSON that is kept as it is: an object with `steps`, `conditions`, `appearance`, `displayFrequency` and any other keys. `/schemas/tour-content.json` describes it. At most 500 steps, or as many as the tour has already. */
  content?: InputMaybe<Scalars['JSON']['input']>;
  /** Trimmed; may be empty. At most 20971520 characters. */
  description?: InputMaybe<Scalars['String']['input']>;
  /** `databaseId` of a flag of the project that must be on as well. */
  linkedFlagId?: InputMaybe<Scalars['Int']['input']>;
  /** What the tour is called. 1 to 400 characters after trimming. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** Whom to show the tour to. Null: everyone. Give either this or `targetingFlagFilters`. */
  targeting?: InputMaybe<TargetingInput>;
  /** The same as `targeting`, in the form of PostHog: `{ groups: [{ properties: [{ key, operator, value, type }], rollout_percentage }] }`. Null: everyone. At most 100 groups of 100 properties with 1000 values. Unknown keys, unknown operators and malformed values are refused with ValidationError, except in parts that the tour has already. Keys that PostHog's editor writes are accepted. */
  targetingFlagFilters?: InputMaybe<Scalars['JSON']['input']>;
  /** The same as `content`, with a field for each known key. It is stored as the same JSON and replaces the content as a whole. Setting both is a ValidationError. */
  typedContent?: InputMaybe<TourContentInput>;
};

/** The former type of a tooltip at an element. Browsers draw it like a `modal` step; use `modal` with `elementTargeting`. */
export type TourElementStepInput = {
  /** The buttons of the step. Absent: `Next` or `Done`, and `Back` after the first step; a step at an element has them only if `progressionTrigger` is `button`. */
  buttons?: InputMaybe<TourButtonsInput>;
  /** The text as a rich-text document. Browsers draw it only if `contentHtml` is empty. Survey steps do not show it. */
  content?: InputMaybe<Scalars['JSON']['input']>;
  /** The text as HTML. Browsers remove scripts and other unsafe parts. Survey steps do not show it. At most 20971520 characters. */
  contentHtml?: InputMaybe<Scalars['String']['input']>;
  /** How browsers find the element of the step. Absent or null: the step has no element and is shown in the page at `modalPosition`. */
  elementTargeting?: InputMaybe<ElementTargeting>;
  /** More keys, as a JSON object: keys without a field, and keys whose field does not accept the value. Setting a key twice is an error. */
  extra?: InputMaybe<Scalars['JSON']['input']>;
  /** Browsers use it only if `elementTargeting` is `auto`. */
  inferenceData?: InputMaybe<TourInferenceDataInput>;
  /** The id of the survey that stores the answers. Set by the gateway if the step has a `survey`; keep it when you change the step. At most 8192 characters. */
  linkedSurveyId?: InputMaybe<Scalars['String']['input']>;
  /** The id of the question in that survey. Set by the gateway. At most 8192 characters. */
  linkedSurveyQuestionId?: InputMaybe<Scalars['String']['input']>;
  /** The width of the box in pixels; never wider than the page. Default: `320`. */
  maxWidth?: InputMaybe<Scalars['Float']['input']>;
  /** Where the box stands in the page. A step at an element ignores it. Default: `middle_center`. */
  position?: InputMaybe<TourStepPosition>;
  /** What shows the next step. */
  progressionTrigger?: InputMaybe<TourProgressionTrigger>;
  /** A CSS selector. Browsers use it only if `elementTargeting` is `manual`. At most 8192 characters. */
  selector?: InputMaybe<Scalars['String']['input']>;
  /** Identifies the step in operations, events and statistics. The editor chooses it; it is unique within the tour and should never change. At most 400 characters. */
  stepId?: InputMaybe<Scalars['String']['input']>;
  /** The texts in other languages, by language code. A browser set to `de-AT` uses `de-AT`, else `de`, else the original. List each language in `languages` of the content. At most 500 items. */
  translations?: InputMaybe<Array<TourStepTranslationInput>>;
  /** Set by the gateway: true if `elementTargeting` is `manual`. Without `elementTargeting`, true means `manual`, as in older content. */
  useManualSelector?: InputMaybe<Scalars['Boolean']['input']>;
};

/** An event that the page captures with posthog-js. */
export type TourEventTriggerInput = {
  /** More keys, as a JSON object: keys without a field, and keys whose field does not accept the value. Setting a key twice is an error. */
  extra?: InputMaybe<Scalars['JSON']['input']>;
  /** The name of the event. At most 8192 characters. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** Conditions on properties of the event, by property. All must hold. At most 500 items. */
  propertyFilters?: InputMaybe<Array<TourPropertyFilterInput>>;
};

/** A list of events. */
export type TourEventTriggersInput = {
  /** More keys, as a JSON object: keys without a field, and keys whose field does not accept the value. Setting a key twice is an error. */
  extra?: InputMaybe<Scalars['JSON']['input']>;
  /** The events. One of them suffices. At most 500 items. */
  values?: InputMaybe<Array<TourEventTriggerInput>>;
};

/** What to keep; all that is given must hold. */
export type TourFilter = {
  /** Absent: archived or not. */
  archived?: InputMaybe<Scalars['Boolean']['input']>;
  /** `databaseId` of a user. */
  createdById?: InputMaybe<Scalars['Int']['input']>;
  /** Absent: with a draft or without. */
  hasDraft?: InputMaybe<Scalars['Boolean']['input']>;
  /** Whether a draft will go live by itself; one that failed to does not count. */
  hasScheduledPublish?: InputMaybe<Scalars['Boolean']['input']>;
  /** Any of these. At most 20 items. */
  status?: InputMaybe<Array<TourStatus>>;
  /** Any of these. At most 20 items. */
  type?: InputMaybe<Array<TourType>>;
  /** Later than this moment. */
  updatedAfter?: InputMaybe<Scalars['DateTime']['input']>;
  /** Earlier than this moment. */
  updatedBefore?: InputMaybe<Scalars['DateTime']['input']>;
};

/** What the toolbar of PostHog records about an element, so that browsers find it again without a selector. */
export type TourInferenceDataInput = {
  /** JSON text: `{"textGroups": […], "notextGroups": […]}`, each group with CSS selectors of the element. At most 20971520 characters. */
  autoData?: InputMaybe<Scalars['String']['input']>;
  /** Whether to find the element without its text, because the text changes. Default: `false`. */
  excludeText?: InputMaybe<Scalars['Boolean']['input']>;
  /** More keys, as a JSON object: keys without a field, and keys whose field does not accept the value. Setting a key twice is an error. */
  extra?: InputMaybe<Scalars['JSON']['input']>;
  /** How strict the search is: 1 tries only the best group of selectors, 0 tries all. Default: `1`. */
  precision?: InputMaybe<Scalars['Float']['input']>;
  /** The text of the element. At most 8192 characters. */
  text?: InputMaybe<Scalars['String']['input']>;
};

/** Which tour, and from when on. */
export type TourLifecycleInput = {
  /** Now when absent. */
  at?: InputMaybe<Scalars['DateTime']['input']>;
  /** Write only if the tour is still at this revision, else answer ConflictError. Absent: write in any case. */
  expectedRevision?: InputMaybe<Scalars['Int']['input']>;
  /** `uuid` or `id` of the tour. */
  tourId: Scalars['UUID']['input'];
};

/** A box in the page, or a tooltip at an element. The usual step. */
export type TourModalStepInput = {
  /** The buttons of the step. Absent: `Next` or `Done`, and `Back` after the first step; a step at an element has them only if `progressionTrigger` is `button`. */
  buttons?: InputMaybe<TourButtonsInput>;
  /** The text as a rich-text document. Browsers draw it only if `contentHtml` is empty. Survey steps do not show it. */
  content?: InputMaybe<Scalars['JSON']['input']>;
  /** The text as HTML. Browsers remove scripts and other unsafe parts. Survey steps do not show it. At most 20971520 characters. */
  contentHtml?: InputMaybe<Scalars['String']['input']>;
  /** How browsers find the element of the step. Absent or null: the step has no element and is shown in the page at `modalPosition`. */
  elementTargeting?: InputMaybe<ElementTargeting>;
  /** More keys, as a JSON object: keys without a field, and keys whose field does not accept the value. Setting a key twice is an error. */
  extra?: InputMaybe<Scalars['JSON']['input']>;
  /** Browsers use it only if `elementTargeting` is `auto`. */
  inferenceData?: InputMaybe<TourInferenceDataInput>;
  /** The id of the survey that stores the answers. Set by the gateway if the step has a `survey`; keep it when you change the step. At most 8192 characters. */
  linkedSurveyId?: InputMaybe<Scalars['String']['input']>;
  /** The id of the question in that survey. Set by the gateway. At most 8192 characters. */
  linkedSurveyQuestionId?: InputMaybe<Scalars['String']['input']>;
  /** The width of the box in pixels; never wider than the page. Default: `320`. */
  maxWidth?: InputMaybe<Scalars['Float']['input']>;
  /** Where the box stands in the page. A step at an element ignores it. Default: `middle_center`. */
  position?: InputMaybe<TourStepPosition>;
  /** What shows the next step. */
  progressionTrigger?: InputMaybe<TourProgressionTrigger>;
  /** A CSS selector. Browsers use it only if `elementTargeting` is `manual`. At most 8192 characters. */
  selector?: InputMaybe<Scalars['String']['input']>;
  /** Identifies the step in operations, events and statistics. The editor chooses it; it is unique within the tour and should never change. At most 400 characters. */
  stepId?: InputMaybe<Scalars['String']['input']>;
  /** The texts in other languages, by language code. A browser set to `de-AT` uses `de-AT`, else `de`, else the original. List each language in `languages` of the content. At most 500 items. */
  translations?: InputMaybe<Array<TourStepTranslationInput>>;
  /** Set by the gateway: true if `elementTargeting` is `manual`. Without `elementTargeting`, true means `manual`, as in older content. */
  useManualSelector?: InputMaybe<Scalars['Boolean']['input']>;
};

/** What to order tours by; those that are equal are ordered by their ids. */
export type TourOrder = {
  /** Newest first, unless told otherwise. */
  direction?: OrderDirection;
  /** What to compare. */
  field?: TourOrderField;
};

/** What tours can be ordered by. */
export type TourOrderField =
  | 'CREATED_AT'
  | 'NAME'
  /** Tours that were never launched count as earliest. */
  | 'START_DATE'
  | 'UPDATED_AT';

/** How a tour is looked at. */
export type TourPerspective =
  /** As the pending draft would have it; without a draft, as it is live. */
  | 'DRAFT'
  /** As it is live, launched or not, whatever is being drafted. */
  | 'PUBLISHED';

/** What shows the next step. */
export type TourProgressionTrigger =
  /** A click on a button of the step. */
  | 'BUTTON'
  /** A click on the element of the step. */
  | 'CLICK';

/** A condition on one property of an event. An event without the property does not match. */
export type TourPropertyFilterInput = {
  /** More keys, as a JSON object: keys without a field, and keys whose field does not accept the value. Setting a key twice is an error. */
  extra?: InputMaybe<Scalars['JSON']['input']>;
  /** How to compare. */
  operator?: InputMaybe<TourPropertyOperator>;
  /** The property, unique in the list. At most 8192 characters. */
  property: Scalars['String']['input'];
  /** The values to compare with. One of them must match; of the operators with `not`, all. At most 500 items. */
  values?: InputMaybe<Array<Scalars['String']['input']>>;
};

/** How a property of an event is compared. */
export type TourPropertyOperator =
  /** Equal. */
  | 'EXACT'
  /** Greater than the number. */
  | 'GT'
  /** Contains the text, in any case of letters. */
  | 'ICONTAINS'
  /** Not equal. */
  | 'IS_NOT'
  /** Less than the number. */
  | 'LT'
  /** Does not contain the text, in any case of letters. */
  | 'NOT_ICONTAINS'
  /** Does not match the regular expression. */
  | 'NOT_REGEX'
  /** Matches the regular expression. */
  | 'REGEX';

/** Where a tour is in its life, told from its dates and `archived`. */
export type TourStatus =
  /** Archived, whatever its dates. */
  | 'ARCHIVED'
  /** Never launched. */
  | 'DRAFT'
  /** Started and not ended. */
  | 'RUNNING'
  /** Its start date lies ahead. */
  | 'SCHEDULED'
  /** Its end date has passed. */
  | 'STOPPED';

/** One step: the field is its type. */
export type TourStepInput =
  /** A bar across the page. It is the only step of an announcement. */
  { banner: TourBannerStepInput; element?: never; modal?: never; other?: never; survey?: never; }
  |  /** The former type of a tooltip at an element. Browsers draw it like a `modal` step; use `modal` with `elementTargeting`. */
  { banner?: never; element: TourElementStepInput; modal?: never; other?: never; survey?: never; }
  |  /** A box in the page, or a tooltip at an element. The usual step. */
  { banner?: never; element?: never; modal: TourModalStepInput; other?: never; survey?: never; }
  |  /** A step of another type or without a type, as JSON. */
  { banner?: never; element?: never; modal?: never; other: Scalars['JSON']['input']; survey?: never; }
  |  /** A question in a box. The gateway creates the survey that stores the answers. */
  { banner?: never; element?: never; modal?: never; other?: never; survey: TourSurveyStepInput; };

/** Where a box stands in the page. */
export type TourStepPosition =
  /** At the bottom. */
  | 'CENTER'
  /** At the bottom left. */
  | 'LEFT'
  /** In the middle. */
  | 'MIDDLE_CENTER'
  /** At the left. */
  | 'MIDDLE_LEFT'
  /** At the right. */
  | 'MIDDLE_RIGHT'
  /** At the bottom right. */
  | 'RIGHT'
  /** At the top. */
  | 'TOP_CENTER'
  /** At the top left. */
  | 'TOP_LEFT'
  /** At the top right. */
  | 'TOP_RIGHT';

/** The texts of a step in one language. Texts that it lacks are shown in the original language. */
export type TourStepTranslationInput = {
  /** The labels of the buttons. */
  buttons?: InputMaybe<TourTranslatedButtonsInput>;
  /** The text as a rich-text document. Browsers draw it only if `contentHtml` is empty. */
  content?: InputMaybe<Scalars['JSON']['input']>;
  /** The text as HTML. At most 20971520 characters. */
  contentHtml?: InputMaybe<Scalars['String']['input']>;
  /** More keys, as a JSON object: keys without a field, and keys whose field does not accept the value. Setting a key twice is an error. */
  extra?: InputMaybe<Scalars['JSON']['input']>;
  /** The language, unique in the list. At most 8192 characters. */
  language: Scalars['String']['input'];
  /** The texts of the question. */
  survey?: InputMaybe<TourTranslatedSurveyInput>;
};

/** How ratings are drawn. */
export type TourSurveyDisplay =
  /** Faces. */
  | 'EMOJI'
  /** Numbers. */
  | 'NUMBER';

/** The question that a survey step asks. */
export type TourSurveyQuestionInput = {
  /** The label of the button that shows the previous step. Default: `Back`. At most 8192 characters. */
  backButtonText?: InputMaybe<Scalars['String']['input']>;
  /** How the ratings are drawn. Only for the type `rating`. Default: `emoji`. */
  display?: InputMaybe<TourSurveyDisplay>;
  /** More keys, as a JSON object: keys without a field, and keys whose field does not accept the value. Setting a key twice is an error. */
  extra?: InputMaybe<Scalars['JSON']['input']>;
  /** The label of the lowest rating. At most 8192 characters. */
  lowerBoundLabel?: InputMaybe<Scalars['String']['input']>;
  /** The question. At most 8192 characters. */
  questionText?: InputMaybe<Scalars['String']['input']>;
  /** How many ratings there are: 3 or 5 faces, 5 or 10 numbers. 10 stands for the numbers from 0 to 10. Only for the type `rating`. Default: `5`. */
  scale?: InputMaybe<Scalars['Int']['input']>;
  /** The label of the button that sends an open answer. Default: `Submit`. At most 8192 characters. */
  submitButtonText?: InputMaybe<Scalars['String']['input']>;
  /** The kind of answer. */
  type?: InputMaybe<TourSurveyQuestionType>;
  /** The label of the highest rating. At most 8192 characters. */
  upperBoundLabel?: InputMaybe<Scalars['String']['input']>;
};

/** The kind of answer to a question. */
export type TourSurveyQuestionType =
  /** A text. */
  | 'OPEN'
  /** A number on a scale. */
  | 'RATING';

/** A question in a box. The gateway creates the survey that stores the answers. */
export type TourSurveyStepInput = {
  /** The text as a rich-text document. Browsers draw it only if `contentHtml` is empty. Survey steps do not show it. */
  content?: InputMaybe<Scalars['JSON']['input']>;
  /** The text as HTML. Browsers remove scripts and other unsafe parts. Survey steps do not show it. At most 20971520 characters. */
  contentHtml?: InputMaybe<Scalars['String']['input']>;
  /** More keys, as a JSON object: keys without a field, and keys whose field does not accept the value. Setting a key twice is an error. */
  extra?: InputMaybe<Scalars['JSON']['input']>;
  /** The id of the survey that stores the answers. Set by the gateway if the step has a `survey`; keep it when you change the step. At most 8192 characters. */
  linkedSurveyId?: InputMaybe<Scalars['String']['input']>;
  /** The id of the question in that survey. Set by the gateway. At most 8192 characters. */
  linkedSurveyQuestionId?: InputMaybe<Scalars['String']['input']>;
  /** The width of the box in pixels; never wider than the page. Default: `320`. */
  maxWidth?: InputMaybe<Scalars['Float']['input']>;
  /** Where the box stands in the page. A step at an element ignores it. Default: `middle_center`. */
  position?: InputMaybe<TourStepPosition>;
  /** What shows the next step. */
  progressionTrigger?: InputMaybe<TourProgressionTrigger>;
  /** Identifies the step in operations, events and statistics. The editor chooses it; it is unique within the tour and should never change. At most 400 characters. */
  stepId?: InputMaybe<Scalars['String']['input']>;
  /** The question. A survey step without it cannot be shown. */
  survey?: InputMaybe<TourSurveyQuestionInput>;
  /** The texts in other languages, by language code. A browser set to `de-AT` uses `de-AT`, else `de`, else the original. List each language in `languages` of the content. At most 500 items. */
  translations?: InputMaybe<Array<TourStepTranslationInput>>;
};

/** The label of a button in one language. */
export type TourTranslatedButtonInput = {
  /** More keys, as a JSON object: keys without a field, and keys whose field does not accept the value. Setting a key twice is an error. */
  extra?: InputMaybe<Scalars['JSON']['input']>;
  /** The label of the button. At most 8192 characters. */
  text?: InputMaybe<Scalars['String']['input']>;
};

/** The labels of the buttons of a step in one language. */
export type TourTranslatedButtonsInput = {
  /** More keys, as a JSON object: keys without a field, and keys whose field does not accept the value. Setting a key twice is an error. */
  extra?: InputMaybe<Scalars['JSON']['input']>;
  /** The label of the primary button. */
  primary?: InputMaybe<TourTranslatedButtonInput>;
  /** The label of the secondary button. */
  secondary?: InputMaybe<TourTranslatedButtonInput>;
};

/** The texts of a question in one language. */
export type TourTranslatedSurveyInput = {
  /** The label of the button that shows the previous step. Default: `Back`. At most 8192 characters. */
  backButtonText?: InputMaybe<Scalars['String']['input']>;
  /** More keys, as a JSON object: keys without a field, and keys whose field does not accept the value. Setting a key twice is an error. */
  extra?: InputMaybe<Scalars['JSON']['input']>;
  /** The label of the lowest rating. At most 8192 characters. */
  lowerBoundLabel?: InputMaybe<Scalars['String']['input']>;
  /** The question. At most 8192 characters. */
  questionText?: InputMaybe<Scalars['String']['input']>;
  /** The label of the button that sends an open answer. Default: `Submit`. At most 8192 characters. */
  submitButtonText?: InputMaybe<Scalars['String']['input']>;
  /** The label of the highest rating. At most 8192 characters. */
  upperBoundLabel?: InputMaybe<Scalars['String']['input']>;
};

/** Told from the content: an announcement has one step, and is a banner when that step is one. */
export type TourType =
  | 'ANNOUNCEMENT'
  | 'BANNER'
  | 'TOUR';

/** How the address of a page is compared. */
export type TourUrlMatchType =
  /** Equal. */
  | 'EXACT'
  /** Contains the text, in any case of letters. */
  | 'ICONTAINS'
  /** Not equal. */
  | 'IS_NOT'
  /** Does not contain the text, in any case of letters. */
  | 'NOT_ICONTAINS'
  /** Does not match the regular expression. */
  | 'NOT_REGEX'
  /** Matches the regular expression. */
  | 'REGEX';

/** Which draft stays one. */
export type UnscheduleTourDraftInput = {
  /** Comes back in the event, so that an editor knows its own echo. At most 255 characters. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** Write only if the tour is still at this revision, else answer ConflictError. Absent: write in any case. */
  expectedRevision?: InputMaybe<Scalars['Int']['input']>;
  /** `uuid` or `id` of the tour. */
  tourId: Scalars['UUID']['input'];
};

/** Absent keeps. */
export type UpdateFeatureFlagInput = {
  /** False: off for everybody. */
  active?: InputMaybe<Scalars['Boolean']['input']>;
  /** Condition groups and variants: `{ groups: […], multivariate: { variants: [{ key, rollout_percentage }] } }`. Unknown keys, unknown operators and malformed values are refused, except in parts that the flag has already. Keys that PostHog’s editor writes are accepted. */
  filters?: InputMaybe<Scalars['JSON']['input']>;
  /** `databaseId` of the flag. */
  flagId: Scalars['Int']['input'];
  /** What people call it; may be empty. At most 1000 characters. */
  name?: InputMaybe<Scalars['String']['input']>;
};

/** Absent keeps. */
export type UpdateOrganizationInput = {
  /** `uuid` or `id` of the organization. */
  id: Scalars['UUID']['input'];
  /** Whether personal API keys open its projects; tokens do in any case. Once it is false, keys cannot bring it back: an access token can, or the command line. */
  membersCanUsePersonalApiKeys?: InputMaybe<Scalars['Boolean']['input']>;
  /** What the organization is called. 1 to 64 characters after trimming. */
  name?: InputMaybe<Scalars['String']['input']>;
};

/** Absent keeps. */
export type UpdateProjectInput = {
  /** Whether step texts may be sent to a language model. */
  aiDataProcessingApproved?: InputMaybe<Scalars['Boolean']['input']>;
  /** `databaseId` of the project. */
  id: Scalars['Int']['input'];
  /** What the project is called. 1 to 200 characters after trimming. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** Makes a new public token; the old one stops working at once. */
  rotateToken?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Changes a step. */
export type UpdateStep = {
  /** A JSON Merge Patch (RFC 7396) on the step: null removes a key. */
  patch: Scalars['JSON']['input'];
  /** The `id` of the step. At most 400 characters. */
  stepId: Scalars['ID']['input'];
};

/** Absent keeps, null clears. */
export type UpdateTourInput = {
  /** True takes the tour out of use and frees its name; false brings it back. */
  archived?: InputMaybe<Scalars['Boolean']['input']>;
  /** Whether browsers show the tour by themselves. */
  autoLaunch?: InputMaybe<Scalars['Boolean']['input']>;
  /** What the tour shows and when, as JSON that is kept as it is: an object with `steps`, `conditions`, `appearance`, `displayFrequency` and any other keys. `/schemas/tour-content.json` describes it. At most 500 steps, or as many as the tour has already. */
  content?: InputMaybe<Scalars['JSON']['input']>;
  /** Absent: not told. */
  creationContext?: InputMaybe<CreationContext>;
  /** Trimmed; may be empty. At most 20971520 characters. */
  description?: InputMaybe<Scalars['String']['input']>;
  /** Stops the tour at that moment; null: it goes on. */
  endDate?: InputMaybe<Scalars['DateTime']['input']>;
  /** Write only if the tour is still at this revision, else answer ConflictError. Absent: write in any case. */
  expectedRevision?: InputMaybe<Scalars['Int']['input']>;
  /** `databaseId` of a flag of the project that must be on as well. */
  linkedFlagId?: InputMaybe<Scalars['Int']['input']>;
  /** What the tour is called. 1 to 400 characters after trimming. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** True: a pending draft is not ended; the answer is ConflictError with the code DRAFT_PENDING. */
  refuseIfDraft?: InputMaybe<Scalars['Boolean']['input']>;
  /** Launches the tour at that moment; null: not launched. */
  startDate?: InputMaybe<Scalars['DateTime']['input']>;
  /** Whom to show the tour to. Null: everyone. Give either this or `targetingFlagFilters`. */
  targeting?: InputMaybe<TargetingInput>;
  /** The same as `targeting`, in the form of PostHog: `{ groups: [{ properties: [{ key, operator, value, type }], rollout_percentage }] }`. Null: everyone. At most 100 groups of 100 properties with 1000 values. Unknown keys, unknown operators and malformed values are refused with ValidationError, except in parts that the tour has already. Keys that PostHog's editor writes are accepted. */
  targetingFlagFilters?: InputMaybe<Scalars['JSON']['input']>;
  /** `uuid` or `id` of the tour. */
  tourId: Scalars['UUID']['input'];
  /** The same as `content`, with a field for each known key. It is stored as the same JSON and replaces the content as a whole. Setting both is a ValidationError. */
  typedContent?: InputMaybe<TourContentInput>;
};

export type UserWireFragment = { uuid: string, email: string, id: number, distinct_id?: string | null, first_name: string, last_name: string, is_email_verified?: boolean | null, hedgehog_config?: unknown | null, role_at_organization?: string | null };

export type FlagWireFragment = { name: string, key: string, filters: unknown, deleted: boolean, active: boolean, version?: number | null, id: number, team_id: number, ensure_experience_continuity?: boolean | null, has_encrypted_payloads?: boolean | null, evaluation_runtime?: string | null, bucketing_identifier?: string | null, evaluation_tags: Array<string>, evaluation_contexts: Array<string> };

export type TourWireFragment = { name: string, description: string, archived: boolean, revision: number, id: string, targeting_flag_filters?: unknown | null, has_draft: boolean, auto_launch: boolean, start_date?: string | null, end_date?: string | null, created_at: string, updated_at: string, internal_targeting_flag?: { name: string, key: string, filters: unknown, deleted: boolean, active: boolean, version?: number | null, id: number, team_id: number, ensure_experience_continuity?: boolean | null, has_encrypted_payloads?: boolean | null, evaluation_runtime?: string | null, bucketing_identifier?: string | null, evaluation_tags: Array<string>, evaluation_contexts: Array<string> } | null, linked_flag?: { name: string, key: string, filters: unknown, deleted: boolean, active: boolean, version?: number | null, id: number, team_id: number, ensure_experience_continuity?: boolean | null, has_encrypted_payloads?: boolean | null, evaluation_runtime?: string | null, bucketing_identifier?: string | null, evaluation_tags: Array<string>, evaluation_contexts: Array<string> } | null, content: { raw: unknown }, draft_content?: { raw: unknown } | null, created_by?: { uuid: string, email: string, id: number, distinct_id?: string | null, first_name: string, last_name: string, is_email_verified?: boolean | null, hedgehog_config?: unknown | null, role_at_organization?: string | null } | null };

export type WrittenTourWireFragment = { name: string, description: string, archived: boolean, revision: number, id: string, targeting_flag_filters?: unknown | null, auto_launch: boolean, start_date?: string | null, end_date?: string | null, created_at: string, updated_at: string, internal_targeting_flag?: { name: string, key: string, filters: unknown, deleted: boolean, active: boolean, version?: number | null, id: number, team_id: number, ensure_experience_continuity?: boolean | null, has_encrypted_payloads?: boolean | null, evaluation_runtime?: string | null, bucketing_identifier?: string | null, evaluation_tags: Array<string>, evaluation_contexts: Array<string> } | null, linked_flag?: { name: string, key: string, filters: unknown, deleted: boolean, active: boolean, version?: number | null, id: number, team_id: number, ensure_experience_continuity?: boolean | null, has_encrypted_payloads?: boolean | null, evaluation_runtime?: string | null, bucketing_identifier?: string | null, evaluation_tags: Array<string>, evaluation_contexts: Array<string> } | null, linked_flag_id?: { databaseId: number } | null, content: { raw: unknown }, created_by?: { uuid: string, email: string, id: number, distinct_id?: string | null, first_name: string, last_name: string, is_email_verified?: boolean | null, hedgehog_config?: unknown | null, role_at_organization?: string | null } | null };

export type DraftStatusWireFragment = { revision: number, updated_at: string, has_draft: boolean };

export type GeneratedWireFragment = { steps: Array<{ title: string, description: string, step_id: string }> };

type Failure_ConflictError_Fragment = { __typename: 'ConflictError', message: string, code: ErrorCode };

type Failure_GenerationError_Fragment = { __typename: 'GenerationError', message: string, code: ErrorCode };

type Failure_NotConfiguredError_Fragment = { __typename: 'NotConfiguredError', message: string, code: ErrorCode };

type Failure_NotFoundError_Fragment = { __typename: 'NotFoundError', message: string, code: ErrorCode };

type Failure_PermissionError_Fragment = { __typename: 'PermissionError', missingScope?: string | null, message: string, code: ErrorCode };

type Failure_ValidationError_Fragment = { __typename: 'ValidationError', message: string, code: ErrorCode, fields: Array<{ path?: string | null, code: string, message: string }> };

export type FailureFragment =
  | Failure_ConflictError_Fragment
  | Failure_GenerationError_Fragment
  | Failure_NotConfiguredError_Fragment
  | Failure_NotFoundError_Fragment
  | Failure_PermissionError_Fragment
  | Failure_ValidationError_Fragment
;

export type RestListToursQueryVariables = Exact<{
  projectId: Scalars['Int']['input'];
  limit: Scalars['Int']['input'];
  offset: Scalars['Int']['input'];
  search?: InputMaybe<Scalars['String']['input']>;
}>;


export type RestListToursQuery = { page: { totalCount?: number | null, nodes: Array<{ name: string, description: string, archived: boolean, revision: number, id: string, targeting_flag_filters?: unknown | null, has_draft: boolean, auto_launch: boolean, start_date?: string | null, end_date?: string | null, created_at: string, updated_at: string, internal_targeting_flag?: { name: string, key: string, filters: unknown, deleted: boolean, active: boolean, version?: number | null, id: number, team_id: number, ensure_experience_continuity?: boolean | null, has_encrypted_payloads?: boolean | null, evaluation_runtime?: string | null, bucketing_identifier?: string | null, evaluation_tags: Array<string>, evaluation_contexts: Array<string> } | null, linked_flag?: { name: string, key: string, filters: unknown, deleted: boolean, active: boolean, version?: number | null, id: number, team_id: number, ensure_experience_continuity?: boolean | null, has_encrypted_payloads?: boolean | null, evaluation_runtime?: string | null, bucketing_identifier?: string | null, evaluation_tags: Array<string>, evaluation_contexts: Array<string> } | null, content: { raw: unknown }, draft_content?: { raw: unknown } | null, created_by?: { uuid: string, email: string, id: number, distinct_id?: string | null, first_name: string, last_name: string, is_email_verified?: boolean | null, hedgehog_config?: unknown | null, role_at_organization?: string | null } | null }> } };

export type RestGetTourQueryVariables = Exact<{
  id: Scalars['UUID']['input'];
}>;


export type RestGetTourQuery = { tour?: { name: string, description: string, archived: boolean, revision: number, id: string, targeting_flag_filters?: unknown | null, has_draft: boolean, auto_launch: boolean, start_date?: string | null, end_date?: string | null, created_at: string, updated_at: string, internal_targeting_flag?: { name: string, key: string, filters: unknown, deleted: boolean, active: boolean, version?: number | null, id: number, team_id: number, ensure_experience_continuity?: boolean | null, has_encrypted_payloads?: boolean | null, evaluation_runtime?: string | null, bucketing_identifier?: string | null, evaluation_tags: Array<string>, evaluation_contexts: Array<string> } | null, linked_flag?: { name: string, key: string, filters: unknown, deleted: boolean, active: boolean, version?: number | null, id: number, team_id: number, ensure_experience_continuity?: boolean | null, has_encrypted_payloads?: boolean | null, evaluation_runtime?: string | null, bucketing_identifier?: string | null, evaluation_tags: Array<string>, evaluation_contexts: Array<string> } | null, content: { raw: unknown }, draft_content?: { raw: unknown } | null, created_by?: { uuid: string, email: string, id: number, distinct_id?: string | null, first_name: string, last_name: string, is_email_verified?: boolean | null, hedgehog_config?: unknown | null, role_at_organization?: string | null } | null } | null };

export type RestDraftStatusQueryVariables = Exact<{
  id: Scalars['UUID']['input'];
}>;


export type RestDraftStatusQuery = { tour?: { revision: number, updated_at: string, has_draft: boolean } | null };

export type RestCreateTourMutationVariables = Exact<{
  input: CreateTourInput;
}>;


export type RestCreateTourMutation = { result:
    | { tour: { name: string, description: string, archived: boolean, revision: number, id: string, targeting_flag_filters?: unknown | null, auto_launch: boolean, start_date?: string | null, end_date?: string | null, created_at: string, updated_at: string, internal_targeting_flag?: { name: string, key: string, filters: unknown, deleted: boolean, active: boolean, version?: number | null, id: number, team_id: number, ensure_experience_continuity?: boolean | null, has_encrypted_payloads?: boolean | null, evaluation_runtime?: string | null, bucketing_identifier?: string | null, evaluation_tags: Array<string>, evaluation_contexts: Array<string> } | null, linked_flag?: { name: string, key: string, filters: unknown, deleted: boolean, active: boolean, version?: number | null, id: number, team_id: number, ensure_experience_continuity?: boolean | null, has_encrypted_payloads?: boolean | null, evaluation_runtime?: string | null, bucketing_identifier?: string | null, evaluation_tags: Array<string>, evaluation_contexts: Array<string> } | null, linked_flag_id?: { databaseId: number } | null, content: { raw: unknown }, created_by?: { uuid: string, email: string, id: number, distinct_id?: string | null, first_name: string, last_name: string, is_email_verified?: boolean | null, hedgehog_config?: unknown | null, role_at_organization?: string | null } | null } }
    | { __typename: 'NotFoundError', message: string, code: ErrorCode }
    | { __typename: 'PermissionError', missingScope?: string | null, message: string, code: ErrorCode }
    | { __typename: 'ValidationError', message: string, code: ErrorCode, fields: Array<{ path?: string | null, code: string, message: string }> }
   };

export type RestUpdateTourMutationVariables = Exact<{
  input: UpdateTourInput;
}>;


export type RestUpdateTourMutation = { result:
    | { __typename: 'ConflictError', message: string, code: ErrorCode }
    | { __typename: 'NotFoundError', message: string, code: ErrorCode }
    | { __typename: 'PermissionError', missingScope?: string | null, message: string, code: ErrorCode }
    | { tour: { name: string, description: string, archived: boolean, revision: number, id: string, targeting_flag_filters?: unknown | null, auto_launch: boolean, start_date?: string | null, end_date?: string | null, created_at: string, updated_at: string, internal_targeting_flag?: { name: string, key: string, filters: unknown, deleted: boolean, active: boolean, version?: number | null, id: number, team_id: number, ensure_experience_continuity?: boolean | null, has_encrypted_payloads?: boolean | null, evaluation_runtime?: string | null, bucketing_identifier?: string | null, evaluation_tags: Array<string>, evaluation_contexts: Array<string> } | null, linked_flag?: { name: string, key: string, filters: unknown, deleted: boolean, active: boolean, version?: number | null, id: number, team_id: number, ensure_experience_continuity?: boolean | null, has_encrypted_payloads?: boolean | null, evaluation_runtime?: string | null, bucketing_identifier?: string | null, evaluation_tags: Array<string>, evaluation_contexts: Array<string> } | null, linked_flag_id?: { databaseId: number } | null, content: { raw: unknown }, created_by?: { uuid: string, email: string, id: number, distinct_id?: string | null, first_name: string, last_name: string, is_email_verified?: boolean | null, hedgehog_config?: unknown | null, role_at_organization?: string | null } | null } }
    | { __typename: 'ValidationError', message: string, code: ErrorCode, fields: Array<{ path?: string | null, code: string, message: string }> }
   };

export type RestDeleteTourMutationVariables = Exact<{
  input: DeleteTourInput;
}>;


export type RestDeleteTourMutation = { result:
    | { __typename: 'ConflictError', message: string, code: ErrorCode }
    | { tourId: string }
    | { __typename: 'NotFoundError', message: string, code: ErrorCode }
    | { __typename: 'PermissionError', missingScope?: string | null, message: string, code: ErrorCode }
    | { __typename: 'ValidationError', message: string, code: ErrorCode, fields: Array<{ path?: string | null, code: string, message: string }> }
   };

export type RestSaveDraftMutationVariables = Exact<{
  input: SaveTourDraftInput;
}>;


export type RestSaveDraftMutation = { result:
    | { __typename: 'ConflictError', message: string, code: ErrorCode }
    | { __typename: 'NotFoundError', message: string, code: ErrorCode }
    | { __typename: 'PermissionError', missingScope?: string | null, message: string, code: ErrorCode }
    | { tour: { name: string, description: string, archived: boolean, revision: number, id: string, targeting_flag_filters?: unknown | null, has_draft: boolean, auto_launch: boolean, start_date?: string | null, end_date?: string | null, created_at: string, updated_at: string, internal_targeting_flag?: { name: string, key: string, filters: unknown, deleted: boolean, active: boolean, version?: number | null, id: number, team_id: number, ensure_experience_continuity?: boolean | null, has_encrypted_payloads?: boolean | null, evaluation_runtime?: string | null, bucketing_identifier?: string | null, evaluation_tags: Array<string>, evaluation_contexts: Array<string> } | null, linked_flag?: { name: string, key: string, filters: unknown, deleted: boolean, active: boolean, version?: number | null, id: number, team_id: number, ensure_experience_continuity?: boolean | null, has_encrypted_payloads?: boolean | null, evaluation_runtime?: string | null, bucketing_identifier?: string | null, evaluation_tags: Array<string>, evaluation_contexts: Array<string> } | null, content: { raw: unknown }, draft_content?: { raw: unknown } | null, created_by?: { uuid: string, email: string, id: number, distinct_id?: string | null, first_name: string, last_name: string, is_email_verified?: boolean | null, hedgehog_config?: unknown | null, role_at_organization?: string | null } | null } }
    | { __typename: 'ValidationError', message: string, code: ErrorCode, fields: Array<{ path?: string | null, code: string, message: string }> }
   };

export type RestPublishDraftMutationVariables = Exact<{
  input: PublishTourDraftInput;
}>;


export type RestPublishDraftMutation = { result:
    | { __typename: 'ConflictError', message: string, code: ErrorCode }
    | { __typename: 'NotFoundError', message: string, code: ErrorCode }
    | { __typename: 'PermissionError', missingScope?: string | null, message: string, code: ErrorCode }
    | { tour: { name: string, description: string, archived: boolean, revision: number, id: string, targeting_flag_filters?: unknown | null, has_draft: boolean, auto_launch: boolean, start_date?: string | null, end_date?: string | null, created_at: string, updated_at: string, internal_targeting_flag?: { name: string, key: string, filters: unknown, deleted: boolean, active: boolean, version?: number | null, id: number, team_id: number, ensure_experience_continuity?: boolean | null, has_encrypted_payloads?: boolean | null, evaluation_runtime?: string | null, bucketing_identifier?: string | null, evaluation_tags: Array<string>, evaluation_contexts: Array<string> } | null, linked_flag?: { name: string, key: string, filters: unknown, deleted: boolean, active: boolean, version?: number | null, id: number, team_id: number, ensure_experience_continuity?: boolean | null, has_encrypted_payloads?: boolean | null, evaluation_runtime?: string | null, bucketing_identifier?: string | null, evaluation_tags: Array<string>, evaluation_contexts: Array<string> } | null, content: { raw: unknown }, draft_content?: { raw: unknown } | null, created_by?: { uuid: string, email: string, id: number, distinct_id?: string | null, first_name: string, last_name: string, is_email_verified?: boolean | null, hedgehog_config?: unknown | null, role_at_organization?: string | null } | null } }
    | { __typename: 'ValidationError', message: string, code: ErrorCode, fields: Array<{ path?: string | null, code: string, message: string }> }
   };

export type RestDiscardDraftMutationVariables = Exact<{
  input: DiscardTourDraftInput;
}>;


export type RestDiscardDraftMutation = { result:
    | { __typename: 'ConflictError', message: string, code: ErrorCode }
    | { tour: { name: string, description: string, archived: boolean, revision: number, id: string, targeting_flag_filters?: unknown | null, has_draft: boolean, auto_launch: boolean, start_date?: string | null, end_date?: string | null, created_at: string, updated_at: string, internal_targeting_flag?: { name: string, key: string, filters: unknown, deleted: boolean, active: boolean, version?: number | null, id: number, team_id: number, ensure_experience_continuity?: boolean | null, has_encrypted_payloads?: boolean | null, evaluation_runtime?: string | null, bucketing_identifier?: string | null, evaluation_tags: Array<string>, evaluation_contexts: Array<string> } | null, linked_flag?: { name: string, key: string, filters: unknown, deleted: boolean, active: boolean, version?: number | null, id: number, team_id: number, ensure_experience_continuity?: boolean | null, has_encrypted_payloads?: boolean | null, evaluation_runtime?: string | null, bucketing_identifier?: string | null, evaluation_tags: Array<string>, evaluation_contexts: Array<string> } | null, content: { raw: unknown }, draft_content?: { raw: unknown } | null, created_by?: { uuid: string, email: string, id: number, distinct_id?: string | null, first_name: string, last_name: string, is_email_verified?: boolean | null, hedgehog_config?: unknown | null, role_at_organization?: string | null } | null } }
    | { __typename: 'NotFoundError', message: string, code: ErrorCode }
    | { __typename: 'PermissionError', missingScope?: string | null, message: string, code: ErrorCode }
    | { __typename: 'ValidationError', message: string, code: ErrorCode, fields: Array<{ path?: string | null, code: string, message: string }> }
   };

export type RestGenerateMutationVariables = Exact<{
  input: GenerateTourContentInput;
}>;


export type RestGenerateMutation = { result:
    | { steps: Array<{ title: string, description: string, step_id: string }> }
    | { __typename: 'GenerationError', message: string, code: ErrorCode }
    | { __typename: 'NotConfiguredError', message: string, code: ErrorCode }
    | { __typename: 'NotFoundError', message: string, code: ErrorCode }
    | { __typename: 'PermissionError', missingScope?: string | null, message: string, code: ErrorCode }
    | { __typename: 'ValidationError', message: string, code: ErrorCode, fields: Array<{ path?: string | null, code: string, message: string }> }
   };

export type ActivityWireFragment = { activity: string, scope: string, name: string, id: string, item_id: string, created_at: string, user?: { uuid: string, email: string, id: number, distinct_id?: string | null, first_name: string, last_name: string, is_email_verified?: boolean | null, hedgehog_config?: unknown | null, role_at_organization?: string | null } | null, changes: Array<{ action: string, field: string, before?: unknown | null, after?: unknown | null }> };

export type RestActivityLogQueryVariables = Exact<{
  projectId: Scalars['Int']['input'];
  scope?: InputMaybe<Scalars['String']['input']>;
  itemId?: InputMaybe<Scalars['String']['input']>;
  limit: Scalars['Int']['input'];
  offset: Scalars['Int']['input'];
}>;


export type RestActivityLogQuery = { page: { totalCount: number, nodes: Array<{ activity: string, scope: string, name: string, id: string, item_id: string, created_at: string, user?: { uuid: string, email: string, id: number, distinct_id?: string | null, first_name: string, last_name: string, is_email_verified?: boolean | null, hedgehog_config?: unknown | null, role_at_organization?: string | null } | null, changes: Array<{ action: string, field: string, before?: unknown | null, after?: unknown | null }> }> } };

export const FlagWireFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"FlagWire"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"FeatureFlag"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"id"},"name":{"kind":"Name","value":"databaseId"}},{"kind":"Field","alias":{"kind":"Name","value":"team_id"},"name":{"kind":"Name","value":"projectDatabaseId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"filters"}},{"kind":"Field","name":{"kind":"Name","value":"deleted"}},{"kind":"Field","name":{"kind":"Name","value":"active"}},{"kind":"Field","alias":{"kind":"Name","value":"ensure_experience_continuity"},"name":{"kind":"Name","value":"ensureExperienceContinuity"}},{"kind":"Field","alias":{"kind":"Name","value":"has_encrypted_payloads"},"name":{"kind":"Name","value":"hasEncryptedPayloads"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","alias":{"kind":"Name","value":"evaluation_runtime"},"name":{"kind":"Name","value":"evaluationRuntime"}},{"kind":"Field","alias":{"kind":"Name","value":"bucketing_identifier"},"name":{"kind":"Name","value":"bucketingIdentifier"}},{"kind":"Field","alias":{"kind":"Name","value":"evaluation_tags"},"name":{"kind":"Name","value":"evaluationContexts"}},{"kind":"Field","alias":{"kind":"Name","value":"evaluation_contexts"},"name":{"kind":"Name","value":"evaluationContexts"}}]}}]} as unknown as DocumentNode<FlagWireFragment, unknown>;
export const UserWireFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserWire"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"User"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"id"},"name":{"kind":"Name","value":"databaseId"}},{"kind":"Field","name":{"kind":"Name","value":"uuid"}},{"kind":"Field","alias":{"kind":"Name","value":"distinct_id"},"name":{"kind":"Name","value":"distinctId"}},{"kind":"Field","alias":{"kind":"Name","value":"first_name"},"name":{"kind":"Name","value":"firstName"}},{"kind":"Field","alias":{"kind":"Name","value":"last_name"},"name":{"kind":"Name","value":"lastName"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","alias":{"kind":"Name","value":"is_email_verified"},"name":{"kind":"Name","value":"isEmailVerified"}},{"kind":"Field","alias":{"kind":"Name","value":"hedgehog_config"},"name":{"kind":"Name","value":"hedgehogConfig"}},{"kind":"Field","alias":{"kind":"Name","value":"role_at_organization"},"name":{"kind":"Name","value":"roleAtOrganization"}}]}}]} as unknown as DocumentNode<UserWireFragment, unknown>;
export const TourWireFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TourWire"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Tour"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"id"},"name":{"kind":"Name","value":"uuid"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","alias":{"kind":"Name","value":"internal_targeting_flag"},"name":{"kind":"Name","value":"internalTargetingFlag"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"FlagWire"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"linked_flag"},"name":{"kind":"Name","value":"linkedFlag"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"FlagWire"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"targeting_flag_filters"},"name":{"kind":"Name","value":"targetingFlagFilters"}},{"kind":"Field","name":{"kind":"Name","value":"content"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"raw"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"draft_content"},"name":{"kind":"Name","value":"draft"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"raw"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"has_draft"},"name":{"kind":"Name","value":"hasDraft"}},{"kind":"Field","alias":{"kind":"Name","value":"auto_launch"},"name":{"kind":"Name","value":"autoLaunch"}},{"kind":"Field","alias":{"kind":"Name","value":"start_date"},"name":{"kind":"Name","value":"startDate"}},{"kind":"Field","alias":{"kind":"Name","value":"end_date"},"name":{"kind":"Name","value":"endDate"}},{"kind":"Field","alias":{"kind":"Name","value":"created_at"},"name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","alias":{"kind":"Name","value":"created_by"},"name":{"kind":"Name","value":"createdBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserWire"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"updated_at"},"name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"archived"}},{"kind":"Field","name":{"kind":"Name","value":"revision"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserWire"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"User"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"id"},"name":{"kind":"Name","value":"databaseId"}},{"kind":"Field","name":{"kind":"Name","value":"uuid"}},{"kind":"Field","alias":{"kind":"Name","value":"distinct_id"},"name":{"kind":"Name","value":"distinctId"}},{"kind":"Field","alias":{"kind":"Name","value":"first_name"},"name":{"kind":"Name","value":"firstName"}},{"kind":"Field","alias":{"kind":"Name","value":"last_name"},"name":{"kind":"Name","value":"lastName"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","alias":{"kind":"Name","value":"is_email_verified"},"name":{"kind":"Name","value":"isEmailVerified"}},{"kind":"Field","alias":{"kind":"Name","value":"hedgehog_config"},"name":{"kind":"Name","value":"hedgehogConfig"}},{"kind":"Field","alias":{"kind":"Name","value":"role_at_organization"},"name":{"kind":"Name","value":"roleAtOrganization"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"FlagWire"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"FeatureFlag"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"id"},"name":{"kind":"Name","value":"databaseId"}},{"kind":"Field","alias":{"kind":"Name","value":"team_id"},"name":{"kind":"Name","value":"projectDatabaseId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"filters"}},{"kind":"Field","name":{"kind":"Name","value":"deleted"}},{"kind":"Field","name":{"kind":"Name","value":"active"}},{"kind":"Field","alias":{"kind":"Name","value":"ensure_experience_continuity"},"name":{"kind":"Name","value":"ensureExperienceContinuity"}},{"kind":"Field","alias":{"kind":"Name","value":"has_encrypted_payloads"},"name":{"kind":"Name","value":"hasEncryptedPayloads"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","alias":{"kind":"Name","value":"evaluation_runtime"},"name":{"kind":"Name","value":"evaluationRuntime"}},{"kind":"Field","alias":{"kind":"Name","value":"bucketing_identifier"},"name":{"kind":"Name","value":"bucketingIdentifier"}},{"kind":"Field","alias":{"kind":"Name","value":"evaluation_tags"},"name":{"kind":"Name","value":"evaluationContexts"}},{"kind":"Field","alias":{"kind":"Name","value":"evaluation_contexts"},"name":{"kind":"Name","value":"evaluationContexts"}}]}}]} as unknown as DocumentNode<TourWireFragment, unknown>;
export const WrittenTourWireFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"WrittenTourWire"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Tour"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"id"},"name":{"kind":"Name","value":"uuid"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","alias":{"kind":"Name","value":"internal_targeting_flag"},"name":{"kind":"Name","value":"internalTargetingFlag"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"FlagWire"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"linked_flag"},"name":{"kind":"Name","value":"linkedFlag"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"FlagWire"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"linked_flag_id"},"name":{"kind":"Name","value":"linkedFlag"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"databaseId"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"targeting_flag_filters"},"name":{"kind":"Name","value":"targetingFlagFilters"}},{"kind":"Field","name":{"kind":"Name","value":"content"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"raw"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"auto_launch"},"name":{"kind":"Name","value":"autoLaunch"}},{"kind":"Field","alias":{"kind":"Name","value":"start_date"},"name":{"kind":"Name","value":"startDate"}},{"kind":"Field","alias":{"kind":"Name","value":"end_date"},"name":{"kind":"Name","value":"endDate"}},{"kind":"Field","alias":{"kind":"Name","value":"created_at"},"name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","alias":{"kind":"Name","value":"created_by"},"name":{"kind":"Name","value":"createdBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserWire"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"updated_at"},"name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"archived"}},{"kind":"Field","name":{"kind":"Name","value":"revision"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserWire"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"User"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"id"},"name":{"kind":"Name","value":"databaseId"}},{"kind":"Field","name":{"kind":"Name","value":"uuid"}},{"kind":"Field","alias":{"kind":"Name","value":"distinct_id"},"name":{"kind":"Name","value":"distinctId"}},{"kind":"Field","alias":{"kind":"Name","value":"first_name"},"name":{"kind":"Name","value":"firstName"}},{"kind":"Field","alias":{"kind":"Name","value":"last_name"},"name":{"kind":"Name","value":"lastName"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","alias":{"kind":"Name","value":"is_email_verified"},"name":{"kind":"Name","value":"isEmailVerified"}},{"kind":"Field","alias":{"kind":"Name","value":"hedgehog_config"},"name":{"kind":"Name","value":"hedgehogConfig"}},{"kind":"Field","alias":{"kind":"Name","value":"role_at_organization"},"name":{"kind":"Name","value":"roleAtOrganization"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"FlagWire"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"FeatureFlag"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"id"},"name":{"kind":"Name","value":"databaseId"}},{"kind":"Field","alias":{"kind":"Name","value":"team_id"},"name":{"kind":"Name","value":"projectDatabaseId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"filters"}},{"kind":"Field","name":{"kind":"Name","value":"deleted"}},{"kind":"Field","name":{"kind":"Name","value":"active"}},{"kind":"Field","alias":{"kind":"Name","value":"ensure_experience_continuity"},"name":{"kind":"Name","value":"ensureExperienceContinuity"}},{"kind":"Field","alias":{"kind":"Name","value":"has_encrypted_payloads"},"name":{"kind":"Name","value":"hasEncryptedPayloads"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","alias":{"kind":"Name","value":"evaluation_runtime"},"name":{"kind":"Name","value":"evaluationRuntime"}},{"kind":"Field","alias":{"kind":"Name","value":"bucketing_identifier"},"name":{"kind":"Name","value":"bucketingIdentifier"}},{"kind":"Field","alias":{"kind":"Name","value":"evaluation_tags"},"name":{"kind":"Name","value":"evaluationContexts"}},{"kind":"Field","alias":{"kind":"Name","value":"evaluation_contexts"},"name":{"kind":"Name","value":"evaluationContexts"}}]}}]} as unknown as DocumentNode<WrittenTourWireFragment, unknown>;
export const DraftStatusWireFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DraftStatusWire"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Tour"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"updated_at"},"name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","alias":{"kind":"Name","value":"has_draft"},"name":{"kind":"Name","value":"hasDraft"}},{"kind":"Field","name":{"kind":"Name","value":"revision"}}]}}]} as unknown as DocumentNode<DraftStatusWireFragment, unknown>;
export const GeneratedWireFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"GeneratedWire"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"GenerateTourContentSuccess"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"steps"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"step_id"},"name":{"kind":"Name","value":"stepId"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"description"}}]}}]}}]} as unknown as DocumentNode<GeneratedWireFragment, unknown>;
export const FailureFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Failure"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Error"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ValidationError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fields"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PermissionError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"missingScope"}}]}}]}}]} as unknown as DocumentNode<FailureFragment, unknown>;
export const ActivityWireFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ActivityWire"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Activity"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"id"},"name":{"kind":"Name","value":"uuid"}},{"kind":"Field","alias":{"kind":"Name","value":"user"},"name":{"kind":"Name","value":"actor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserWire"}}]}},{"kind":"Field","name":{"kind":"Name","value":"activity"}},{"kind":"Field","name":{"kind":"Name","value":"scope"}},{"kind":"Field","alias":{"kind":"Name","value":"item_id"},"name":{"kind":"Name","value":"itemId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"changes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"before"}},{"kind":"Field","name":{"kind":"Name","value":"after"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"created_at"},"name":{"kind":"Name","value":"occurredAt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserWire"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"User"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"id"},"name":{"kind":"Name","value":"databaseId"}},{"kind":"Field","name":{"kind":"Name","value":"uuid"}},{"kind":"Field","alias":{"kind":"Name","value":"distinct_id"},"name":{"kind":"Name","value":"distinctId"}},{"kind":"Field","alias":{"kind":"Name","value":"first_name"},"name":{"kind":"Name","value":"firstName"}},{"kind":"Field","alias":{"kind":"Name","value":"last_name"},"name":{"kind":"Name","value":"lastName"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","alias":{"kind":"Name","value":"is_email_verified"},"name":{"kind":"Name","value":"isEmailVerified"}},{"kind":"Field","alias":{"kind":"Name","value":"hedgehog_config"},"name":{"kind":"Name","value":"hedgehogConfig"}},{"kind":"Field","alias":{"kind":"Name","value":"role_at_organization"},"name":{"kind":"Name","value":"roleAtOrganization"}}]}}]} as unknown as DocumentNode<ActivityWireFragment, unknown>;
export const RestListToursDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"RestListTours"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"projectId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"limit"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"offset"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"search"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"page"},"name":{"kind":"Name","value":"toursByOffset"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"projectId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"projectId"}}},{"kind":"Argument","name":{"kind":"Name","value":"limit"},"value":{"kind":"Variable","name":{"kind":"Name","value":"limit"}}},{"kind":"Argument","name":{"kind":"Name","value":"offset"},"value":{"kind":"Variable","name":{"kind":"Name","value":"offset"}}},{"kind":"Argument","name":{"kind":"Name","value":"search"},"value":{"kind":"Variable","name":{"kind":"Name","value":"search"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TourWire"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserWire"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"User"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"id"},"name":{"kind":"Name","value":"databaseId"}},{"kind":"Field","name":{"kind":"Name","value":"uuid"}},{"kind":"Field","alias":{"kind":"Name","value":"distinct_id"},"name":{"kind":"Name","value":"distinctId"}},{"kind":"Field","alias":{"kind":"Name","value":"first_name"},"name":{"kind":"Name","value":"firstName"}},{"kind":"Field","alias":{"kind":"Name","value":"last_name"},"name":{"kind":"Name","value":"lastName"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","alias":{"kind":"Name","value":"is_email_verified"},"name":{"kind":"Name","value":"isEmailVerified"}},{"kind":"Field","alias":{"kind":"Name","value":"hedgehog_config"},"name":{"kind":"Name","value":"hedgehogConfig"}},{"kind":"Field","alias":{"kind":"Name","value":"role_at_organization"},"name":{"kind":"Name","value":"roleAtOrganization"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"FlagWire"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"FeatureFlag"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"id"},"name":{"kind":"Name","value":"databaseId"}},{"kind":"Field","alias":{"kind":"Name","value":"team_id"},"name":{"kind":"Name","value":"projectDatabaseId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"filters"}},{"kind":"Field","name":{"kind":"Name","value":"deleted"}},{"kind":"Field","name":{"kind":"Name","value":"active"}},{"kind":"Field","alias":{"kind":"Name","value":"ensure_experience_continuity"},"name":{"kind":"Name","value":"ensureExperienceContinuity"}},{"kind":"Field","alias":{"kind":"Name","value":"has_encrypted_payloads"},"name":{"kind":"Name","value":"hasEncryptedPayloads"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","alias":{"kind":"Name","value":"evaluation_runtime"},"name":{"kind":"Name","value":"evaluationRuntime"}},{"kind":"Field","alias":{"kind":"Name","value":"bucketing_identifier"},"name":{"kind":"Name","value":"bucketingIdentifier"}},{"kind":"Field","alias":{"kind":"Name","value":"evaluation_tags"},"name":{"kind":"Name","value":"evaluationContexts"}},{"kind":"Field","alias":{"kind":"Name","value":"evaluation_contexts"},"name":{"kind":"Name","value":"evaluationContexts"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TourWire"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Tour"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"id"},"name":{"kind":"Name","value":"uuid"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","alias":{"kind":"Name","value":"internal_targeting_flag"},"name":{"kind":"Name","value":"internalTargetingFlag"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"FlagWire"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"linked_flag"},"name":{"kind":"Name","value":"linkedFlag"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"FlagWire"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"targeting_flag_filters"},"name":{"kind":"Name","value":"targetingFlagFilters"}},{"kind":"Field","name":{"kind":"Name","value":"content"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"raw"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"draft_content"},"name":{"kind":"Name","value":"draft"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"raw"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"has_draft"},"name":{"kind":"Name","value":"hasDraft"}},{"kind":"Field","alias":{"kind":"Name","value":"auto_launch"},"name":{"kind":"Name","value":"autoLaunch"}},{"kind":"Field","alias":{"kind":"Name","value":"start_date"},"name":{"kind":"Name","value":"startDate"}},{"kind":"Field","alias":{"kind":"Name","value":"end_date"},"name":{"kind":"Name","value":"endDate"}},{"kind":"Field","alias":{"kind":"Name","value":"created_at"},"name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","alias":{"kind":"Name","value":"created_by"},"name":{"kind":"Name","value":"createdBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserWire"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"updated_at"},"name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"archived"}},{"kind":"Field","name":{"kind":"Name","value":"revision"}}]}}]} as unknown as DocumentNode<RestListToursQuery, RestListToursQueryVariables>;
export const RestGetTourDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"RestGetTour"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UUID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"tour"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TourWire"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserWire"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"User"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"id"},"name":{"kind":"Name","value":"databaseId"}},{"kind":"Field","name":{"kind":"Name","value":"uuid"}},{"kind":"Field","alias":{"kind":"Name","value":"distinct_id"},"name":{"kind":"Name","value":"distinctId"}},{"kind":"Field","alias":{"kind":"Name","value":"first_name"},"name":{"kind":"Name","value":"firstName"}},{"kind":"Field","alias":{"kind":"Name","value":"last_name"},"name":{"kind":"Name","value":"lastName"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","alias":{"kind":"Name","value":"is_email_verified"},"name":{"kind":"Name","value":"isEmailVerified"}},{"kind":"Field","alias":{"kind":"Name","value":"hedgehog_config"},"name":{"kind":"Name","value":"hedgehogConfig"}},{"kind":"Field","alias":{"kind":"Name","value":"role_at_organization"},"name":{"kind":"Name","value":"roleAtOrganization"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"FlagWire"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"FeatureFlag"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"id"},"name":{"kind":"Name","value":"databaseId"}},{"kind":"Field","alias":{"kind":"Name","value":"team_id"},"name":{"kind":"Name","value":"projectDatabaseId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"filters"}},{"kind":"Field","name":{"kind":"Name","value":"deleted"}},{"kind":"Field","name":{"kind":"Name","value":"active"}},{"kind":"Field","alias":{"kind":"Name","value":"ensure_experience_continuity"},"name":{"kind":"Name","value":"ensureExperienceContinuity"}},{"kind":"Field","alias":{"kind":"Name","value":"has_encrypted_payloads"},"name":{"kind":"Name","value":"hasEncryptedPayloads"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","alias":{"kind":"Name","value":"evaluation_runtime"},"name":{"kind":"Name","value":"evaluationRuntime"}},{"kind":"Field","alias":{"kind":"Name","value":"bucketing_identifier"},"name":{"kind":"Name","value":"bucketingIdentifier"}},{"kind":"Field","alias":{"kind":"Name","value":"evaluation_tags"},"name":{"kind":"Name","value":"evaluationContexts"}},{"kind":"Field","alias":{"kind":"Name","value":"evaluation_contexts"},"name":{"kind":"Name","value":"evaluationContexts"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TourWire"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Tour"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"id"},"name":{"kind":"Name","value":"uuid"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","alias":{"kind":"Name","value":"internal_targeting_flag"},"name":{"kind":"Name","value":"internalTargetingFlag"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"FlagWire"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"linked_flag"},"name":{"kind":"Name","value":"linkedFlag"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"FlagWire"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"targeting_flag_filters"},"name":{"kind":"Name","value":"targetingFlagFilters"}},{"kind":"Field","name":{"kind":"Name","value":"content"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"raw"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"draft_content"},"name":{"kind":"Name","value":"draft"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"raw"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"has_draft"},"name":{"kind":"Name","value":"hasDraft"}},{"kind":"Field","alias":{"kind":"Name","value":"auto_launch"},"name":{"kind":"Name","value":"autoLaunch"}},{"kind":"Field","alias":{"kind":"Name","value":"start_date"},"name":{"kind":"Name","value":"startDate"}},{"kind":"Field","alias":{"kind":"Name","value":"end_date"},"name":{"kind":"Name","value":"endDate"}},{"kind":"Field","alias":{"kind":"Name","value":"created_at"},"name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","alias":{"kind":"Name","value":"created_by"},"name":{"kind":"Name","value":"createdBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserWire"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"updated_at"},"name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"archived"}},{"kind":"Field","name":{"kind":"Name","value":"revision"}}]}}]} as unknown as DocumentNode<RestGetTourQuery, RestGetTourQueryVariables>;
export const RestDraftStatusDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"RestDraftStatus"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UUID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"tour"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"DraftStatusWire"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DraftStatusWire"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Tour"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"updated_at"},"name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","alias":{"kind":"Name","value":"has_draft"},"name":{"kind":"Name","value":"hasDraft"}},{"kind":"Field","name":{"kind":"Name","value":"revision"}}]}}]} as unknown as DocumentNode<RestDraftStatusQuery, RestDraftStatusQueryVariables>;
export const RestCreateTourDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RestCreateTour"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateTourInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"result"},"name":{"kind":"Name","value":"createTour"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CreateTourSuccess"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"tour"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"WrittenTourWire"}}]}}]}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Failure"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserWire"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"User"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"id"},"name":{"kind":"Name","value":"databaseId"}},{"kind":"Field","name":{"kind":"Name","value":"uuid"}},{"kind":"Field","alias":{"kind":"Name","value":"distinct_id"},"name":{"kind":"Name","value":"distinctId"}},{"kind":"Field","alias":{"kind":"Name","value":"first_name"},"name":{"kind":"Name","value":"firstName"}},{"kind":"Field","alias":{"kind":"Name","value":"last_name"},"name":{"kind":"Name","value":"lastName"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","alias":{"kind":"Name","value":"is_email_verified"},"name":{"kind":"Name","value":"isEmailVerified"}},{"kind":"Field","alias":{"kind":"Name","value":"hedgehog_config"},"name":{"kind":"Name","value":"hedgehogConfig"}},{"kind":"Field","alias":{"kind":"Name","value":"role_at_organization"},"name":{"kind":"Name","value":"roleAtOrganization"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"FlagWire"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"FeatureFlag"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"id"},"name":{"kind":"Name","value":"databaseId"}},{"kind":"Field","alias":{"kind":"Name","value":"team_id"},"name":{"kind":"Name","value":"projectDatabaseId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"filters"}},{"kind":"Field","name":{"kind":"Name","value":"deleted"}},{"kind":"Field","name":{"kind":"Name","value":"active"}},{"kind":"Field","alias":{"kind":"Name","value":"ensure_experience_continuity"},"name":{"kind":"Name","value":"ensureExperienceContinuity"}},{"kind":"Field","alias":{"kind":"Name","value":"has_encrypted_payloads"},"name":{"kind":"Name","value":"hasEncryptedPayloads"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","alias":{"kind":"Name","value":"evaluation_runtime"},"name":{"kind":"Name","value":"evaluationRuntime"}},{"kind":"Field","alias":{"kind":"Name","value":"bucketing_identifier"},"name":{"kind":"Name","value":"bucketingIdentifier"}},{"kind":"Field","alias":{"kind":"Name","value":"evaluation_tags"},"name":{"kind":"Name","value":"evaluationContexts"}},{"kind":"Field","alias":{"kind":"Name","value":"evaluation_contexts"},"name":{"kind":"Name","value":"evaluationContexts"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"WrittenTourWire"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Tour"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"id"},"name":{"kind":"Name","value":"uuid"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","alias":{"kind":"Name","value":"internal_targeting_flag"},"name":{"kind":"Name","value":"internalTargetingFlag"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"FlagWire"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"linked_flag"},"name":{"kind":"Name","value":"linkedFlag"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"FlagWire"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"linked_flag_id"},"name":{"kind":"Name","value":"linkedFlag"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"databaseId"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"targeting_flag_filters"},"name":{"kind":"Name","value":"targetingFlagFilters"}},{"kind":"Field","name":{"kind":"Name","value":"content"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"raw"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"auto_launch"},"name":{"kind":"Name","value":"autoLaunch"}},{"kind":"Field","alias":{"kind":"Name","value":"start_date"},"name":{"kind":"Name","value":"startDate"}},{"kind":"Field","alias":{"kind":"Name","value":"end_date"},"name":{"kind":"Name","value":"endDate"}},{"kind":"Field","alias":{"kind":"Name","value":"created_at"},"name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","alias":{"kind":"Name","value":"created_by"},"name":{"kind":"Name","value":"createdBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserWire"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"updated_at"},"name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"archived"}},{"kind":"Field","name":{"kind":"Name","value":"revision"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Failure"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Error"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ValidationError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fields"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PermissionError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"missingScope"}}]}}]}}]} as unknown as DocumentNode<RestCreateTourMutation, RestCreateTourMutationVariables>;
export const RestUpdateTourDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RestUpdateTour"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpdateTourInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"result"},"name":{"kind":"Name","value":"updateTour"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UpdateTourSuccess"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"tour"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"WrittenTourWire"}}]}}]}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Failure"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserWire"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"User"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"id"},"name":{"kind":"Name","value":"databaseId"}},{"kind":"Field","name":{"kind":"Name","value":"uuid"}},{"kind":"Field","alias":{"kind":"Name","value":"distinct_id"},"name":{"kind":"Name","value":"distinctId"}},{"kind":"Field","alias":{"kind":"Name","value":"first_name"},"name":{"kind":"Name","value":"firstName"}},{"kind":"Field","alias":{"kind":"Name","value":"last_name"},"name":{"kind":"Name","value":"lastName"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","alias":{"kind":"Name","value":"is_email_verified"},"name":{"kind":"Name","value":"isEmailVerified"}},{"kind":"Field","alias":{"kind":"Name","value":"hedgehog_config"},"name":{"kind":"Name","value":"hedgehogConfig"}},{"kind":"Field","alias":{"kind":"Name","value":"role_at_organization"},"name":{"kind":"Name","value":"roleAtOrganization"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"FlagWire"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"FeatureFlag"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"id"},"name":{"kind":"Name","value":"databaseId"}},{"kind":"Field","alias":{"kind":"Name","value":"team_id"},"name":{"kind":"Name","value":"projectDatabaseId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"filters"}},{"kind":"Field","name":{"kind":"Name","value":"deleted"}},{"kind":"Field","name":{"kind":"Name","value":"active"}},{"kind":"Field","alias":{"kind":"Name","value":"ensure_experience_continuity"},"name":{"kind":"Name","value":"ensureExperienceContinuity"}},{"kind":"Field","alias":{"kind":"Name","value":"has_encrypted_payloads"},"name":{"kind":"Name","value":"hasEncryptedPayloads"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","alias":{"kind":"Name","value":"evaluation_runtime"},"name":{"kind":"Name","value":"evaluationRuntime"}},{"kind":"Field","alias":{"kind":"Name","value":"bucketing_identifier"},"name":{"kind":"Name","value":"bucketingIdentifier"}},{"kind":"Field","alias":{"kind":"Name","value":"evaluation_tags"},"name":{"kind":"Name","value":"evaluationContexts"}},{"kind":"Field","alias":{"kind":"Name","value":"evaluation_contexts"},"name":{"kind":"Name","value":"evaluationContexts"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"WrittenTourWire"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Tour"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"id"},"name":{"kind":"Name","value":"uuid"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","alias":{"kind":"Name","value":"internal_targeting_flag"},"name":{"kind":"Name","value":"internalTargetingFlag"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"FlagWire"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"linked_flag"},"name":{"kind":"Name","value":"linkedFlag"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"FlagWire"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"linked_flag_id"},"name":{"kind":"Name","value":"linkedFlag"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"databaseId"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"targeting_flag_filters"},"name":{"kind":"Name","value":"targetingFlagFilters"}},{"kind":"Field","name":{"kind":"Name","value":"content"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"raw"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"auto_launch"},"name":{"kind":"Name","value":"autoLaunch"}},{"kind":"Field","alias":{"kind":"Name","value":"start_date"},"name":{"kind":"Name","value":"startDate"}},{"kind":"Field","alias":{"kind":"Name","value":"end_date"},"name":{"kind":"Name","value":"endDate"}},{"kind":"Field","alias":{"kind":"Name","value":"created_at"},"name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","alias":{"kind":"Name","value":"created_by"},"name":{"kind":"Name","value":"createdBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserWire"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"updated_at"},"name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"archived"}},{"kind":"Field","name":{"kind":"Name","value":"revision"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Failure"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Error"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ValidationError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fields"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PermissionError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"missingScope"}}]}}]}}]} as unknown as DocumentNode<RestUpdateTourMutation, RestUpdateTourMutationVariables>;
export const RestDeleteTourDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RestDeleteTour"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DeleteTourInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"result"},"name":{"kind":"Name","value":"deleteTour"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"DeleteTourSuccess"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"tourId"}}]}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Failure"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Failure"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Error"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ValidationError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fields"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PermissionError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"missingScope"}}]}}]}}]} as unknown as DocumentNode<RestDeleteTourMutation, RestDeleteTourMutationVariables>;
export const RestSaveDraftDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RestSaveDraft"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SaveTourDraftInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"result"},"name":{"kind":"Name","value":"saveTourDraft"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SaveTourDraftSuccess"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"tour"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TourWire"}}]}}]}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Failure"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserWire"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"User"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"id"},"name":{"kind":"Name","value":"databaseId"}},{"kind":"Field","name":{"kind":"Name","value":"uuid"}},{"kind":"Field","alias":{"kind":"Name","value":"distinct_id"},"name":{"kind":"Name","value":"distinctId"}},{"kind":"Field","alias":{"kind":"Name","value":"first_name"},"name":{"kind":"Name","value":"firstName"}},{"kind":"Field","alias":{"kind":"Name","value":"last_name"},"name":{"kind":"Name","value":"lastName"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","alias":{"kind":"Name","value":"is_email_verified"},"name":{"kind":"Name","value":"isEmailVerified"}},{"kind":"Field","alias":{"kind":"Name","value":"hedgehog_config"},"name":{"kind":"Name","value":"hedgehogConfig"}},{"kind":"Field","alias":{"kind":"Name","value":"role_at_organization"},"name":{"kind":"Name","value":"roleAtOrganization"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"FlagWire"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"FeatureFlag"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"id"},"name":{"kind":"Name","value":"databaseId"}},{"kind":"Field","alias":{"kind":"Name","value":"team_id"},"name":{"kind":"Name","value":"projectDatabaseId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"filters"}},{"kind":"Field","name":{"kind":"Name","value":"deleted"}},{"kind":"Field","name":{"kind":"Name","value":"active"}},{"kind":"Field","alias":{"kind":"Name","value":"ensure_experience_continuity"},"name":{"kind":"Name","value":"ensureExperienceContinuity"}},{"kind":"Field","alias":{"kind":"Name","value":"has_encrypted_payloads"},"name":{"kind":"Name","value":"hasEncryptedPayloads"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","alias":{"kind":"Name","value":"evaluation_runtime"},"name":{"kind":"Name","value":"evaluationRuntime"}},{"kind":"Field","alias":{"kind":"Name","value":"bucketing_identifier"},"name":{"kind":"Name","value":"bucketingIdentifier"}},{"kind":"Field","alias":{"kind":"Name","value":"evaluation_tags"},"name":{"kind":"Name","value":"evaluationContexts"}},{"kind":"Field","alias":{"kind":"Name","value":"evaluation_contexts"},"name":{"kind":"Name","value":"evaluationContexts"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TourWire"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Tour"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"id"},"name":{"kind":"Name","value":"uuid"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","alias":{"kind":"Name","value":"internal_targeting_flag"},"name":{"kind":"Name","value":"internalTargetingFlag"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"FlagWire"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"linked_flag"},"name":{"kind":"Name","value":"linkedFlag"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"FlagWire"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"targeting_flag_filters"},"name":{"kind":"Name","value":"targetingFlagFilters"}},{"kind":"Field","name":{"kind":"Name","value":"content"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"raw"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"draft_content"},"name":{"kind":"Name","value":"draft"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"raw"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"has_draft"},"name":{"kind":"Name","value":"hasDraft"}},{"kind":"Field","alias":{"kind":"Name","value":"auto_launch"},"name":{"kind":"Name","value":"autoLaunch"}},{"kind":"Field","alias":{"kind":"Name","value":"start_date"},"name":{"kind":"Name","value":"startDate"}},{"kind":"Field","alias":{"kind":"Name","value":"end_date"},"name":{"kind":"Name","value":"endDate"}},{"kind":"Field","alias":{"kind":"Name","value":"created_at"},"name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","alias":{"kind":"Name","value":"created_by"},"name":{"kind":"Name","value":"createdBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserWire"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"updated_at"},"name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"archived"}},{"kind":"Field","name":{"kind":"Name","value":"revision"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Failure"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Error"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ValidationError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fields"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PermissionError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"missingScope"}}]}}]}}]} as unknown as DocumentNode<RestSaveDraftMutation, RestSaveDraftMutationVariables>;
export const RestPublishDraftDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RestPublishDraft"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PublishTourDraftInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"result"},"name":{"kind":"Name","value":"publishTourDraft"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PublishTourDraftSuccess"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"tour"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TourWire"}}]}}]}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Failure"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserWire"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"User"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"id"},"name":{"kind":"Name","value":"databaseId"}},{"kind":"Field","name":{"kind":"Name","value":"uuid"}},{"kind":"Field","alias":{"kind":"Name","value":"distinct_id"},"name":{"kind":"Name","value":"distinctId"}},{"kind":"Field","alias":{"kind":"Name","value":"first_name"},"name":{"kind":"Name","value":"firstName"}},{"kind":"Field","alias":{"kind":"Name","value":"last_name"},"name":{"kind":"Name","value":"lastName"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","alias":{"kind":"Name","value":"is_email_verified"},"name":{"kind":"Name","value":"isEmailVerified"}},{"kind":"Field","alias":{"kind":"Name","value":"hedgehog_config"},"name":{"kind":"Name","value":"hedgehogConfig"}},{"kind":"Field","alias":{"kind":"Name","value":"role_at_organization"},"name":{"kind":"Name","value":"roleAtOrganization"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"FlagWire"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"FeatureFlag"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"id"},"name":{"kind":"Name","value":"databaseId"}},{"kind":"Field","alias":{"kind":"Name","value":"team_id"},"name":{"kind":"Name","value":"projectDatabaseId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"filters"}},{"kind":"Field","name":{"kind":"Name","value":"deleted"}},{"kind":"Field","name":{"kind":"Name","value":"active"}},{"kind":"Field","alias":{"kind":"Name","value":"ensure_experience_continuity"},"name":{"kind":"Name","value":"ensureExperienceContinuity"}},{"kind":"Field","alias":{"kind":"Name","value":"has_encrypted_payloads"},"name":{"kind":"Name","value":"hasEncryptedPayloads"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","alias":{"kind":"Name","value":"evaluation_runtime"},"name":{"kind":"Name","value":"evaluationRuntime"}},{"kind":"Field","alias":{"kind":"Name","value":"bucketing_identifier"},"name":{"kind":"Name","value":"bucketingIdentifier"}},{"kind":"Field","alias":{"kind":"Name","value":"evaluation_tags"},"name":{"kind":"Name","value":"evaluationContexts"}},{"kind":"Field","alias":{"kind":"Name","value":"evaluation_contexts"},"name":{"kind":"Name","value":"evaluationContexts"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TourWire"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Tour"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"id"},"name":{"kind":"Name","value":"uuid"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","alias":{"kind":"Name","value":"internal_targeting_flag"},"name":{"kind":"Name","value":"internalTargetingFlag"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"FlagWire"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"linked_flag"},"name":{"kind":"Name","value":"linkedFlag"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"FlagWire"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"targeting_flag_filters"},"name":{"kind":"Name","value":"targetingFlagFilters"}},{"kind":"Field","name":{"kind":"Name","value":"content"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"raw"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"draft_content"},"name":{"kind":"Name","value":"draft"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"raw"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"has_draft"},"name":{"kind":"Name","value":"hasDraft"}},{"kind":"Field","alias":{"kind":"Name","value":"auto_launch"},"name":{"kind":"Name","value":"autoLaunch"}},{"kind":"Field","alias":{"kind":"Name","value":"start_date"},"name":{"kind":"Name","value":"startDate"}},{"kind":"Field","alias":{"kind":"Name","value":"end_date"},"name":{"kind":"Name","value":"endDate"}},{"kind":"Field","alias":{"kind":"Name","value":"created_at"},"name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","alias":{"kind":"Name","value":"created_by"},"name":{"kind":"Name","value":"createdBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserWire"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"updated_at"},"name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"archived"}},{"kind":"Field","name":{"kind":"Name","value":"revision"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Failure"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Error"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ValidationError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fields"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PermissionError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"missingScope"}}]}}]}}]} as unknown as DocumentNode<RestPublishDraftMutation, RestPublishDraftMutationVariables>;
export const RestDiscardDraftDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RestDiscardDraft"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DiscardTourDraftInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"result"},"name":{"kind":"Name","value":"discardTourDraft"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"DiscardTourDraftSuccess"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"tour"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TourWire"}}]}}]}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Failure"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserWire"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"User"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"id"},"name":{"kind":"Name","value":"databaseId"}},{"kind":"Field","name":{"kind":"Name","value":"uuid"}},{"kind":"Field","alias":{"kind":"Name","value":"distinct_id"},"name":{"kind":"Name","value":"distinctId"}},{"kind":"Field","alias":{"kind":"Name","value":"first_name"},"name":{"kind":"Name","value":"firstName"}},{"kind":"Field","alias":{"kind":"Name","value":"last_name"},"name":{"kind":"Name","value":"lastName"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","alias":{"kind":"Name","value":"is_email_verified"},"name":{"kind":"Name","value":"isEmailVerified"}},{"kind":"Field","alias":{"kind":"Name","value":"hedgehog_config"},"name":{"kind":"Name","value":"hedgehogConfig"}},{"kind":"Field","alias":{"kind":"Name","value":"role_at_organization"},"name":{"kind":"Name","value":"roleAtOrganization"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"FlagWire"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"FeatureFlag"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"id"},"name":{"kind":"Name","value":"databaseId"}},{"kind":"Field","alias":{"kind":"Name","value":"team_id"},"name":{"kind":"Name","value":"projectDatabaseId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"filters"}},{"kind":"Field","name":{"kind":"Name","value":"deleted"}},{"kind":"Field","name":{"kind":"Name","value":"active"}},{"kind":"Field","alias":{"kind":"Name","value":"ensure_experience_continuity"},"name":{"kind":"Name","value":"ensureExperienceContinuity"}},{"kind":"Field","alias":{"kind":"Name","value":"has_encrypted_payloads"},"name":{"kind":"Name","value":"hasEncryptedPayloads"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","alias":{"kind":"Name","value":"evaluation_runtime"},"name":{"kind":"Name","value":"evaluationRuntime"}},{"kind":"Field","alias":{"kind":"Name","value":"bucketing_identifier"},"name":{"kind":"Name","value":"bucketingIdentifier"}},{"kind":"Field","alias":{"kind":"Name","value":"evaluation_tags"},"name":{"kind":"Name","value":"evaluationContexts"}},{"kind":"Field","alias":{"kind":"Name","value":"evaluation_contexts"},"name":{"kind":"Name","value":"evaluationContexts"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TourWire"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Tour"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"id"},"name":{"kind":"Name","value":"uuid"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","alias":{"kind":"Name","value":"internal_targeting_flag"},"name":{"kind":"Name","value":"internalTargetingFlag"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"FlagWire"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"linked_flag"},"name":{"kind":"Name","value":"linkedFlag"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"FlagWire"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"targeting_flag_filters"},"name":{"kind":"Name","value":"targetingFlagFilters"}},{"kind":"Field","name":{"kind":"Name","value":"content"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"raw"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"draft_content"},"name":{"kind":"Name","value":"draft"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"raw"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"has_draft"},"name":{"kind":"Name","value":"hasDraft"}},{"kind":"Field","alias":{"kind":"Name","value":"auto_launch"},"name":{"kind":"Name","value":"autoLaunch"}},{"kind":"Field","alias":{"kind":"Name","value":"start_date"},"name":{"kind":"Name","value":"startDate"}},{"kind":"Field","alias":{"kind":"Name","value":"end_date"},"name":{"kind":"Name","value":"endDate"}},{"kind":"Field","alias":{"kind":"Name","value":"created_at"},"name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","alias":{"kind":"Name","value":"created_by"},"name":{"kind":"Name","value":"createdBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserWire"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"updated_at"},"name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"archived"}},{"kind":"Field","name":{"kind":"Name","value":"revision"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Failure"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Error"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ValidationError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fields"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PermissionError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"missingScope"}}]}}]}}]} as unknown as DocumentNode<RestDiscardDraftMutation, RestDiscardDraftMutationVariables>;
export const RestGenerateDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RestGenerate"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"GenerateTourContentInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"result"},"name":{"kind":"Name","value":"generateTourContent"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"GeneratedWire"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Failure"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"GeneratedWire"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"GenerateTourContentSuccess"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"steps"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"step_id"},"name":{"kind":"Name","value":"stepId"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"description"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Failure"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Error"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ValidationError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fields"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PermissionError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"missingScope"}}]}}]}}]} as unknown as DocumentNode<RestGenerateMutation, RestGenerateMutationVariables>;
export const RestActivityLogDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"RestActivityLog"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"projectId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"scope"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"itemId"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"limit"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"offset"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"page"},"name":{"kind":"Name","value":"activityLog"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"projectId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"projectId"}}},{"kind":"Argument","name":{"kind":"Name","value":"scope"},"value":{"kind":"Variable","name":{"kind":"Name","value":"scope"}}},{"kind":"Argument","name":{"kind":"Name","value":"itemId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"itemId"}}},{"kind":"Argument","name":{"kind":"Name","value":"limit"},"value":{"kind":"Variable","name":{"kind":"Name","value":"limit"}}},{"kind":"Argument","name":{"kind":"Name","value":"offset"},"value":{"kind":"Variable","name":{"kind":"Name","value":"offset"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ActivityWire"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserWire"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"User"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"id"},"name":{"kind":"Name","value":"databaseId"}},{"kind":"Field","name":{"kind":"Name","value":"uuid"}},{"kind":"Field","alias":{"kind":"Name","value":"distinct_id"},"name":{"kind":"Name","value":"distinctId"}},{"kind":"Field","alias":{"kind":"Name","value":"first_name"},"name":{"kind":"Name","value":"firstName"}},{"kind":"Field","alias":{"kind":"Name","value":"last_name"},"name":{"kind":"Name","value":"lastName"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","alias":{"kind":"Name","value":"is_email_verified"},"name":{"kind":"Name","value":"isEmailVerified"}},{"kind":"Field","alias":{"kind":"Name","value":"hedgehog_config"},"name":{"kind":"Name","value":"hedgehogConfig"}},{"kind":"Field","alias":{"kind":"Name","value":"role_at_organization"},"name":{"kind":"Name","value":"roleAtOrganization"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ActivityWire"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Activity"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"id"},"name":{"kind":"Name","value":"uuid"}},{"kind":"Field","alias":{"kind":"Name","value":"user"},"name":{"kind":"Name","value":"actor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserWire"}}]}},{"kind":"Field","name":{"kind":"Name","value":"activity"}},{"kind":"Field","name":{"kind":"Name","value":"scope"}},{"kind":"Field","alias":{"kind":"Name","value":"item_id"},"name":{"kind":"Name","value":"itemId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"changes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"before"}},{"kind":"Field","name":{"kind":"Name","value":"after"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"created_at"},"name":{"kind":"Name","value":"occurredAt"}}]}}]} as unknown as DocumentNode<RestActivityLogQuery, RestActivityLogQueryVariables>;