// Made by `npm run generate` from the schema.

/** The object types of each interface and union: `possibleTypes` of Apollo's InMemoryCache. */
export const possibleTypes: Record<string, string[]> = {
  "AddMemberResult": [
    "AddMemberSuccess",
    "NotFoundError",
    "PermissionError",
    "ValidationError"
  ],
  "ArchiveTourResult": [
    "ArchiveTourSuccess",
    "ConflictError",
    "NotFoundError",
    "PermissionError",
    "ValidationError"
  ],
  "CreateAccessTokenResult": [
    "CreateAccessTokenSuccess",
    "NotFoundError",
    "PermissionError",
    "ValidationError"
  ],
  "CreateFeatureFlagResult": [
    "CreateFeatureFlagSuccess",
    "NotFoundError",
    "PermissionError",
    "ValidationError"
  ],
  "CreateOrganizationResult": [
    "CreateOrganizationSuccess",
    "NotFoundError",
    "PermissionError",
    "ValidationError"
  ],
  "CreatePersonalApiKeyResult": [
    "CreatePersonalApiKeySuccess",
    "NotFoundError",
    "PermissionError",
    "ValidationError"
  ],
  "CreatePreviewTokenResult": [
    "CreatePreviewTokenSuccess",
    "NotFoundError",
    "PermissionError",
    "ValidationError"
  ],
  "CreateProjectResult": [
    "CreateProjectSuccess",
    "NotFoundError",
    "PermissionError",
    "ValidationError"
  ],
  "CreateTourResult": [
    "CreateTourSuccess",
    "NotFoundError",
    "PermissionError",
    "ValidationError"
  ],
  "CreateUserResult": [
    "CreateUserSuccess",
    "NotFoundError",
    "PermissionError",
    "ValidationError"
  ],
  "Credential": [
    "AccessToken",
    "PersonalApiKey",
    "PreviewToken"
  ],
  "DeactivateUserResult": [
    "DeactivateUserSuccess",
    "NotFoundError",
    "PermissionError",
    "ValidationError"
  ],
  "DeleteFeatureFlagResult": [
    "DeleteFeatureFlagSuccess",
    "NotFoundError",
    "PermissionError",
    "ValidationError"
  ],
  "DeleteTourResult": [
    "ConflictError",
    "DeleteTourSuccess",
    "NotFoundError",
    "PermissionError",
    "ValidationError"
  ],
  "DiscardTourDraftResult": [
    "ConflictError",
    "DiscardTourDraftSuccess",
    "NotFoundError",
    "PermissionError",
    "ValidationError"
  ],
  "DuplicateTourResult": [
    "DuplicateTourSuccess",
    "NotFoundError",
    "PermissionError",
    "ValidationError"
  ],
  "EditTourDraftStepsResult": [
    "ConflictError",
    "EditTourDraftStepsSuccess",
    "NotFoundError",
    "PermissionError",
    "ValidationError"
  ],
  "Error": [
    "ConflictError",
    "GenerationError",
    "NotConfiguredError",
    "NotFoundError",
    "PermissionError",
    "ValidationError"
  ],
  "GenerateTourContentResult": [
    "GenerateTourContentSuccess",
    "GenerationError",
    "NotConfiguredError",
    "NotFoundError",
    "PermissionError",
    "ValidationError"
  ],
  "LaunchTourResult": [
    "ConflictError",
    "LaunchTourSuccess",
    "NotFoundError",
    "PermissionError",
    "ValidationError"
  ],
  "Node": [
    "AccessToken",
    "Activity",
    "AuditEntry",
    "DraftEditSession",
    "FeatureFlag",
    "LostDraft",
    "Organization",
    "PersonalApiKey",
    "PreviewToken",
    "Project",
    "Survey",
    "Tour",
    "TourDraft",
    "TourVersion",
    "User"
  ],
  "PublishTourDraftResult": [
    "ConflictError",
    "NotFoundError",
    "PermissionError",
    "PublishTourDraftSuccess",
    "ValidationError"
  ],
  "RemoveMemberResult": [
    "NotFoundError",
    "PermissionError",
    "RemoveMemberSuccess",
    "ValidationError"
  ],
  "ReportTourPresenceResult": [
    "NotFoundError",
    "PermissionError",
    "ReportTourPresenceSuccess",
    "ValidationError"
  ],
  "RepublishTourVersionResult": [
    "ConflictError",
    "NotFoundError",
    "PermissionError",
    "RepublishTourVersionSuccess",
    "ValidationError"
  ],
  "RestoreDeletedTourResult": [
    "NotFoundError",
    "PermissionError",
    "RestoreDeletedTourSuccess",
    "ValidationError"
  ],
  "RestoreTourDraftResult": [
    "ConflictError",
    "NotFoundError",
    "PermissionError",
    "RestoreTourDraftSuccess",
    "ValidationError"
  ],
  "RestoreTourRevisionResult": [
    "ConflictError",
    "NotFoundError",
    "PermissionError",
    "RestoreTourRevisionSuccess",
    "ValidationError"
  ],
  "RestoreTourVersionResult": [
    "ConflictError",
    "NotFoundError",
    "PermissionError",
    "RestoreTourVersionSuccess",
    "ValidationError"
  ],
  "ResumeTourResult": [
    "ConflictError",
    "NotFoundError",
    "PermissionError",
    "ResumeTourSuccess",
    "ValidationError"
  ],
  "RevokeAccessTokenResult": [
    "NotFoundError",
    "PermissionError",
    "RevokeAccessTokenSuccess",
    "ValidationError"
  ],
  "RevokePersonalApiKeyResult": [
    "NotFoundError",
    "PermissionError",
    "RevokePersonalApiKeySuccess",
    "ValidationError"
  ],
  "RevokePreviewTokenResult": [
    "NotFoundError",
    "PermissionError",
    "RevokePreviewTokenSuccess",
    "ValidationError"
  ],
  "SaveTourDraftResult": [
    "ConflictError",
    "NotFoundError",
    "PermissionError",
    "SaveTourDraftSuccess",
    "ValidationError"
  ],
  "ScheduleTourDraftResult": [
    "ConflictError",
    "NotFoundError",
    "PermissionError",
    "ScheduleTourDraftSuccess",
    "ValidationError"
  ],
  "StopTourResult": [
    "ConflictError",
    "NotFoundError",
    "PermissionError",
    "StopTourSuccess",
    "ValidationError"
  ],
  "UnscheduleTourDraftResult": [
    "ConflictError",
    "NotFoundError",
    "PermissionError",
    "UnscheduleTourDraftSuccess",
    "ValidationError"
  ],
  "UpdateFeatureFlagResult": [
    "NotFoundError",
    "PermissionError",
    "UpdateFeatureFlagSuccess",
    "ValidationError"
  ],
  "UpdateOrganizationResult": [
    "NotFoundError",
    "PermissionError",
    "UpdateOrganizationSuccess",
    "ValidationError"
  ],
  "UpdateProjectResult": [
    "NotFoundError",
    "PermissionError",
    "UpdateProjectSuccess",
    "ValidationError"
  ],
  "UpdateTourResult": [
    "ConflictError",
    "NotFoundError",
    "PermissionError",
    "UpdateTourSuccess",
    "ValidationError"
  ]
};

/** The object types that are parts of the object or field they are read from: for `keys` of urql's Graphcache, each with `() => null`. */
export const typesWithoutId: string[] = [
  "AccessTokenConnection",
  "AccessTokenEdge",
  "ActivityChange",
  "ActivityConnection",
  "ActivityEdge",
  "ActivityOffsetPage",
  "AddMemberSuccess",
  "ArchiveTourSuccess",
  "AuditEntryConnection",
  "AuditEntryEdge",
  "AuditSubject",
  "ConflictError",
  "CreateAccessTokenSuccess",
  "CreateFeatureFlagSuccess",
  "CreateOrganizationSuccess",
  "CreatePersonalApiKeySuccess",
  "CreatePreviewTokenSuccess",
  "CreateProjectSuccess",
  "CreateTourSuccess",
  "CreateUserSuccess",
  "DeactivateUserSuccess",
  "DeleteFeatureFlagSuccess",
  "DeleteTourSuccess",
  "DiscardTourDraftSuccess",
  "DraftEditSessionConnection",
  "DraftEditSessionEdge",
  "DuplicateTourSuccess",
  "EditTourDraftStepsSuccess",
  "FeatureFlagConnection",
  "FeatureFlagEdge",
  "FieldError",
  "GenerateTourContentSuccess",
  "GeneratedStep",
  "GenerationError",
  "JsonPatchOperation",
  "LaunchTourSuccess",
  "LostDraftConnection",
  "LostDraftEdge",
  "MemberConnection",
  "MemberEdge",
  "NotConfiguredError",
  "NotFoundError",
  "OrganizationConnection",
  "OrganizationEdge",
  "PageInfo",
  "PermissionError",
  "PersonalApiKeyConnection",
  "PersonalApiKeyEdge",
  "PlannedSurvey",
  "PlannedTargetingFlag",
  "PublishPlan",
  "PublishTourDraftSuccess",
  "RemoveMemberSuccess",
  "ReportTourPresenceSuccess",
  "RepublishTourVersionSuccess",
  "RestoreDeletedTourSuccess",
  "RestoreTourDraftSuccess",
  "RestoreTourRevisionSuccess",
  "RestoreTourVersionSuccess",
  "ResumeTourSuccess",
  "RevokeAccessTokenSuccess",
  "RevokePersonalApiKeySuccess",
  "RevokePreviewTokenSuccess",
  "SaveTourDraftSuccess",
  "ScheduleFailure",
  "ScheduleTourDraftSuccess",
  "ScheduledPublish",
  "SeenTourWaitPeriod",
  "StepChange",
  "StepDiff",
  "StopTourSuccess",
  "SurveyAnswer",
  "SurveyRating",
  "Targeting",
  "TargetingAlternative",
  "TargetingCondition",
  "TargetingExplanation",
  "TargetingFlag",
  "TargetingFlagGroup",
  "TargetingGroup",
  "TargetingGroupProperty",
  "TargetingProperty",
  "TourConditions",
  "TourConnection",
  "TourContent",
  "TourCount",
  "TourDayStats",
  "TourDismissReason",
  "TourDraftEvent",
  "TourEdge",
  "TourEnvironment",
  "TourOffsetPage",
  "TourPresence",
  "TourPreview",
  "TourPreviewEvent",
  "TourProblem",
  "TourStats",
  "TourStep",
  "TourStepStats",
  "TourSurveyStats",
  "TourVersionConnection",
  "TourVersionEdge",
  "UnscheduleTourDraftSuccess",
  "UpdateFeatureFlagSuccess",
  "UpdateOrganizationSuccess",
  "UpdateProjectSuccess",
  "UpdateTourSuccess",
  "UserConnection",
  "UserEdge",
  "ValidationError",
  "Viewer"
];