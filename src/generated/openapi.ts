// Made by `npm run generate` from what the endpoints run on (/openapi.json).
export interface paths {
    "/api/projects/{project_id}/product_tours/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the tours of a project
         * @description Newest first, archived ones included. With `search`, those that are similar, the most similar first.
         *
         *     Scope: `product_tour:read`.
         */
        get: operations["product_tours_list"];
        put?: never;
        /**
         * Create a tour
         * @description Makes the tour and what belongs to it as a whole: the internal targeting flag when `auto_launch` is true, and a survey for each step that asks one, whose ids are written into the content. With a `start_date` the tour is launched at once. Logged as `created`.
         *
         *     Scope: `product_tour:write`.
         */
        post: operations["product_tours_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{project_id}/product_tours/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a tour
         * @description Archived or not, with the draft that is pending.
         *
         *     Scope: `product_tour:read`.
         */
        get: operations["product_tours_retrieve"];
        put?: never;
        post?: never;
        /**
         * Delete a tour
         * @description Deletes the tour, archived or not, with its draft and its internal flag; ends its surveys. Logged as `deleted`.
         *
         *     Scope: `product_tour:write`.
         */
        delete: operations["product_tours_destroy"];
        options?: never;
        head?: never;
        /**
         * Change the live tour
         * @description Live at once, and as a whole: flag, targeting and surveys follow. A pending draft ends, whatever is changed, unless `Prefer: handling=strict` forbids it. A `start_date` launches, an `end_date` stops, and `end_date: null` resumes; a launch is refused while a step lacks the element that it points at. Logged as `updated` when something changed.
         *
         *     Scope: `product_tour:write`.
         */
        patch: operations["product_tours_partial_update"];
        trace?: never;
    };
    "/api/projects/{project_id}/product_tours/{id}/discard_draft/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Discard the draft
         * @description Ends the draft. Nothing live changes, but `updated_at` moves, also without a draft.
         *
         *     Scope: `product_tour:write`.
         */
        delete: operations["product_tours_discard_draft_destroy"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{project_id}/product_tours/{id}/draft/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Save the draft
         * @description Merges the fields into the draft, field by field; where there is none, into a copy of the live tour. No side effects: nothing live changes and nothing is logged. Unfinished content is welcome, and checked when the draft is published. A body without any of the fields changes nothing.
         *
         *     Scope: `product_tour:write`.
         */
        patch: operations["product_tours_draft_partial_update"];
        trace?: never;
    };
    "/api/projects/{project_id}/product_tours/{id}/draft_status/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Ask whether the draft has changed
         * @description Light enough to be asked again and again. No side effects.
         *
         *     Scope: `product_tour:read`.
         */
        get: operations["product_tours_draft_status_retrieve"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{project_id}/product_tours/{id}/generate/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Have titles and descriptions written for steps
         * @description Writes for the steps in the body, and stores nothing. The server needs a content provider, and the project’s approval of AI data processing. It may take a minute.
         *
         *     Scope: `product_tour:write`.
         */
        post: operations["product_tours_generate_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{project_id}/product_tours/{id}/publish_draft/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Publish the draft
         * @description Makes the draft the live tour, with every check and side effect of a change of the live tour, and ends it. Fields in the body are merged into the draft first. If it is refused, nothing changes. Neither launches nor stops.
         *
         *     Scope: `product_tour:write`.
         */
        post: operations["product_tours_publish_draft_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{project_id}/activity_log/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what was done to tours
         * @description Newest first. Drafts and reads are not logged.
         *
         *     Scope: `activity_log:read` or `product_tour:read`.
         */
        get: operations["activity_log_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{project_id}/feature_flags/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the feature flags of a project
         * @description Newest first. Deleted flags and the internal flags of tours are left out.
         *
         *     Scope: `feature_flag:read`.
         */
        get: operations["feature_flags_list"];
        put?: never;
        /**
         * Create a feature flag
         * @description A flag without `filters` is on for nobody.
         *
         *     Scope: `feature_flag:write`.
         */
        post: operations["feature_flags_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{project_id}/feature_flags/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a feature flag
         * @description Also a deleted one, and the internal flag of a tour.
         *
         *     Scope: `feature_flag:read`.
         */
        get: operations["feature_flags_retrieve"];
        put?: never;
        post?: never;
        /**
         * Not how a feature flag is deleted
         * @description Changes nothing. Send a PATCH with `deleted: true` instead.
         *
         *     Scope: `feature_flag:write`.
         */
        delete: operations["feature_flags_destroy"];
        options?: never;
        head?: never;
        /**
         * Change, delete or restore a feature flag
         * @description Deletes with `deleted: true`: tours that the flag was linked to lose the link. Restores with `deleted: false`: the flag is inactive unless the body says otherwise. The internal flag of a tour is changed through its tour.
         *
         *     Scope: `feature_flag:write`.
         */
        patch: operations["feature_flags_partial_update"];
        trace?: never;
    };
    "/api/projects/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a project
         * @description With the public token that browsers send. Settings that this gateway does not have show the defaults of a new project; secret tokens are null.
         *
         *     Scope: `project:read`.
         */
        get: operations["projects_retrieve"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the user whose key it is
         * @description With the current project as `team`, and the projects and organizations that the key opens.
         *
         *     Scope: `user:read`.
         */
        get: operations["users_retrieve"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change the user whose key it is
         * @description `set_current_team` sets the project that `@current` names. The email address and the password cannot be changed with a key.
         *
         *     Scope: `user:write`.
         */
        patch: operations["users_partial_update"];
        trace?: never;
    };
    "/api/product_tours/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The tours that browsers show
         * @description Every tour of the project that is launched and not archived, with just what browsers need. Who sees which, and when, is decided by the flags and by the SDK. A publish shows within a second. The token may be called `api_key`, too; other methods take it in a form.
         */
        get: operations["browsers_tours"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/flags/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decide the flags for one person
         * @description Every flag of the project: the ones people made, and those that decide about tours. One that is for groups of persons, such as companies, is off: they are not known here. The body is JSON under any content type, gzip or not, or a form whose `data` is JSON or its base64.
         */
        post: operations["browsers_flags"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/e/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take events
         * @description What happened on the website, answered once it is stored: what people did with tours and surveys, and what is known of people from then on. Other events are taken and not kept. An event about a tour that was sent twice is stored once, by its `uuid`, and changes its person once. The body is JSON under any content type, gzip or not, or a form whose `data` is JSON or its base64.
         */
        post: operations["browsers_capture"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/i/v0/e/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take events where the settings send them
         * @description What happened on the website, answered once it is stored: what people did with tours and surveys, and what is known of people from then on. Other events are taken and not kept. An event about a tour that was sent twice is stored once, by its `uuid`, and changes its person once. The body is JSON under any content type, gzip or not, or a form whose `data` is JSON or its base64.
         */
        post: operations["browsers_capture_here"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/batch/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take batches of events
         * @description What happened on the website, answered once it is stored: what people did with tours and surveys, and what is known of people from then on. Other events are taken and not kept. An event about a tour that was sent twice is stored once, by its `uuid`, and changes its person once. The body is JSON under any content type, gzip or not, or a form whose `data` is JSON or its base64.
         */
        post: operations["browsers_capture_batch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/array/{token}/config": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The settings of the SDK
         * @description What the SDK reads before anything else. `productTours` says whether there is a tour to ask for.
         */
        get: operations["browsers_config"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/array/{token}/config.js": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The same as a script
         * @description Stores the settings in `window._POSTHOG_REMOTE_CONFIG`, where the SDK looks first.
         */
        get: operations["browsers_config_script"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/static/{file}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The scripts of the SDK
         * @description The scripts of the posthog-js package as they are, for example `array.js`; after its version and a slash, for ever cacheable. Another version of the same major gets them too, and is to ask again. Nothing else of the package is served, source maps neither.
         */
        get: operations["browsers_static"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * @example {
         *       "id": "497f6eca-6276-4993-bfeb-53cbbbba6f08",
         *       "name": "First invoice",
         *       "description": "From an empty list to a sent invoice.",
         *       "internal_targeting_flag": {
         *         "id": 7,
         *         "team_id": 1,
         *         "name": "Product Tour: First invoice",
         *         "key": "product-tour-targeting-first-invoice-1f3c9a0b",
         *         "filters": {
         *           "groups": [
         *             {
         *               "variant": "",
         *               "rollout_percentage": 100,
         *               "properties": [
         *                 {
         *                   "key": "plan",
         *                   "type": "person",
         *                   "value": [
         *                     "free"
         *                   ],
         *                   "operator": "exact"
         *                 }
         *               ]
         *             }
         *           ]
         *         },
         *         "deleted": false,
         *         "active": true,
         *         "ensure_experience_continuity": false,
         *         "has_encrypted_payloads": false,
         *         "version": 1,
         *         "evaluation_runtime": "all",
         *         "bucketing_identifier": "distinct_id",
         *         "evaluation_tags": [],
         *         "evaluation_contexts": []
         *       },
         *       "linked_flag": null,
         *       "targeting_flag_filters": {
         *         "groups": [
         *           {
         *             "variant": "",
         *             "rollout_percentage": 100,
         *             "properties": [
         *               {
         *                 "key": "plan",
         *                 "type": "person",
         *                 "value": [
         *                   "free"
         *                 ],
         *                 "operator": "exact"
         *               }
         *             ]
         *           }
         *         ]
         *       },
         *       "content": {
         *         "type": "tour",
         *         "displayFrequency": "until_interacted",
         *         "conditions": {
         *           "url": "/invoices",
         *           "urlMatchType": "icontains"
         *         },
         *         "steps": [
         *           {
         *             "id": "welcome",
         *             "type": "modal",
         *             "progressionTrigger": "button",
         *             "contentHtml": "<h1>Welcome</h1><p>It takes two minutes.</p>"
         *           }
         *         ]
         *       },
         *       "draft_content": {
         *         "name": "Your first invoice",
         *         "description": "From an empty list to a sent invoice.",
         *         "content": {
         *           "type": "tour",
         *           "displayFrequency": "until_interacted",
         *           "conditions": {
         *             "url": "/invoices",
         *             "urlMatchType": "icontains"
         *           },
         *           "steps": [
         *             {
         *               "id": "welcome",
         *               "type": "modal",
         *               "progressionTrigger": "button",
         *               "contentHtml": "<h1>Welcome</h1><p>It takes two minutes.</p>"
         *             }
         *           ]
         *         },
         *         "auto_launch": true,
         *         "targeting_flag_filters": {
         *           "groups": [
         *             {
         *               "variant": "",
         *               "rollout_percentage": 100,
         *               "properties": [
         *                 {
         *                   "key": "plan",
         *                   "type": "person",
         *                   "value": [
         *                     "free"
         *                   ],
         *                   "operator": "exact"
         *                 }
         *               ]
         *             }
         *           ]
         *         },
         *         "linked_flag_id": null
         *       },
         *       "has_draft": true,
         *       "auto_launch": true,
         *       "start_date": "2026-03-02T09:00:00Z",
         *       "end_date": null,
         *       "created_at": "2026-03-01T14:15:22.120934Z",
         *       "created_by": {
         *         "id": 1,
         *         "uuid": "095be615-a8ad-4c33-8e9c-c7612fbf6c9f",
         *         "distinct_id": "ada-1",
         *         "first_name": "Ada",
         *         "last_name": "Byron",
         *         "email": "ada@example.com",
         *         "is_email_verified": null,
         *         "hedgehog_config": null,
         *         "role_at_organization": "product"
         *       },
         *       "updated_at": "2026-03-04T08:30:05.731002Z",
         *       "archived": false
         *     }
         */
        Tour: {
            /** Format: uuid */
            id: string;
            /** @description Up to 400 characters, unique among the project’s tours that are not archived. */
            name: string;
            description: string;
            /** @description Decides who is shown the tour; made when auto-launch is first switched on. */
            internal_targeting_flag: components["schemas"]["Flag"] | null;
            /** @description A flag that must be on as well. */
            linked_flag: components["schemas"]["Flag"] | null;
            /** @description Whom to show the tour, as condition groups; null: everybody. Conditions that the gateway adds by itself are not in it. */
            targeting_flag_filters: {
                [key: string]: unknown;
            } | null;
            /** @description The whole content: steps normalised, all else untouched. */
            content: {
                [key: string]: unknown;
            };
            /** @description What is being edited: the fields as a publish would make them live. Null: nothing. */
            draft_content: {
                [key: string]: unknown;
            } | null;
            has_draft: boolean;
            /** @description Whether browsers show the tour by themselves, to those whom its internal flag lets in. */
            auto_launch: boolean;
            /**
             * Format: date-time
             * @description Launched from then on; null: never launched.
             */
            start_date: string | null;
            /**
             * Format: date-time
             * @description Stopped from then on.
             */
            end_date: string | null;
            /** Format: date-time */
            created_at: string;
            /** @description Null when the user is gone. */
            created_by: components["schemas"]["User"] | null;
            /**
             * Format: date-time
             * @description Moves with every write to what the tour or its draft holds; not with what is scheduled.
             */
            updated_at: string;
            archived: boolean;
        };
        FoundTour: {
            /** Format: uuid */
            id: string;
            /** @description Up to 400 characters, unique among the project’s tours that are not archived. */
            name: string;
            description: string;
            /** @description Decides who is shown the tour; made when auto-launch is first switched on. */
            internal_targeting_flag: components["schemas"]["Flag"] | null;
            /** @description A flag that must be on as well. */
            linked_flag: components["schemas"]["Flag"] | null;
            /** @description Whom to show the tour, as condition groups; null: everybody. Conditions that the gateway adds by itself are not in it. */
            targeting_flag_filters: {
                [key: string]: unknown;
            } | null;
            /** @description The whole content: steps normalised, all else untouched. */
            content: {
                [key: string]: unknown;
            };
            /** @description What is being edited: the fields as a publish would make them live. Null: nothing. */
            draft_content: {
                [key: string]: unknown;
            } | null;
            has_draft: boolean;
            /** @description Whether browsers show the tour by themselves, to those whom its internal flag lets in. */
            auto_launch: boolean;
            /**
             * Format: date-time
             * @description Launched from then on; null: never launched.
             */
            start_date: string | null;
            /**
             * Format: date-time
             * @description Stopped from then on.
             */
            end_date: string | null;
            /** Format: date-time */
            created_at: string;
            /** @description Null when the user is gone. */
            created_by: components["schemas"]["User"] | null;
            /**
             * Format: date-time
             * @description Moves with every write to what the tour or its draft holds; not with what is scheduled.
             */
            updated_at: string;
            archived: boolean;
            /**
             * @description Only in a searched list. `exact`: the term is part of the name or description, whatever the case. `similar`: it resembles one of them.
             * @enum {string}
             */
            search_match_type?: "exact" | "similar";
        };
        /**
         * @example {
         *       "count": 1,
         *       "next": null,
         *       "previous": null,
         *       "results": [
         *         {
         *           "id": "497f6eca-6276-4993-bfeb-53cbbbba6f08",
         *           "name": "First invoice",
         *           "description": "From an empty list to a sent invoice.",
         *           "internal_targeting_flag": {
         *             "id": 7,
         *             "team_id": 1,
         *             "name": "Product Tour: First invoice",
         *             "key": "product-tour-targeting-first-invoice-1f3c9a0b",
         *             "filters": {
         *               "groups": [
         *                 {
         *                   "variant": "",
         *                   "rollout_percentage": 100,
         *                   "properties": [
         *                     {
         *                       "key": "plan",
         *                       "type": "person",
         *                       "value": [
         *                         "free"
         *                       ],
         *                       "operator": "exact"
         *                     }
         *                   ]
         *                 }
         *               ]
         *             },
         *             "deleted": false,
         *             "active": true,
         *             "ensure_experience_continuity": false,
         *             "has_encrypted_payloads": false,
         *             "version": 1,
         *             "evaluation_runtime": "all",
         *             "bucketing_identifier": "distinct_id",
         *             "evaluation_tags": [],
         *             "evaluation_contexts": []
         *           },
         *           "linked_flag": null,
         *           "targeting_flag_filters": {
         *             "groups": [
         *               {
         *                 "variant": "",
         *                 "rollout_percentage": 100,
         *                 "properties": [
         *                   {
         *                     "key": "plan",
         *                     "type": "person",
         *                     "value": [
         *                       "free"
         *                     ],
         *                     "operator": "exact"
         *                   }
         *                 ]
         *               }
         *             ]
         *           },
         *           "content": {
         *             "type": "tour",
         *             "displayFrequency": "until_interacted",
         *             "conditions": {
         *               "url": "/invoices",
         *               "urlMatchType": "icontains"
         *             },
         *             "steps": [
         *               {
         *                 "id": "welcome",
         *                 "type": "modal",
         *                 "progressionTrigger": "button",
         *                 "contentHtml": "<h1>Welcome</h1><p>It takes two minutes.</p>"
         *               }
         *             ]
         *           },
         *           "draft_content": {
         *             "name": "Your first invoice",
         *             "description": "From an empty list to a sent invoice.",
         *             "content": {
         *               "type": "tour",
         *               "displayFrequency": "until_interacted",
         *               "conditions": {
         *                 "url": "/invoices",
         *                 "urlMatchType": "icontains"
         *               },
         *               "steps": [
         *                 {
         *                   "id": "welcome",
         *                   "type": "modal",
         *                   "progressionTrigger": "button",
         *                   "contentHtml": "<h1>Welcome</h1><p>It takes two minutes.</p>"
         *                 }
         *               ]
         *             },
         *             "auto_launch": true,
         *             "targeting_flag_filters": {
         *               "groups": [
         *                 {
         *                   "variant": "",
         *                   "rollout_percentage": 100,
         *                   "properties": [
         *                     {
         *                       "key": "plan",
         *                       "type": "person",
         *                       "value": [
         *                         "free"
         *                       ],
         *                       "operator": "exact"
         *                     }
         *                   ]
         *                 }
         *               ]
         *             },
         *             "linked_flag_id": null
         *           },
         *           "has_draft": true,
         *           "auto_launch": true,
         *           "start_date": "2026-03-02T09:00:00Z",
         *           "end_date": null,
         *           "created_at": "2026-03-01T14:15:22.120934Z",
         *           "created_by": {
         *             "id": 1,
         *             "uuid": "095be615-a8ad-4c33-8e9c-c7612fbf6c9f",
         *             "distinct_id": "ada-1",
         *             "first_name": "Ada",
         *             "last_name": "Byron",
         *             "email": "ada@example.com",
         *             "is_email_verified": null,
         *             "hedgehog_config": null,
         *             "role_at_organization": "product"
         *           },
         *           "updated_at": "2026-03-04T08:30:05.731002Z",
         *           "archived": false
         *         }
         *       ]
         *     }
         */
        TourPage: {
            /** @description How many there are on all pages. */
            count: number;
            /**
             * Format: uri
             * @description The address of the next page. Null: this is the last.
             */
            next: string | null;
            /**
             * Format: uri
             * @description The address of the previous page. Null: this is the first.
             */
            previous: string | null;
            results: components["schemas"]["FoundTour"][];
        };
        /**
         * @example {
         *       "id": "497f6eca-6276-4993-bfeb-53cbbbba6f08",
         *       "name": "First invoice",
         *       "description": "From an empty list to a sent invoice.",
         *       "internal_targeting_flag": {
         *         "id": 7,
         *         "team_id": 1,
         *         "name": "Product Tour: First invoice",
         *         "key": "product-tour-targeting-first-invoice-1f3c9a0b",
         *         "filters": {
         *           "groups": [
         *             {
         *               "variant": "",
         *               "rollout_percentage": 100,
         *               "properties": [
         *                 {
         *                   "key": "plan",
         *                   "type": "person",
         *                   "value": [
         *                     "free"
         *                   ],
         *                   "operator": "exact"
         *                 }
         *               ]
         *             }
         *           ]
         *         },
         *         "deleted": false,
         *         "active": true,
         *         "ensure_experience_continuity": false,
         *         "has_encrypted_payloads": false,
         *         "version": 1,
         *         "evaluation_runtime": "all",
         *         "bucketing_identifier": "distinct_id",
         *         "evaluation_tags": [],
         *         "evaluation_contexts": []
         *       },
         *       "linked_flag": null,
         *       "linked_flag_id": null,
         *       "targeting_flag_filters": {
         *         "groups": [
         *           {
         *             "variant": "",
         *             "rollout_percentage": 100,
         *             "properties": [
         *               {
         *                 "key": "plan",
         *                 "type": "person",
         *                 "value": [
         *                   "free"
         *                 ],
         *                 "operator": "exact"
         *               }
         *             ]
         *           }
         *         ]
         *       },
         *       "content": {
         *         "type": "tour",
         *         "displayFrequency": "until_interacted",
         *         "conditions": {
         *           "url": "/invoices",
         *           "urlMatchType": "icontains"
         *         },
         *         "steps": [
         *           {
         *             "id": "welcome",
         *             "type": "modal",
         *             "progressionTrigger": "button",
         *             "contentHtml": "<h1>Welcome</h1><p>It takes two minutes.</p>"
         *           }
         *         ]
         *       },
         *       "auto_launch": true,
         *       "start_date": "2026-03-02T09:00:00Z",
         *       "end_date": null,
         *       "created_at": "2026-03-01T14:15:22.120934Z",
         *       "created_by": {
         *         "id": 1,
         *         "uuid": "095be615-a8ad-4c33-8e9c-c7612fbf6c9f",
         *         "distinct_id": "ada-1",
         *         "first_name": "Ada",
         *         "last_name": "Byron",
         *         "email": "ada@example.com",
         *         "is_email_verified": null,
         *         "hedgehog_config": null,
         *         "role_at_organization": "product"
         *       },
         *       "updated_at": "2026-03-04T08:30:05.731002Z",
         *       "archived": false,
         *       "creation_context": "app"
         *     }
         */
        WrittenTour: {
            /** Format: uuid */
            id: string;
            /** @description Up to 400 characters, unique among the project’s tours that are not archived. */
            name: string;
            description: string;
            /** @description Decides who is shown the tour; made when auto-launch is first switched on. */
            internal_targeting_flag: components["schemas"]["Flag"] | null;
            /** @description A flag that must be on as well. */
            linked_flag: components["schemas"]["Flag"] | null;
            /** @description A flag that must be on as well. */
            linked_flag_id: number | null;
            /** @description Whom to show the tour, as condition groups; null: everybody. Conditions that the gateway adds by itself are not in it. */
            targeting_flag_filters: {
                [key: string]: unknown;
            } | null;
            /** @description The whole content: steps normalised, all else untouched. */
            content: {
                [key: string]: unknown;
            };
            /** @description Whether browsers show the tour by themselves, to those whom its internal flag lets in. */
            auto_launch: boolean;
            /**
             * Format: date-time
             * @description Launched from then on; null: never launched.
             */
            start_date: string | null;
            /**
             * Format: date-time
             * @description Stopped from then on.
             */
            end_date: string | null;
            /** Format: date-time */
            created_at: string;
            /** @description Null when the user is gone. */
            created_by: components["schemas"]["User"] | null;
            /**
             * Format: date-time
             * @description Moves with every write to what the tour or its draft holds; not with what is scheduled.
             */
            updated_at: string;
            archived: boolean;
            /**
             * @description From where the tour is written, for analytics alone; `app` when absent.
             * @enum {string}
             */
            creation_context: "app" | "toolbar";
        };
        /**
         * @example {
         *       "updated_at": "2026-03-04T08:30:05.731002Z",
         *       "has_draft": true
         *     }
         */
        DraftStatus: {
            /**
             * Format: date-time
             * @description Moves with every write to what the tour or its draft holds; not with what is scheduled.
             */
            updated_at: string;
            has_draft: boolean;
        };
        /**
         * @example {
         *       "steps": [
         *         {
         *           "step_id": "welcome",
         *           "title": "Welcome aboard",
         *           "description": "Send your first invoice in two minutes."
         *         }
         *       ]
         *     }
         */
        Generated: {
            steps: {
                /** @description The `id` of the step, as it was sent. */
                step_id: string;
                /** @description A few words, without markup. */
                title: string;
                /** @description A sentence or two, without markup. */
                description: string;
            }[];
        };
        ActivityPage: {
            /** @description How many there are on all pages. */
            count: number;
            /**
             * Format: uri
             * @description The address of the next page. Null: this is the last.
             */
            next: string | null;
            /**
             * Format: uri
             * @description The address of the previous page. Null: this is the first.
             */
            previous: string | null;
            results: components["schemas"]["Activity"][];
        };
        FeatureFlag: {
            id: number;
            name: string;
            /** @description Condition groups, variants and payloads. */
            filters: {
                [key: string]: unknown;
            };
            deleted: boolean;
            /** @description An inactive flag is off for everybody. */
            active: boolean;
            /** @description Null when the user is gone. */
            created_by: components["schemas"]["User"] | null;
            /** Format: date-time */
            created_at: string;
            /**
             * Format: date-time
             * @description Moves with every write. An internal flag also moves with its tour.
             */
            updated_at: string;
            /** @description Counted up by edits of the flag itself. */
            version: number | null;
            /** @description The user who changed the flag itself last. Null for an internal flag, and when the user is gone. */
            last_modified_by: components["schemas"]["User"] | null;
            ensure_experience_continuity: boolean | null;
            has_encrypted_payloads: boolean | null;
            /** @description `server`, `client` or `all`. */
            evaluation_runtime: string | null;
            /** @description `distinct_id` or `device_id`. */
            bucketing_identifier: string | null;
            evaluation_contexts: string[];
            /** @description The key. Of a deleted flag, whose key is free for others: the key that it had. */
            key: string;
            /** @description False: flags are not archived here. */
            archived: boolean;
            experiment_set: (Record<string, never> | unknown[] | string | number | boolean | null)[];
            experiment_set_metadata: (Record<string, never> | unknown[] | string | number | boolean | null)[];
            surveys: (Record<string, never> | unknown[] | string | number | boolean | null)[];
            features: (Record<string, never> | unknown[] | string | number | boolean | null)[];
            can_edit: boolean;
            tags: (Record<string, never> | unknown[] | string | number | boolean | null)[];
            usage_dashboard: null;
            analytics_dashboards: (Record<string, never> | unknown[] | string | number | boolean | null)[];
            has_enriched_analytics: boolean;
            user_access_level: string;
            is_remote_configuration: boolean;
            /** @enum {string} */
            status: "ACTIVE" | "DELETED";
            last_called_at: null;
            is_used_in_replay_settings: boolean;
            /** @description Whether it has 2 to 20 variants. */
            is_eligible_for_experiment: boolean;
        };
        FeatureFlagPage: {
            /** @description How many there are on all pages. */
            count: number;
            /**
             * Format: uri
             * @description The address of the next page. Null: this is the last.
             */
            next: string | null;
            /**
             * Format: uri
             * @description The address of the previous page. Null: this is the first.
             */
            previous: string | null;
            results: components["schemas"]["FeatureFlag"][];
        };
        /**
         * @example {
         *       "id": 1,
         *       "organization": "018f3c1e-4b5a-4c6d-8e7f-0123456789ab",
         *       "name": "Website",
         *       "product_description": null,
         *       "created_at": "2026-02-01T08:00:00Z",
         *       "effective_membership_level": 15,
         *       "has_group_types": false,
         *       "group_types": [],
         *       "live_events_token": null,
         *       "updated_at": "2026-02-01T08:00:00Z",
         *       "uuid": "a176c3b0-24f7-5518-80df-e10f441de703",
         *       "api_token": "phc_public",
         *       "app_urls": [],
         *       "anonymize_ips": false,
         *       "completed_snippet_onboarding": false,
         *       "ingested_event": false,
         *       "test_account_filters": [],
         *       "test_account_filters_default_checked": null,
         *       "path_cleaning_filters": [],
         *       "is_demo": false,
         *       "timezone": "UTC",
         *       "data_attributes": [
         *         "data-attr"
         *       ],
         *       "person_display_name_properties": null,
         *       "correlation_config": {},
         *       "autocapture_opt_out": null,
         *       "autocapture_exceptions_opt_in": null,
         *       "autocapture_web_vitals_opt_in": null,
         *       "autocapture_web_vitals_allowed_metrics": null,
         *       "autocapture_exceptions_errors_to_ignore": null,
         *       "capture_console_log_opt_in": true,
         *       "capture_performance_opt_in": true,
         *       "session_recording_opt_in": false,
         *       "session_recording_sample_rate": null,
         *       "session_recording_minimum_duration_milliseconds": null,
         *       "session_recording_linked_flag": null,
         *       "session_recording_network_payload_capture_config": null,
         *       "session_recording_masking_config": null,
         *       "session_recording_url_trigger_config": [],
         *       "session_recording_url_blocklist_config": [],
         *       "session_recording_event_trigger_config": [],
         *       "session_recording_trigger_match_type_config": null,
         *       "session_recording_trigger_groups": null,
         *       "session_recording_retention_period": "30d",
         *       "session_replay_config": null,
         *       "survey_config": null,
         *       "access_control": false,
         *       "week_start_day": null,
         *       "primary_dashboard": null,
         *       "live_events_columns": null,
         *       "recording_domains": null,
         *       "person_on_events_querying_enabled": true,
         *       "inject_web_apps": null,
         *       "extra_settings": null,
         *       "modifiers": null,
         *       "default_modifiers": {},
         *       "has_completed_onboarding_for": null,
         *       "surveys_opt_in": null,
         *       "heatmaps_opt_in": null,
         *       "product_intents": [],
         *       "flags_persistence_default": false,
         *       "secret_api_token": null,
         *       "secret_api_token_backup": null,
         *       "receive_org_level_activity_logs": false,
         *       "business_model": null,
         *       "conversations_enabled": null,
         *       "conversations_settings": null,
         *       "logs_settings": null,
         *       "proactive_tasks_enabled": null,
         *       "available_setup_task_ids": [],
         *       "is_pending_deletion": false,
         *       "project_id": 1,
         *       "user_access_level": "admin",
         *       "managed_viewsets": {},
         *       "revenue_analytics_config": {},
         *       "marketing_analytics_config": {},
         *       "customer_analytics_config": {},
         *       "workflows_config": {},
         *       "base_currency": "USD",
         *       "capture_dead_clicks": false,
         *       "cookieless_server_hash_mode": 0,
         *       "human_friendly_comparison_periods": false,
         *       "feature_flag_confirmation_enabled": false,
         *       "feature_flag_confirmation_message": null,
         *       "default_evaluation_contexts_enabled": false,
         *       "require_evaluation_contexts": false,
         *       "default_data_theme": null,
         *       "onboarding_tasks": null,
         *       "web_analytics_pre_aggregated_tables_enabled": false,
         *       "event_retention_months": null,
         *       "events_retention_enforced": false
         *     }
         */
        Project: {
            id: number;
            /** Format: uuid */
            organization: string;
            name: string;
            product_description: Record<string, never> | unknown[] | string | number | boolean | null;
            /** Format: date-time */
            created_at: string;
            effective_membership_level: number;
            has_group_types: boolean;
            group_types: (Record<string, never> | unknown[] | string | number | boolean | null)[];
            live_events_token: Record<string, never> | unknown[] | string | number | boolean | null;
            /** Format: date-time */
            updated_at: string;
            /** Format: uuid */
            uuid: string;
            api_token: string;
            app_urls: (Record<string, never> | unknown[] | string | number | boolean | null)[];
            anonymize_ips: boolean;
            completed_snippet_onboarding: boolean;
            ingested_event: boolean;
            test_account_filters: (Record<string, never> | unknown[] | string | number | boolean | null)[];
            test_account_filters_default_checked: Record<string, never> | unknown[] | string | number | boolean | null;
            path_cleaning_filters: (Record<string, never> | unknown[] | string | number | boolean | null)[];
            is_demo: boolean;
            timezone: string;
            data_attributes: string[];
            person_display_name_properties: Record<string, never> | unknown[] | string | number | boolean | null;
            correlation_config: {
                [key: string]: unknown;
            };
            autocapture_opt_out: Record<string, never> | unknown[] | string | number | boolean | null;
            autocapture_exceptions_opt_in: Record<string, never> | unknown[] | string | number | boolean | null;
            autocapture_web_vitals_opt_in: Record<string, never> | unknown[] | string | number | boolean | null;
            autocapture_web_vitals_allowed_metrics: Record<string, never> | unknown[] | string | number | boolean | null;
            autocapture_exceptions_errors_to_ignore: Record<string, never> | unknown[] | string | number | boolean | null;
            capture_console_log_opt_in: boolean;
            capture_performance_opt_in: boolean;
            session_recording_opt_in: boolean;
            session_recording_sample_rate: Record<string, never> | unknown[] | string | number | boolean | null;
            session_recording_minimum_duration_milliseconds: Record<string, never> | unknown[] | string | number | boolean | null;
            session_recording_linked_flag: Record<string, never> | unknown[] | string | number | boolean | null;
            session_recording_network_payload_capture_config: Record<string, never> | unknown[] | string | number | boolean | null;
            session_recording_masking_config: Record<string, never> | unknown[] | string | number | boolean | null;
            session_recording_url_trigger_config: (Record<string, never> | unknown[] | string | number | boolean | null)[];
            session_recording_url_blocklist_config: (Record<string, never> | unknown[] | string | number | boolean | null)[];
            session_recording_event_trigger_config: (Record<string, never> | unknown[] | string | number | boolean | null)[];
            session_recording_trigger_match_type_config: Record<string, never> | unknown[] | string | number | boolean | null;
            session_recording_trigger_groups: Record<string, never> | unknown[] | string | number | boolean | null;
            session_recording_retention_period: string;
            session_replay_config: Record<string, never> | unknown[] | string | number | boolean | null;
            survey_config: Record<string, never> | unknown[] | string | number | boolean | null;
            access_control: boolean;
            week_start_day: Record<string, never> | unknown[] | string | number | boolean | null;
            primary_dashboard: Record<string, never> | unknown[] | string | number | boolean | null;
            live_events_columns: Record<string, never> | unknown[] | string | number | boolean | null;
            recording_domains: Record<string, never> | unknown[] | string | number | boolean | null;
            person_on_events_querying_enabled: boolean;
            inject_web_apps: Record<string, never> | unknown[] | string | number | boolean | null;
            extra_settings: Record<string, never> | unknown[] | string | number | boolean | null;
            modifiers: Record<string, never> | unknown[] | string | number | boolean | null;
            default_modifiers: {
                [key: string]: unknown;
            };
            has_completed_onboarding_for: Record<string, never> | unknown[] | string | number | boolean | null;
            surveys_opt_in: Record<string, never> | unknown[] | string | number | boolean | null;
            heatmaps_opt_in: Record<string, never> | unknown[] | string | number | boolean | null;
            product_intents: (Record<string, never> | unknown[] | string | number | boolean | null)[];
            flags_persistence_default: boolean;
            secret_api_token: Record<string, never> | unknown[] | string | number | boolean | null;
            secret_api_token_backup: Record<string, never> | unknown[] | string | number | boolean | null;
            receive_org_level_activity_logs: boolean;
            business_model: Record<string, never> | unknown[] | string | number | boolean | null;
            conversations_enabled: Record<string, never> | unknown[] | string | number | boolean | null;
            conversations_settings: Record<string, never> | unknown[] | string | number | boolean | null;
            logs_settings: Record<string, never> | unknown[] | string | number | boolean | null;
            proactive_tasks_enabled: Record<string, never> | unknown[] | string | number | boolean | null;
            available_setup_task_ids: (Record<string, never> | unknown[] | string | number | boolean | null)[];
            is_pending_deletion: boolean;
            project_id: number;
            user_access_level: string;
            managed_viewsets: {
                [key: string]: unknown;
            };
            revenue_analytics_config: {
                [key: string]: unknown;
            };
            marketing_analytics_config: {
                [key: string]: unknown;
            };
            customer_analytics_config: {
                [key: string]: unknown;
            };
            workflows_config: {
                [key: string]: unknown;
            };
            base_currency: string;
            capture_dead_clicks: boolean;
            cookieless_server_hash_mode: number;
            human_friendly_comparison_periods: boolean;
            feature_flag_confirmation_enabled: boolean;
            feature_flag_confirmation_message: Record<string, never> | unknown[] | string | number | boolean | null;
            default_evaluation_contexts_enabled: boolean;
            require_evaluation_contexts: boolean;
            default_data_theme: Record<string, never> | unknown[] | string | number | boolean | null;
            onboarding_tasks: Record<string, never> | unknown[] | string | number | boolean | null;
            web_analytics_pre_aggregated_tables_enabled: boolean;
            event_retention_months: Record<string, never> | unknown[] | string | number | boolean | null;
            events_retention_enforced: boolean;
        };
        /**
         * @example {
         *       "date_joined": "2026-02-01T08:00:00Z",
         *       "uuid": "095be615-a8ad-4c33-8e9c-c7612fbf6c9f",
         *       "distinct_id": "ada-1",
         *       "first_name": "Ada",
         *       "last_name": "Byron",
         *       "email": "ada@example.com",
         *       "pending_email": null,
         *       "is_email_verified": true,
         *       "notification_settings": {
         *         "plugin_disabled": true,
         *         "error_tracking_issue_assigned": true,
         *         "discussions_mentioned": true,
         *         "project_weekly_digest_disabled": {},
         *         "all_weekly_digest_disabled": false
         *       },
         *       "notification_locks": [],
         *       "anonymize_data": false,
         *       "allow_impersonation": null,
         *       "toolbar_mode": "toolbar",
         *       "has_password": false,
         *       "id": 1,
         *       "is_staff": false,
         *       "is_impersonated": false,
         *       "is_impersonated_until": null,
         *       "is_impersonated_read_only": null,
         *       "is_impersonated_reason": null,
         *       "sensitive_session_expires_at": null,
         *       "fresh_reauth_expires_at": null,
         *       "team": {
         *         "id": 1,
         *         "uuid": "a176c3b0-24f7-5518-80df-e10f441de703",
         *         "organization": "018f3c1e-4b5a-4c6d-8e7f-0123456789ab",
         *         "project_id": 1,
         *         "api_token": "phc_public",
         *         "name": "Website",
         *         "completed_snippet_onboarding": false,
         *         "has_completed_onboarding_for": null,
         *         "ingested_event": false,
         *         "is_demo": false,
         *         "timezone": "UTC",
         *         "access_control": false
         *       },
         *       "organization": {
         *         "id": "018f3c1e-4b5a-4c6d-8e7f-0123456789ab",
         *         "name": "Acme",
         *         "slug": "acme",
         *         "logo_media_id": null,
         *         "created_at": "2026-02-01T08:00:00Z",
         *         "updated_at": "2026-02-01T08:00:00Z",
         *         "membership_level": 15,
         *         "plugins_access_level": 3,
         *         "teams": [
         *           {
         *             "id": 1,
         *             "uuid": "a176c3b0-24f7-5518-80df-e10f441de703",
         *             "organization": "018f3c1e-4b5a-4c6d-8e7f-0123456789ab",
         *             "project_id": 1,
         *             "api_token": "phc_public",
         *             "name": "Website",
         *             "completed_snippet_onboarding": false,
         *             "has_completed_onboarding_for": null,
         *             "ingested_event": false,
         *             "is_demo": false,
         *             "timezone": "UTC",
         *             "access_control": false
         *           }
         *         ],
         *         "projects": [
         *           {
         *             "id": 1,
         *             "organization_id": "018f3c1e-4b5a-4c6d-8e7f-0123456789ab",
         *             "name": "Website"
         *           }
         *         ],
         *         "available_product_features": [],
         *         "is_member_join_email_enabled": true,
         *         "metadata": {
         *           "instance_tag": "none"
         *         },
         *         "customer_id": null,
         *         "enforce_2fa": null,
         *         "members_can_invite": true,
         *         "members_can_use_personal_api_keys": true,
         *         "allow_publicly_shared_resources": true,
         *         "member_count": 3,
         *         "is_ai_data_processing_approved": false,
         *         "default_experiment_stats_method": "bayesian",
         *         "default_role_id": null
         *       },
         *       "organizations": [
         *         {
         *           "id": "018f3c1e-4b5a-4c6d-8e7f-0123456789ab",
         *           "name": "Acme",
         *           "slug": "acme",
         *           "logo_media_id": null,
         *           "membership_level": 15,
         *           "members_can_use_personal_api_keys": true,
         *           "is_active": true,
         *           "is_not_active_reason": null,
         *           "is_pending_deletion": false
         *         }
         *       ],
         *       "events_column_config": {
         *         "active": "DEFAULT"
         *       },
         *       "is_2fa_enabled": false,
         *       "has_social_auth": false,
         *       "has_sso_enforcement": false,
         *       "has_seen_product_intro_for": null,
         *       "scene_personalisation": [],
         *       "theme_mode": null,
         *       "hedgehog_config": {},
         *       "allow_sidebar_suggestions": null,
         *       "shortcut_position": "above",
         *       "role_at_organization": "product",
         *       "passkeys_enabled_for_2fa": false,
         *       "hide_mcp_hints": false,
         *       "ui_configuration": null,
         *       "onboarding_skipped_at": null,
         *       "onboarding_skipped_reason": null,
         *       "onboarding_skipped_organization_id": null,
         *       "onboarding_delegated_to_invite": null,
         *       "onboarding_delegated_to_organization_id": null,
         *       "onboarding_delegation_accepted_at": null,
         *       "is_organization_first_user": null,
         *       "active_realtime_notification_types": [],
         *       "pending_invites": [],
         *       "requires_credential_review": false
         *     }
         */
        CurrentUser: {
            /** Format: date-time */
            date_joined: string;
            /** Format: uuid */
            uuid: string;
            distinct_id: string | null;
            first_name: string;
            last_name: string;
            email: string;
            pending_email: Record<string, never> | unknown[] | string | number | boolean | null;
            is_email_verified: boolean | null;
            notification_settings: {
                plugin_disabled: boolean;
                error_tracking_issue_assigned: boolean;
                discussions_mentioned: boolean;
                project_weekly_digest_disabled: {
                    [key: string]: unknown;
                };
                all_weekly_digest_disabled: boolean;
            };
            notification_locks: (Record<string, never> | unknown[] | string | number | boolean | null)[];
            anonymize_data: boolean;
            allow_impersonation: Record<string, never> | unknown[] | string | number | boolean | null;
            toolbar_mode: string;
            has_password: boolean;
            id: number;
            is_staff: boolean;
            is_impersonated: boolean;
            is_impersonated_until: Record<string, never> | unknown[] | string | number | boolean | null;
            is_impersonated_read_only: Record<string, never> | unknown[] | string | number | boolean | null;
            is_impersonated_reason: Record<string, never> | unknown[] | string | number | boolean | null;
            sensitive_session_expires_at: Record<string, never> | unknown[] | string | number | boolean | null;
            fresh_reauth_expires_at: Record<string, never> | unknown[] | string | number | boolean | null;
            team: {
                id: number;
                /** Format: uuid */
                uuid: string;
                /** Format: uuid */
                organization: string;
                project_id: number;
                api_token: string;
                name: string;
                completed_snippet_onboarding: boolean;
                has_completed_onboarding_for: Record<string, never> | unknown[] | string | number | boolean | null;
                ingested_event: boolean;
                is_demo: boolean;
                timezone: string;
                access_control: boolean;
            } | null;
            organization: {
                /** Format: uuid */
                id: string;
                name: string;
                slug: string;
                logo_media_id: Record<string, never> | unknown[] | string | number | boolean | null;
                /** Format: date-time */
                created_at: string;
                /** Format: date-time */
                updated_at: string;
                membership_level: number;
                plugins_access_level: number;
                teams: {
                    id: number;
                    /** Format: uuid */
                    uuid: string;
                    /** Format: uuid */
                    organization: string;
                    project_id: number;
                    api_token: string;
                    name: string;
                    completed_snippet_onboarding: boolean;
                    has_completed_onboarding_for: Record<string, never> | unknown[] | string | number | boolean | null;
                    ingested_event: boolean;
                    is_demo: boolean;
                    timezone: string;
                    access_control: boolean;
                }[];
                projects: {
                    id: number;
                    /** Format: uuid */
                    organization_id: string;
                    name: string;
                }[];
                available_product_features: (Record<string, never> | unknown[] | string | number | boolean | null)[];
                is_member_join_email_enabled: boolean;
                metadata: {
                    instance_tag: string;
                };
                customer_id: Record<string, never> | unknown[] | string | number | boolean | null;
                enforce_2fa: Record<string, never> | unknown[] | string | number | boolean | null;
                members_can_invite: boolean;
                members_can_use_personal_api_keys: boolean;
                allow_publicly_shared_resources: boolean;
                member_count: number;
                is_ai_data_processing_approved: boolean;
                default_experiment_stats_method: string;
                default_role_id: Record<string, never> | unknown[] | string | number | boolean | null;
            } | null;
            organizations: {
                /** Format: uuid */
                id: string;
                name: string;
                slug: string;
                logo_media_id: Record<string, never> | unknown[] | string | number | boolean | null;
                membership_level: number;
                members_can_use_personal_api_keys: boolean;
                is_active: boolean;
                is_not_active_reason: Record<string, never> | unknown[] | string | number | boolean | null;
                is_pending_deletion: boolean;
            }[];
            events_column_config: {
                active: string;
            };
            is_2fa_enabled: boolean;
            has_social_auth: boolean;
            has_sso_enforcement: boolean;
            has_seen_product_intro_for: Record<string, never> | unknown[] | string | number | boolean | null;
            scene_personalisation: (Record<string, never> | unknown[] | string | number | boolean | null)[];
            theme_mode: Record<string, never> | unknown[] | string | number | boolean | null;
            hedgehog_config: {
                [key: string]: unknown;
            } | null;
            allow_sidebar_suggestions: Record<string, never> | unknown[] | string | number | boolean | null;
            shortcut_position: string;
            role_at_organization: string | null;
            passkeys_enabled_for_2fa: boolean;
            hide_mcp_hints: boolean;
            ui_configuration: Record<string, never> | unknown[] | string | number | boolean | null;
            onboarding_skipped_at: Record<string, never> | unknown[] | string | number | boolean | null;
            onboarding_skipped_reason: Record<string, never> | unknown[] | string | number | boolean | null;
            onboarding_skipped_organization_id: Record<string, never> | unknown[] | string | number | boolean | null;
            onboarding_delegated_to_invite: Record<string, never> | unknown[] | string | number | boolean | null;
            onboarding_delegated_to_organization_id: Record<string, never> | unknown[] | string | number | boolean | null;
            onboarding_delegation_accepted_at: Record<string, never> | unknown[] | string | number | boolean | null;
            is_organization_first_user: Record<string, never> | unknown[] | string | number | boolean | null;
            active_realtime_notification_types: (Record<string, never> | unknown[] | string | number | boolean | null)[];
            pending_invites: (Record<string, never> | unknown[] | string | number | boolean | null)[];
            requires_credential_review: boolean;
        };
        Activity: {
            /** Format: uuid */
            id: string;
            /** @description Null when the user is gone. */
            user: components["schemas"]["User"] | null;
            /** @description `created`, `updated`, `deleted` or `restored`. */
            activity: string;
            /** @description What kind of thing it was done to: `ProductTour`. */
            scope: string;
            /** @description The id of the thing, which may be gone. */
            item_id: string;
            unread: boolean;
            /** @description The project. */
            team_id: number;
            /** Format: uuid */
            organization_id: string | null;
            was_impersonated: boolean;
            is_system: boolean;
            client: null;
            ip_address: null;
            detail: {
                /** @description The name of the thing at that time. */
                name: string;
                changes: {
                    type: string;
                    /** @description `created` from empty, `deleted` to empty, else `changed`. */
                    action: string;
                    field: string;
                    before: Record<string, never> | unknown[] | string | number | boolean | null;
                    after: Record<string, never> | unknown[] | string | number | boolean | null;
                }[];
                short_id: null;
                type: null;
                trigger: null;
                context: null;
            };
            /** Format: date-time */
            created_at: string;
        };
        User: {
            id: number;
            /** Format: uuid */
            uuid: string;
            /** @description The id under which the user’s own analytics events are sent. */
            distinct_id: string | null;
            first_name: string;
            last_name: string;
            email: string;
            is_email_verified: boolean | null;
            /** @description The settings of the avatar. */
            hedgehog_config: {
                [key: string]: unknown;
            } | null;
            /** @description For example `engineering` or `product`. */
            role_at_organization: string | null;
        };
        Flag: {
            id: number;
            /** @description The project it belongs to. */
            team_id: number;
            name: string;
            /** @description What clients ask for; unique in the project. */
            key: string;
            /** @description Condition groups, variants and payloads. */
            filters: {
                [key: string]: unknown;
            };
            deleted: boolean;
            /** @description An inactive flag is off for everybody. */
            active: boolean;
            ensure_experience_continuity: boolean | null;
            has_encrypted_payloads: boolean | null;
            /** @description Counted up by edits of the flag itself. */
            version: number | null;
            /** @description `server`, `client` or `all`. */
            evaluation_runtime: string | null;
            /** @description `distinct_id` or `device_id`. */
            bucketing_identifier: string | null;
            evaluation_tags: string[];
            evaluation_contexts: string[];
        };
        /**
         * @description The fields of a new tour. Fields that are not listed are passed over.
         * @example {
         *       "name": "First invoice",
         *       "description": "From an empty list to a sent invoice.",
         *       "content": {
         *         "type": "tour",
         *         "displayFrequency": "until_interacted",
         *         "conditions": {
         *           "url": "/invoices",
         *           "urlMatchType": "icontains"
         *         },
         *         "steps": [
         *           {
         *             "id": "welcome",
         *             "type": "modal",
         *             "progressionTrigger": "button",
         *             "contentHtml": "<h1>Welcome</h1><p>It takes two minutes.</p>"
         *           }
         *         ]
         *       },
         *       "auto_launch": true,
         *       "targeting_flag_filters": {
         *         "groups": [
         *           {
         *             "properties": [
         *               {
         *                 "key": "plan",
         *                 "type": "person",
         *                 "value": [
         *                   "free"
         *                 ],
         *                 "operator": "exact"
         *               }
         *             ]
         *           }
         *         ]
         *       }
         *     }
         */
        NewTour: {
            /** @description Unique among the tours of the project that are not archived. White space around it is dropped. */
            name: string;
            /** @description White space around it is dropped. */
            description?: string;
            /** @description A feature flag of the project that must be on as well. Null: none. */
            linked_flag_id?: number | null;
            /** @description Whom to show the tour: `{ "groups": [{ "properties": […], "rollout_percentage": 100 }] }`, all of it at once. Null: everybody. */
            targeting_flag_filters?: {
                [key: string]: unknown;
            } | null;
            /** @description Steps, conditions and appearance, all of it at once. Unknown keys are kept; steps of older shapes are brought into the present one. An announcement has exactly one step. */
            content?: {
                [key: string]: unknown;
            };
            /** @description Whether browsers show the tour by themselves. When this is first switched on, the internal targeting flag is made. */
            auto_launch?: boolean;
            /**
             * Format: date-time
             * @description Launched from then on. Other forms of ISO 8601 are taken too; without an offset it is UTC.
             */
            start_date?: string | null;
            /**
             * Format: date-time
             * @description Stopped from then on. Null resumes.
             */
            end_date?: string | null;
            /** @description An archived tour is shown to nobody, and its name is free. */
            archived?: boolean;
            /**
             * @description From where the tour is written, for analytics alone; `app` when absent.
             * @enum {string}
             */
            creation_context?: "app" | "toolbar";
        };
        /**
         * @description The fields to change: what is absent stays as it is.
         * @example {
         *       "start_date": "2026-03-02T09:00:00Z"
         *     }
         */
        TourChange: {
            /** @description Unique among the tours of the project that are not archived. White space around it is dropped. */
            name?: string;
            /** @description White space around it is dropped. */
            description?: string;
            /** @description A feature flag of the project that must be on as well. Null: none. */
            linked_flag_id?: number | null;
            /** @description Whom to show the tour: `{ "groups": [{ "properties": […], "rollout_percentage": 100 }] }`, all of it at once. Null: everybody. */
            targeting_flag_filters?: {
                [key: string]: unknown;
            } | null;
            /** @description Steps, conditions and appearance, all of it at once. Unknown keys are kept; steps of older shapes are brought into the present one. An announcement has exactly one step. */
            content?: {
                [key: string]: unknown;
            };
            /** @description Whether browsers show the tour by themselves. When this is first switched on, the internal targeting flag is made. */
            auto_launch?: boolean;
            /**
             * Format: date-time
             * @description Launched from then on. Other forms of ISO 8601 are taken too; without an offset it is UTC.
             */
            start_date?: string | null;
            /**
             * Format: date-time
             * @description Stopped from then on. Null resumes.
             */
            end_date?: string | null;
            /** @description An archived tour is shown to nobody, and its name is free. */
            archived?: boolean;
            /**
             * @description From where the tour is written, for analytics alone; `app` when absent.
             * @enum {string}
             */
            creation_context?: "app" | "toolbar";
        };
        /**
         * @description The fields of the draft to change. Here null is taken everywhere, and unfinished values too.
         * @example {
         *       "name": "Your first invoice"
         *     }
         */
        DraftChange: {
            /** @description Unique among the tours of the project that are not archived. White space around it is dropped. */
            name?: string | null;
            /** @description White space around it is dropped. */
            description?: string | null;
            /** @description A feature flag of the project that must be on as well. Null: none. */
            linked_flag_id?: number | null;
            /** @description Whom to show the tour: `{ "groups": [{ "properties": […], "rollout_percentage": 100 }] }`, all of it at once. Null: everybody. */
            targeting_flag_filters?: {
                [key: string]: unknown;
            } | null;
            /** @description Steps, conditions and appearance, all of it at once. Unknown keys are kept; steps of older shapes are brought into the present one. An announcement has exactly one step. */
            content?: {
                [key: string]: unknown;
            } | null;
            /** @description Whether browsers show the tour by themselves. When this is first switched on, the internal targeting flag is made. */
            auto_launch?: boolean | null;
        };
        /**
         * @example {
         *       "title": "First invoice",
         *       "goal": "A new account sends its first invoice.",
         *       "steps": [
         *         {
         *           "id": "welcome",
         *           "type": "modal",
         *           "progressionTrigger": "button",
         *           "contentHtml": "<h1>Welcome</h1><p>It takes two minutes.</p>"
         *         }
         *       ]
         *     }
         */
        Generate: {
            /** @description What the tour is called. */
            title?: string;
            /** @description What it is to achieve. */
            goal?: string;
            /** @description The steps to write for, as in content; the stored ones are not looked at. Those of the types `element` and `modal` without a survey are written for, and need an `id`; nothing else is. */
            steps?: {
                [key: string]: unknown;
            }[];
        };
        NewFeatureFlag: {
            /** @description A description for people. May be empty. */
            name?: string;
            /** @description What clients ask for: letters, digits, hyphens and underscores, unique in the project. */
            key: string;
            /** @description Condition groups and variants: `{ "groups": [{ "properties": […], "rollout_percentage": 100 }] }`. In a change, top-level keys that are absent stay. */
            filters?: {
                [key: string]: unknown;
            };
            /** @description False: off for everybody. True in a new flag when absent. */
            active?: boolean;
        };
        /** @description The fields to change: what is absent stays as it is. */
        FeatureFlagChange: {
            /** @description A description for people. May be empty. */
            name?: string;
            /** @description What clients ask for: letters, digits, hyphens and underscores, unique in the project. */
            key?: string;
            /** @description Condition groups and variants: `{ "groups": [{ "properties": […], "rollout_percentage": 100 }] }`. In a change, top-level keys that are absent stay. */
            filters?: {
                [key: string]: unknown;
            };
            /** @description In a change: true deletes the flag, whatever else the body says; false brings it back. */
            deleted?: boolean;
            /** @description False: off for everybody. True in a new flag when absent. */
            active?: boolean;
        };
        /** @description The fields to change: what is absent stays as it is. */
        UserChange: {
            /** @description May be empty. */
            first_name?: string;
            /** @description May be empty. */
            last_name?: string;
            /**
             * Format: uuid
             * @description An organization with a project that the key opens. Without `set_current_team`, its first such project becomes the current one.
             */
            set_current_organization?: string;
            /** @description A project that the key opens: `@current` names it from then on, for all keys of the user. */
            set_current_team?: number | string;
            /**
             * @description What the user works as.
             * @enum {string}
             */
            role_at_organization?: "engineering" | "data" | "product" | "founder" | "leadership" | "marketing" | "sales" | "other";
        };
        /** @description One error: of several fields that are wrong, the first. Nothing was written. */
        Problem: {
            /** @enum {string} */
            type: "validation_error" | "invalid_request" | "authentication_error" | "throttled_error" | "server_error";
            /**
             * @description - `required`: a field is missing
             *     - `null`: a field, or the whole body, is null and must not be
             *     - `blank`: a text is empty, or white space alone
             *     - `max_length`: a text is too long
             *     - `max_string_length`: a number in a text is too long
             *     - `unique`: another tour of the project has the name, or another flag the key
             *     - `invalid_key`: a key has other characters than letters, digits, hyphens and underscores
             *     - `does_not_exist`: what a field names is not there for the key
             *     - `not_a_dict`: a value is no object
             *     - `invalid_input`: a value is of the wrong type, or breaks a rule
             *     - `invalid_choice`: a value is none of those that can be chosen
             *     - `overflow`: a date is out of range
             *     - `null_characters_not_allowed`: a text has a NUL in it
             *     - `surrogate_characters_not_allowed`: a text has half of a surrogate pair in it
             *     - `parse_error`: the body cannot be read
             *     - `not_authenticated`: no key was sent
             *     - `authentication_failed`: the key opens nothing
             *     - `permission_denied`: the key may not do this
             *     - `not_found`: the project, the tour, the flag, the page or the address is unknown
             *     - `not_acceptable`: the answer would be JSON, which the client does not accept
             *     - `precondition_failed`: the tour or flag is not in the state that `If-Match` names, or is in one that `If-None-Match` names
             *     - `draft_pending`: the tour has a draft, which the change would end, and `Prefer: handling=strict` forbids that
             *     - `idempotency_key_reused`: the `Idempotency-Key` was used before, for another request
             *     - `request_entity_too_large`: the body is too large
             *     - `unsupported_media_type`: the body is neither JSON nor a form
             *     - `malformed_request`: the request is not valid HTTP
             *     - `method_not_allowed`: the address does not support the method
             *     - `expectation_failed`: the `Expect` header asks for something other than `100-continue`
             *     - `origin_not_allowed`: pages of this origin may not use the address
             *     - `request_timeout`: the request did not arrive in time
             *     - `headers_too_large`: the head of the request is too large
             *     - `overloaded`: the server holds as many bytes of requests as it may
             *     - `throttled`: the key has sent too many requests, or the client address too many wrong credentials
             *     - `too_complex`: the request asks for too much at once
             *     - `error`: a fault of the server
             *     - `database_unavailable`: the database is away for the moment
             * @enum {string}
             */
            code: "required" | "null" | "blank" | "max_length" | "max_string_length" | "unique" | "invalid_key" | "does_not_exist" | "not_a_dict" | "invalid_input" | "invalid_choice" | "overflow" | "null_characters_not_allowed" | "surrogate_characters_not_allowed" | "parse_error" | "not_authenticated" | "authentication_failed" | "permission_denied" | "not_found" | "not_acceptable" | "precondition_failed" | "draft_pending" | "idempotency_key_reused" | "request_entity_too_large" | "unsupported_media_type" | "malformed_request" | "method_not_allowed" | "expectation_failed" | "origin_not_allowed" | "request_timeout" | "headers_too_large" | "overloaded" | "throttled" | "too_complex" | "error" | "database_unavailable";
            /** @description What is wrong, for a person. */
            detail: string;
            /** @description The field that is to blame; the parts of a nested one are joined with two underscores. */
            attr: string | null;
        };
        /**
         * @example {
         *       "detail": "No draft to publish."
         *     }
         */
        NoDraft: {
            detail: string;
        };
        /**
         * @example {
         *       "error": "AI data processing must be approved for Product Tour AI generation."
         *     }
         */
        GenerateError: {
            error: string;
        };
        /** @description An error, in the same form as everywhere. */
        PublicProblem: {
            /** @enum {string} */
            type: "validation_error" | "invalid_request" | "authentication_error" | "server_error";
            /**
             * @description - `missing_api_key`: there is no project token
             *     - `invalid_api_key`: no project has the token
             *     - `missing_distinct_id`: the request does not say whom it asks for
             *     - `parse_error`: the body cannot be read
             *     - `invalid_payload`: there are no events in the body, or one that is none
             *     - `request_entity_too_large`: the body is too large
             *     - `not_found`: there is no such project, or no such file
             *     - `method_not_allowed`: the address does not take the method
             *     - `unavailable`: events cannot be stored at the moment
             *     - `malformed_request`: the request is not valid HTTP
             *     - `expectation_failed`: the `Expect` header asks for something other than `100-continue`
             *     - `request_timeout`: the request did not arrive in time
             *     - `headers_too_large`: the head of the request is too large
             *     - `overloaded`: the server holds as many bytes of requests as it may
             *     - `error`: a fault of the server
             *     - `database_unavailable`: the database is away for the moment
             * @enum {string}
             */
            code: "missing_api_key" | "invalid_api_key" | "missing_distinct_id" | "parse_error" | "invalid_payload" | "request_entity_too_large" | "not_found" | "method_not_allowed" | "unavailable" | "malformed_request" | "expectation_failed" | "request_timeout" | "headers_too_large" | "overloaded" | "error" | "database_unavailable";
            /** @description What is wrong, for a person. */
            detail: string;
            /** @description The field that is to blame; the parts of a nested one are joined with two underscores. */
            attr: string | null;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    product_tours_list: {
        parameters: {
            query?: {
                /** @description How many to list, 100 when absent. There is no upper limit. */
                limit?: number;
                /** @description How many to pass over, none when absent. */
                offset?: number;
                /** @description Lists what is similar in name or description, the most similar first. */
                search?: string;
            };
            header?: {
                /** @description The `ETag` of an earlier answer: 304 without a body if that is still what there is. */
                "If-None-Match"?: string;
            };
            path: {
                /**
                 * @description The number of a project, or `@current`: the current project of the key’s user.
                 * @example @current
                 */
                project_id: number | "@current";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    /** @description Names the state that this answer shows. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TourPage"];
                };
            };
            /** @description Still what `If-None-Match` names. There is no body. */
            304: {
                headers: {
                    /** @description Names the state that this answer shows. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description - The search is too long.
             *     - The request is not valid HTTP.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - There is no key.
             *     - The key opens nothing.
             *     - The access token opens nothing.
             *     - The access token has expired.
             *     - The preview token opens nothing.
             *     - The preview token has expired.
             */
            401: {
                headers: {
                    /** @description The kind of key. */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - A preview token opens nothing here.
             *     - The organization allows no personal API keys.
             *     - The key is for other projects.
             *     - The key is for other organizations.
             *     - The key lacks the scope.
             *     - The user is no member of the project.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description - The project is unknown. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description - The client does not accept JSON. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description - The request does not arrive in time. */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description - The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - The client address has sent too many wrong credentials.
             *     - The key has sent too many requests.
             */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description - The head of the request is too large. */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description - The server is at fault. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - The database is away for the moment.
             *     - The server holds as many bytes of requests as it may.
             */
            503: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    product_tours_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of the client’s own, of 1 to 255 characters, good for a day: the same request with the same key again does nothing more, and is answered with the tour as it is by then. With another body it is refused. */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description The number of a project, or `@current`: the current project of the key’s user.
                 * @example @current
                 */
                project_id: number | "@current";
            };
            cookie?: never;
        };
        /** @description JSON or a form. In a form, objects and lists are JSON text, and an empty `linked_flag_id`, `start_date`, `end_date` is null. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewTour"];
                "application/x-www-form-urlencoded": components["schemas"]["NewTour"];
                "multipart/form-data": components["schemas"]["NewTour"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    /** @description Names the state that this answer shows. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WrittenTour"];
                };
            };
            /**
             * @description - The body cannot be read.
             *     - A value breaks a rule.
             *     - The request is not valid HTTP.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - There is no key.
             *     - The key opens nothing.
             *     - The access token opens nothing.
             *     - The access token has expired.
             *     - The preview token opens nothing.
             *     - The preview token has expired.
             */
            401: {
                headers: {
                    /** @description The kind of key. */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - A preview token opens nothing here.
             *     - The organization allows no personal API keys.
             *     - The key is for other projects.
             *     - The key is for other organizations.
             *     - The key lacks the scope.
             *     - The user is no member of the project.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description - The project is unknown. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description - The client does not accept JSON. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description - The request does not arrive in time. */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description - The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description - The body is neither JSON nor a form. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description - The Idempotency-Key was used for another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - The client address has sent too many wrong credentials.
             *     - The key has sent too many requests.
             */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description - The head of the request is too large. */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description - The server is at fault. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - The database is away for the moment.
             *     - The server holds as many bytes of requests as it may.
             */
            503: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    product_tours_retrieve: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of an earlier answer: 304 without a body if that is still what there is. */
                "If-None-Match"?: string;
            };
            path: {
                /**
                 * @description The number of a project, or `@current`: the current project of the key’s user.
                 * @example @current
                 */
                project_id: number | "@current";
                /** @description The id of a tour, archived or not. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    /** @description Names the state that this answer shows. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tour"];
                };
            };
            /** @description Still what `If-None-Match` names. There is no body. */
            304: {
                headers: {
                    /** @description Names the state that this answer shows. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description - The request is not valid HTTP. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - There is no key.
             *     - The key opens nothing.
             *     - The access token opens nothing.
             *     - The access token has expired.
             *     - The preview token opens nothing.
             *     - The preview token has expired.
             */
            401: {
                headers: {
                    /** @description The kind of key. */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - A preview token opens nothing here.
             *     - The organization allows no personal API keys.
             *     - The key is for other projects.
             *     - The key is for other organizations.
             *     - The key lacks the scope.
             *     - The user is no member of the project.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - The project is unknown.
             *     - The tour is unknown.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description - The client does not accept JSON. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description - The request does not arrive in time. */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description - The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - The client address has sent too many wrong credentials.
             *     - The key has sent too many requests.
             */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description - The head of the request is too large. */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description - The server is at fault. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - The database is away for the moment.
             *     - The server holds as many bytes of requests as it may.
             */
            503: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    product_tours_destroy: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of an earlier answer: write only if it still names the current state. */
                "If-Match"?: string;
                /** @description The `ETag` of an earlier answer: write only if it does not name the current state. `*` excludes every state. */
                "If-None-Match"?: string;
            };
            path: {
                /**
                 * @description The number of a project, or `@current`: the current project of the key’s user.
                 * @example @current
                 */
                project_id: number | "@current";
                /** @description The id of a tour, archived or not. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. There is no body. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description - The request is not valid HTTP. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - There is no key.
             *     - The key opens nothing.
             *     - The access token opens nothing.
             *     - The access token has expired.
             *     - The preview token opens nothing.
             *     - The preview token has expired.
             */
            401: {
                headers: {
                    /** @description The kind of key. */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - A preview token opens nothing here.
             *     - The organization allows no personal API keys.
             *     - The key is for other projects.
             *     - The key is for other organizations.
             *     - The key lacks the scope.
             *     - The user is no member of the project.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - The project is unknown.
             *     - The tour is unknown.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description - The client does not accept JSON. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description - The request does not arrive in time. */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description - The thing is not in the state that is wanted. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description - The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - The client address has sent too many wrong credentials.
             *     - The key has sent too many requests.
             */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description - The head of the request is too large. */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description - The server is at fault. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - The database is away for the moment.
             *     - The server holds as many bytes of requests as it may.
             */
            503: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    product_tours_partial_update: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description `handling=strict`: refuse the change (409) when it would end a pending draft. Other preferences are passed over.
                 * @example handling=strict
                 */
                Prefer?: string;
                /** @description The `ETag` of an earlier answer: write only if it still names the current state. */
                "If-Match"?: string;
                /** @description The `ETag` of an earlier answer: write only if it does not name the current state. `*` excludes every state. */
                "If-None-Match"?: string;
            };
            path: {
                /**
                 * @description The number of a project, or `@current`: the current project of the key’s user.
                 * @example @current
                 */
                project_id: number | "@current";
                /** @description The id of a tour, archived or not. */
                id: string;
            };
            cookie?: never;
        };
        /** @description JSON or a form. In a form, objects and lists are JSON text, and an empty `linked_flag_id`, `start_date`, `end_date` is null. */
        requestBody?: {
            content: {
                "application/json": components["schemas"]["TourChange"];
                "application/x-www-form-urlencoded": components["schemas"]["TourChange"];
                "multipart/form-data": components["schemas"]["TourChange"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    /** @description Names the state that this answer shows. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WrittenTour"];
                };
            };
            /**
             * @description - The body cannot be read.
             *     - A value breaks a rule.
             *     - The request is not valid HTTP.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - There is no key.
             *     - The key opens nothing.
             *     - The access token opens nothing.
             *     - The access token has expired.
             *     - The preview token opens nothing.
             *     - The preview token has expired.
             */
            401: {
                headers: {
                    /** @description The kind of key. */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - A preview token opens nothing here.
             *     - The organization allows no personal API keys.
             *     - The key is for other projects.
             *     - The key is for other organizations.
             *     - The key lacks the scope.
             *     - The user is no member of the project.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - The project is unknown.
             *     - The tour is unknown.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description - The client does not accept JSON. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description - The request does not arrive in time. */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description - There is a draft, and handling is to be strict. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description - The thing is not in the state that is wanted. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description - The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description - The body is neither JSON nor a form. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - The client address has sent too many wrong credentials.
             *     - The key has sent too many requests.
             */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description - The head of the request is too large. */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description - The server is at fault. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - The database is away for the moment.
             *     - The server holds as many bytes of requests as it may.
             */
            503: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    product_tours_discard_draft_destroy: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of an earlier answer: write only if it still names the current state. */
                "If-Match"?: string;
                /** @description The `ETag` of an earlier answer: write only if it does not name the current state. `*` excludes every state. */
                "If-None-Match"?: string;
            };
            path: {
                /**
                 * @description The number of a project, or `@current`: the current project of the key’s user.
                 * @example @current
                 */
                project_id: number | "@current";
                /** @description The id of a tour, archived or not. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    /** @description Names the state that this answer shows. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tour"];
                };
            };
            /** @description - The request is not valid HTTP. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - There is no key.
             *     - The key opens nothing.
             *     - The access token opens nothing.
             *     - The access token has expired.
             *     - The preview token opens nothing.
             *     - The preview token has expired.
             */
            401: {
                headers: {
                    /** @description The kind of key. */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - A preview token opens nothing here.
             *     - The organization allows no personal API keys.
             *     - The key is for other projects.
             *     - The key is for other organizations.
             *     - The key lacks the scope.
             *     - The user is no member of the project.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - The project is unknown.
             *     - The tour is unknown.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description - The client does not accept JSON. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description - The request does not arrive in time. */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description - The thing is not in the state that is wanted. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description - The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - The client address has sent too many wrong credentials.
             *     - The key has sent too many requests.
             */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description - The head of the request is too large. */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description - The server is at fault. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - The database is away for the moment.
             *     - The server holds as many bytes of requests as it may.
             */
            503: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    product_tours_draft_partial_update: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of an earlier answer: write only if it still names the current state. */
                "If-Match"?: string;
                /** @description The `ETag` of an earlier answer: write only if it does not name the current state. `*` excludes every state. */
                "If-None-Match"?: string;
            };
            path: {
                /**
                 * @description The number of a project, or `@current`: the current project of the key’s user.
                 * @example @current
                 */
                project_id: number | "@current";
                /** @description The id of a tour, archived or not. */
                id: string;
            };
            cookie?: never;
        };
        /** @description JSON or a form. In a form, objects and lists are JSON text, and an empty `linked_flag_id`, `start_date`, `end_date` is null. */
        requestBody?: {
            content: {
                "application/json": components["schemas"]["DraftChange"];
                "application/x-www-form-urlencoded": components["schemas"]["DraftChange"];
                "multipart/form-data": components["schemas"]["DraftChange"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    /** @description Names the state that this answer shows. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tour"];
                };
            };
            /**
             * @description - The body cannot be read.
             *     - A value breaks a rule.
             *     - The request is not valid HTTP.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - There is no key.
             *     - The key opens nothing.
             *     - The access token opens nothing.
             *     - The access token has expired.
             *     - The preview token opens nothing.
             *     - The preview token has expired.
             */
            401: {
                headers: {
                    /** @description The kind of key. */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - A preview token opens nothing here.
             *     - The organization allows no personal API keys.
             *     - The key is for other projects.
             *     - The key is for other organizations.
             *     - The key lacks the scope.
             *     - The user is no member of the project.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - The project is unknown.
             *     - The tour is unknown.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description - The client does not accept JSON. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description - The request does not arrive in time. */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description - The thing is not in the state that is wanted. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description - The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description - The body is neither JSON nor a form. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - The client address has sent too many wrong credentials.
             *     - The key has sent too many requests.
             */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description - The head of the request is too large. */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description - The server is at fault. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - The database is away for the moment.
             *     - The server holds as many bytes of requests as it may.
             */
            503: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    product_tours_draft_status_retrieve: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of an earlier answer: 304 without a body if that is still what there is. */
                "If-None-Match"?: string;
            };
            path: {
                /**
                 * @description The number of a project, or `@current`: the current project of the key’s user.
                 * @example @current
                 */
                project_id: number | "@current";
                /** @description The id of a tour, archived or not. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    /** @description Names the state that this answer shows. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftStatus"];
                };
            };
            /** @description Still what `If-None-Match` names. There is no body. */
            304: {
                headers: {
                    /** @description Names the state that this answer shows. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description - The request is not valid HTTP. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - There is no key.
             *     - The key opens nothing.
             *     - The access token opens nothing.
             *     - The access token has expired.
             *     - The preview token opens nothing.
             *     - The preview token has expired.
             */
            401: {
                headers: {
                    /** @description The kind of key. */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - A preview token opens nothing here.
             *     - The organization allows no personal API keys.
             *     - The key is for other projects.
             *     - The key is for other organizations.
             *     - The key lacks the scope.
             *     - The user is no member of the project.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - The project is unknown.
             *     - The tour is unknown.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description - The client does not accept JSON. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description - The request does not arrive in time. */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description - The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - The client address has sent too many wrong credentials.
             *     - The key has sent too many requests.
             */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description - The head of the request is too large. */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description - The server is at fault. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - The database is away for the moment.
             *     - The server holds as many bytes of requests as it may.
             */
            503: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    product_tours_generate_create: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The number of a project, or `@current`: the current project of the key’s user.
                 * @example @current
                 */
                project_id: number | "@current";
                /** @description The id of a tour, archived or not. */
                id: string;
            };
            cookie?: never;
        };
        /** @description JSON or a form. In a form, objects and lists are JSON text, and an empty `linked_flag_id`, `start_date`, `end_date` is null. */
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Generate"];
                "application/x-www-form-urlencoded": components["schemas"]["Generate"];
                "multipart/form-data": components["schemas"]["Generate"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Generated"];
                };
            };
            /**
             * @description - The body cannot be read.
             *     - A value breaks a rule.
             *     - The server has no content provider.
             *     - The provider answered with nothing.
             *     - The request is not valid HTTP.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - There is no key.
             *     - The key opens nothing.
             *     - The access token opens nothing.
             *     - The access token has expired.
             *     - The preview token opens nothing.
             *     - The preview token has expired.
             */
            401: {
                headers: {
                    /** @description The kind of key. */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - A preview token opens nothing here.
             *     - The organization allows no personal API keys.
             *     - The key is for other projects.
             *     - The key is for other organizations.
             *     - The key lacks the scope.
             *     - The user is no member of the project.
             *     - The project has not approved AI data processing.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"] | components["schemas"]["GenerateError"];
                };
            };
            /**
             * @description - The project is unknown.
             *     - The tour is unknown (there is no body).
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description - The client does not accept JSON. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description - The request does not arrive in time. */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description - The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description - The body is neither JSON nor a form. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - The client address has sent too many wrong credentials.
             *     - The key has sent too many requests.
             */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description - The head of the request is too large. */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - The texts cannot be written.
             *     - The server is at fault.
             */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GenerateError"] | components["schemas"]["Problem"];
                };
            };
            /**
             * @description - The database is away for the moment.
             *     - The server holds as many bytes of requests as it may.
             */
            503: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    product_tours_publish_draft_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of the client’s own, of 1 to 255 characters, good for a day: the same request with the same key again does nothing more, and is answered with the tour as it is by then. With another body it is refused. */
                "Idempotency-Key"?: string;
                /** @description The `ETag` of an earlier answer: write only if it still names the current state. */
                "If-Match"?: string;
                /** @description The `ETag` of an earlier answer: write only if it does not name the current state. `*` excludes every state. */
                "If-None-Match"?: string;
            };
            path: {
                /**
                 * @description The number of a project, or `@current`: the current project of the key’s user.
                 * @example @current
                 */
                project_id: number | "@current";
                /** @description The id of a tour, archived or not. */
                id: string;
            };
            cookie?: never;
        };
        /** @description JSON or a form. In a form, objects and lists are JSON text, and an empty `linked_flag_id`, `start_date`, `end_date` is null. */
        requestBody?: {
            content: {
                "application/json": components["schemas"]["DraftChange"];
                "application/x-www-form-urlencoded": components["schemas"]["DraftChange"];
                "multipart/form-data": components["schemas"]["DraftChange"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    /** @description Names the state that this answer shows. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tour"];
                };
            };
            /**
             * @description - The body cannot be read.
             *     - A value breaks a rule.
             *     - There is no draft.
             *     - The request is not valid HTTP.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"] | components["schemas"]["NoDraft"];
                };
            };
            /**
             * @description - There is no key.
             *     - The key opens nothing.
             *     - The access token opens nothing.
             *     - The access token has expired.
             *     - The preview token opens nothing.
             *     - The preview token has expired.
             */
            401: {
                headers: {
                    /** @description The kind of key. */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - A preview token opens nothing here.
             *     - The organization allows no personal API keys.
             *     - The key is for other projects.
             *     - The key is for other organizations.
             *     - The key lacks the scope.
             *     - The user is no member of the project.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - The project is unknown.
             *     - The tour is unknown.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description - The client does not accept JSON. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description - The request does not arrive in time. */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description - The thing is not in the state that is wanted. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description - The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description - The body is neither JSON nor a form. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description - The Idempotency-Key was used for another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - The client address has sent too many wrong credentials.
             *     - The key has sent too many requests.
             */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description - The head of the request is too large. */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description - The server is at fault. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - The database is away for the moment.
             *     - The server holds as many bytes of requests as it may.
             */
            503: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    activity_log_list: {
        parameters: {
            query?: {
                /** @description Only what was done to things of this kind: `ProductTour`. */
                scope?: string;
                /** @description The same for several kinds, separated by commas. */
                scopes?: string;
                /** @description Only what was done to the thing with this id, which may be gone. */
                item_id?: string;
                /** @description The same for several things, separated by commas. */
                item_ids?: string;
                /** @description Only these, separated by commas: `created`, `updated`, `deleted`, `restored`. */
                activity?: string;
                /** @description Only what the user with this UUID did. */
                user?: string;
                /** @description `created_at`: the oldest entries first. Any other text: the newest first. */
                ordering?: string;
                /** @description The number of a page, from 1, or `last`. `next` and `previous` then name pages. Beyond the last page: 404. */
                page?: string;
                /** @description How many entries a page has: 100 when absent, at most 1000. `limit` takes precedence where no `page` is given. */
                page_size?: number;
                /** @description How many to list, 100 when absent. There is no upper limit. */
                limit?: number;
                /** @description How many to pass over, none when absent. */
                offset?: number;
            };
            header?: never;
            path: {
                /**
                 * @description The number of a project, or `@current`: the current project of the key’s user.
                 * @example @current
                 */
                project_id: number | "@current";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActivityPage"];
                };
            };
            /** @description - The request is not valid HTTP. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - There is no key.
             *     - The key opens nothing.
             *     - The access token opens nothing.
             *     - The access token has expired.
             *     - The preview token opens nothing.
             *     - The preview token has expired.
             */
            401: {
                headers: {
                    /** @description The kind of key. */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - A preview token opens nothing here.
             *     - The organization allows no personal API keys.
             *     - The key is for other projects.
             *     - The key is for other organizations.
             *     - The key lacks the scope.
             *     - The user is no member of the project.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - The project is unknown.
             *     - There is no such page.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description - The client does not accept JSON. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description - The request does not arrive in time. */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description - The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - The client address has sent too many wrong credentials.
             *     - The key has sent too many requests.
             */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description - The head of the request is too large. */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description - The server is at fault. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - The database is away for the moment.
             *     - The server holds as many bytes of requests as it may.
             */
            503: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    feature_flags_list: {
        parameters: {
            query?: {
                /** @description How many to list, 100 when absent. There is no upper limit. */
                limit?: number;
                /** @description How many to pass over, none when absent. */
                offset?: number;
                /** @description Only flags whose key or name contains this text, whatever the case. */
                search?: string;
                /** @description Only the flag with this key, whatever the case. */
                key?: string;
                /** @description `true`: only active flags. Any other text: only those that are not. `STALE` finds none, since the gateway does not record how flags are used. */
                active?: string;
                /** @description Only flags of these users: one id, or several as a JSON list or separated by commas. */
                created_by_id?: string;
            };
            header?: {
                /** @description The `ETag` of an earlier answer: 304 without a body if that is still what there is. */
                "If-None-Match"?: string;
            };
            path: {
                /**
                 * @description The number of a project, or `@current`: the current project of the key’s user.
                 * @example @current
                 */
                project_id: number | "@current";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    /** @description Names the state that this answer shows. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FeatureFlagPage"];
                };
            };
            /** @description Still what `If-None-Match` names. There is no body. */
            304: {
                headers: {
                    /** @description Names the state that this answer shows. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description - The request is not valid HTTP. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - There is no key.
             *     - The key opens nothing.
             *     - The access token opens nothing.
             *     - The access token has expired.
             *     - The preview token opens nothing.
             *     - The preview token has expired.
             */
            401: {
                headers: {
                    /** @description The kind of key. */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - A preview token opens nothing here.
             *     - The organization allows no personal API keys.
             *     - The key is for other projects.
             *     - The key is for other organizations.
             *     - The key lacks the scope.
             *     - The user is no member of the project.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description - The project is unknown. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description - The client does not accept JSON. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description - The request does not arrive in time. */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description - The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - The client address has sent too many wrong credentials.
             *     - The key has sent too many requests.
             */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description - The head of the request is too large. */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description - The server is at fault. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - The database is away for the moment.
             *     - The server holds as many bytes of requests as it may.
             */
            503: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    feature_flags_create: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The number of a project, or `@current`: the current project of the key’s user.
                 * @example @current
                 */
                project_id: number | "@current";
            };
            cookie?: never;
        };
        /** @description JSON or a form. In a form, objects and lists are JSON text, and an empty `linked_flag_id`, `start_date`, `end_date` is null. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewFeatureFlag"];
                "application/x-www-form-urlencoded": components["schemas"]["NewFeatureFlag"];
                "multipart/form-data": components["schemas"]["NewFeatureFlag"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    /** @description Names the state that this answer shows. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FeatureFlag"];
                };
            };
            /**
             * @description - The body cannot be read.
             *     - A value breaks a rule.
             *     - The request is not valid HTTP.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - There is no key.
             *     - The key opens nothing.
             *     - The access token opens nothing.
             *     - The access token has expired.
             *     - The preview token opens nothing.
             *     - The preview token has expired.
             */
            401: {
                headers: {
                    /** @description The kind of key. */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - A preview token opens nothing here.
             *     - The organization allows no personal API keys.
             *     - The key is for other projects.
             *     - The key is for other organizations.
             *     - The key lacks the scope.
             *     - The user is no member of the project.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description - The project is unknown. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description - The client does not accept JSON. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description - The request does not arrive in time. */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description - The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description - The body is neither JSON nor a form. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - The client address has sent too many wrong credentials.
             *     - The key has sent too many requests.
             */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description - The head of the request is too large. */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description - The server is at fault. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - The database is away for the moment.
             *     - The server holds as many bytes of requests as it may.
             */
            503: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    feature_flags_retrieve: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of an earlier answer: 304 without a body if that is still what there is. */
                "If-None-Match"?: string;
            };
            path: {
                /**
                 * @description The number of a project, or `@current`: the current project of the key’s user.
                 * @example @current
                 */
                project_id: number | "@current";
                /** @description The id of a feature flag. */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    /** @description Names the state that this answer shows. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FeatureFlag"];
                };
            };
            /** @description Still what `If-None-Match` names. There is no body. */
            304: {
                headers: {
                    /** @description Names the state that this answer shows. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description - The request is not valid HTTP. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - There is no key.
             *     - The key opens nothing.
             *     - The access token opens nothing.
             *     - The access token has expired.
             *     - The preview token opens nothing.
             *     - The preview token has expired.
             */
            401: {
                headers: {
                    /** @description The kind of key. */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - A preview token opens nothing here.
             *     - The organization allows no personal API keys.
             *     - The key is for other projects.
             *     - The key is for other organizations.
             *     - The key lacks the scope.
             *     - The user is no member of the project.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - The project is unknown.
             *     - The flag is unknown.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description - The client does not accept JSON. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description - The request does not arrive in time. */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description - The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - The client address has sent too many wrong credentials.
             *     - The key has sent too many requests.
             */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description - The head of the request is too large. */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description - The server is at fault. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - The database is away for the moment.
             *     - The server holds as many bytes of requests as it may.
             */
            503: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    feature_flags_destroy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The number of a project, or `@current`: the current project of the key’s user.
                 * @example @current
                 */
                project_id: number | "@current";
                /** @description The id of a feature flag. */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description - The request is not valid HTTP. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - There is no key.
             *     - The key opens nothing.
             *     - The access token opens nothing.
             *     - The access token has expired.
             *     - The preview token opens nothing.
             *     - The preview token has expired.
             */
            401: {
                headers: {
                    /** @description The kind of key. */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - A preview token opens nothing here.
             *     - The organization allows no personal API keys.
             *     - The key is for other projects.
             *     - The key is for other organizations.
             *     - The key lacks the scope.
             *     - The user is no member of the project.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - The project is unknown.
             *     - The flag is unknown.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing was changed. There is no body. */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description - The client does not accept JSON. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description - The request does not arrive in time. */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description - The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - The client address has sent too many wrong credentials.
             *     - The key has sent too many requests.
             */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description - The head of the request is too large. */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description - The server is at fault. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - The database is away for the moment.
             *     - The server holds as many bytes of requests as it may.
             */
            503: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    feature_flags_partial_update: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of an earlier answer: write only if it still names the current state. */
                "If-Match"?: string;
                /** @description The `ETag` of an earlier answer: write only if it does not name the current state. `*` excludes every state. */
                "If-None-Match"?: string;
            };
            path: {
                /**
                 * @description The number of a project, or `@current`: the current project of the key’s user.
                 * @example @current
                 */
                project_id: number | "@current";
                /** @description The id of a feature flag. */
                id: number;
            };
            cookie?: never;
        };
        /** @description JSON or a form. In a form, objects and lists are JSON text, and an empty `linked_flag_id`, `start_date`, `end_date` is null. */
        requestBody?: {
            content: {
                "application/json": components["schemas"]["FeatureFlagChange"];
                "application/x-www-form-urlencoded": components["schemas"]["FeatureFlagChange"];
                "multipart/form-data": components["schemas"]["FeatureFlagChange"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    /** @description Names the state that this answer shows. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FeatureFlag"];
                };
            };
            /**
             * @description - The body cannot be read.
             *     - A value breaks a rule.
             *     - The request is not valid HTTP.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - There is no key.
             *     - The key opens nothing.
             *     - The access token opens nothing.
             *     - The access token has expired.
             *     - The preview token opens nothing.
             *     - The preview token has expired.
             */
            401: {
                headers: {
                    /** @description The kind of key. */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - A preview token opens nothing here.
             *     - The organization allows no personal API keys.
             *     - The key is for other projects.
             *     - The key is for other organizations.
             *     - The key lacks the scope.
             *     - The user is no member of the project.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - The project is unknown.
             *     - The flag is unknown.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description - The client does not accept JSON. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description - The request does not arrive in time. */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description - The thing is not in the state that is wanted. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description - The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description - The body is neither JSON nor a form. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - The client address has sent too many wrong credentials.
             *     - The key has sent too many requests.
             */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description - The head of the request is too large. */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description - The server is at fault. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - The database is away for the moment.
             *     - The server holds as many bytes of requests as it may.
             */
            503: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    projects_retrieve: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of an earlier answer: 304 without a body if that is still what there is. */
                "If-None-Match"?: string;
            };
            path: {
                /**
                 * @description The number of a project, or `@current`: the current project of the key’s user.
                 * @example @current
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    /** @description Names the state that this answer shows. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Project"];
                };
            };
            /** @description Still what `If-None-Match` names. There is no body. */
            304: {
                headers: {
                    /** @description Names the state that this answer shows. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description - The id is no number.
             *     - The request is not valid HTTP.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - There is no key.
             *     - The key opens nothing.
             *     - The access token opens nothing.
             *     - The access token has expired.
             *     - The preview token opens nothing.
             *     - The preview token has expired.
             */
            401: {
                headers: {
                    /** @description The kind of key. */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - A preview token opens nothing here.
             *     - The organization allows no personal API keys.
             *     - The key is for other projects.
             *     - The key is for other organizations.
             *     - The key lacks the scope.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description - The project is unknown, or not there for the user. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description - The client does not accept JSON. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description - The request does not arrive in time. */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description - The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - The client address has sent too many wrong credentials.
             *     - The key has sent too many requests.
             */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description - The head of the request is too large. */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description - The server is at fault. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - The database is away for the moment.
             *     - The server holds as many bytes of requests as it may.
             */
            503: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    users_retrieve: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of an earlier answer: 304 without a body if that is still what there is. */
                "If-None-Match"?: string;
            };
            path: {
                /**
                 * @description `@me`: the user whose key it is. No other user can be read.
                 * @example @me
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    /** @description Names the state that this answer shows. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CurrentUser"];
                };
            };
            /** @description Still what `If-None-Match` names. There is no body. */
            304: {
                headers: {
                    /** @description Names the state that this answer shows. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description - The request is not valid HTTP. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - There is no key.
             *     - The key opens nothing.
             *     - The access token opens nothing.
             *     - The access token has expired.
             *     - The preview token opens nothing.
             *     - The preview token has expired.
             */
            401: {
                headers: {
                    /** @description The kind of key. */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - A preview token opens nothing here.
             *     - The key lacks the scope.
             *     - The id is not `@me`.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description - The client does not accept JSON. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description - The request does not arrive in time. */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description - The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - The client address has sent too many wrong credentials.
             *     - The key has sent too many requests.
             */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description - The head of the request is too large. */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description - The server is at fault. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - The database is away for the moment.
             *     - The server holds as many bytes of requests as it may.
             */
            503: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    users_partial_update: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of an earlier answer: write only if it still names the current state. */
                "If-Match"?: string;
                /** @description The `ETag` of an earlier answer: write only if it does not name the current state. `*` excludes every state. */
                "If-None-Match"?: string;
            };
            path: {
                /**
                 * @description `@me`: the user whose key it is. No other user can be read.
                 * @example @me
                 */
                id: string;
            };
            cookie?: never;
        };
        /** @description JSON or a form. In a form, objects and lists are JSON text, and an empty `linked_flag_id`, `start_date`, `end_date` is null. */
        requestBody?: {
            content: {
                "application/json": components["schemas"]["UserChange"];
                "application/x-www-form-urlencoded": components["schemas"]["UserChange"];
                "multipart/form-data": components["schemas"]["UserChange"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    /** @description Names the state that this answer shows. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CurrentUser"];
                };
            };
            /**
             * @description - The body cannot be read.
             *     - A value breaks a rule.
             *     - The request is not valid HTTP.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - There is no key.
             *     - The key opens nothing.
             *     - The access token opens nothing.
             *     - The access token has expired.
             *     - The preview token opens nothing.
             *     - The preview token has expired.
             */
            401: {
                headers: {
                    /** @description The kind of key. */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - A preview token opens nothing here.
             *     - The key lacks the scope.
             *     - The id is not `@me`.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description - The client does not accept JSON. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description - The request does not arrive in time. */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description - The thing is not in the state that is wanted. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description - The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description - The body is neither JSON nor a form. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - The client address has sent too many wrong credentials.
             *     - The key has sent too many requests.
             */
            429: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description - The head of the request is too large. */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description - The server is at fault. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - The database is away for the moment.
             *     - The server holds as many bytes of requests as it may.
             */
            503: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    browsers_tours: {
        parameters: {
            query: {
                /** @description The project’s public token. */
                token: string;
            };
            header?: {
                /** @description The `ETag` of an earlier answer: 304 without a body if that is still what there is. */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    /** @description Names the state that this answer shows. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        product_tours: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            /** @description `tour`, `announcement` or `banner`, unless the content says otherwise. */
                            tour_type: string;
                            /** @description The flag that decides who sees it; left out when there is none. */
                            internal_targeting_flag_key?: string;
                            /** @description A flag that must be on as well. */
                            linked_flag_key: string | null;
                            steps: {
                                [key: string]: unknown;
                            }[];
                            /** @description Where and when to show it, as in content; null when content says nothing. */
                            conditions: {
                                [key: string]: unknown;
                            } | null;
                            /** @description How it looks, as in content; null when content says nothing. */
                            appearance: unknown;
                            /** @description `show_once`, `until_interacted` or `always`, as in content; null when content says nothing. */
                            display_frequency: unknown;
                            /** @description Whether it shows by itself. */
                            auto_launch: boolean;
                            /** Format: date-time */
                            start_date: string;
                            /** Format: date-time */
                            end_date: string | null;
                        }[];
                    };
                };
            };
            /** @description Still what `If-None-Match` names. There is no body. */
            304: {
                headers: {
                    /** @description Names the state that this answer shows. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description - The request is not valid HTTP. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicProblem"];
                };
            };
            /**
             * @description - There is no token.
             *     - No project has the token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicProblem"];
                };
            };
            /** @description - The request does not arrive in time. */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicProblem"];
                };
            };
            /** @description - The head of the request is too large. */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicProblem"];
                };
            };
            /** @description - The server is at fault. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicProblem"];
                };
            };
            /**
             * @description - The database is away for the moment.
             *     - The server holds as many bytes of requests as it may.
             */
            503: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicProblem"];
                };
            };
        };
    };
    browsers_flags: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description JSON. */
        requestBody: {
            content: {
                "application/json": {
                    /** @description The project’s public token; `api_key` is the same. */
                    token: string;
                    /** @description Whom it is about; `$distinct_id` is the same. */
                    distinct_id: string;
                    /** @description The id under which the person was known until now. */
                    $anon_distinct_id?: string;
                    /** @description What the browser knows of the person. Conditions look at it, and, for what it does not say, at what is stored. */
                    person_properties?: {
                        [key: string]: unknown;
                    };
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        errorsWhileComputingFlags: boolean;
                        /** @description Every flag, by its key. */
                        flags: {
                            [key: string]: {
                                key: string;
                                enabled: boolean;
                                /** @description Null: the flag has no variants, or is off. */
                                variant: string | null;
                                reason: {
                                    /** @enum {string} */
                                    code: "condition_match" | "no_condition_match" | "out_of_rollout_bound" | "flag_disabled";
                                    /** @description The condition set that decided, counted from 0. */
                                    condition_index: number | null;
                                    description: string;
                                };
                                metadata: {
                                    id: number;
                                    version: number;
                                    description: null;
                                    /** @description What the flag carries along. */
                                    payload: Record<string, never> | unknown[] | string | number | boolean | null;
                                    has_experiment: boolean;
                                };
                            };
                        };
                        /** Format: uuid */
                        requestId: string;
                        /** @description Milliseconds since 1970. */
                        evaluatedAt: number;
                    };
                };
            };
            /**
             * @description - The body cannot be read.
             *     - Nobody is named.
             *     - The request is not valid HTTP.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicProblem"];
                };
            };
            /**
             * @description - There is no token.
             *     - No project has the token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicProblem"];
                };
            };
            /** @description - The request does not arrive in time. */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicProblem"];
                };
            };
            /** @description - The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicProblem"];
                };
            };
            /** @description - The head of the request is too large. */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicProblem"];
                };
            };
            /** @description - The server is at fault. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicProblem"];
                };
            };
            /**
             * @description - The database is away for the moment.
             *     - The server holds as many bytes of requests as it may.
             */
            503: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicProblem"];
                };
            };
        };
    };
    browsers_capture: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description JSON. */
        requestBody: {
            content: {
                "application/json": {
                    /** @description The project’s public token; `token` is the same. It may stand in an event, too. */
                    api_key?: string;
                    /** @description What happened. */
                    event: string;
                    /** @description Whom it happened to. It may stand in the properties, too. */
                    distinct_id?: string;
                    /** @description What else is known of it: `$product_tour_id`, `$survey_id`, `$anon_distinct_id` and more. */
                    properties?: {
                        [key: string]: unknown;
                    };
                    /**
                     * Format: uuid
                     * @description An event about a tour that is sent again under the same id is stored once, and changes its person once.
                     */
                    uuid?: string;
                    /**
                     * Format: date-time
                     * @description When it happened, by the clock of the browser.
                     */
                    timestamp?: string;
                    /** @description What is known of the person from now on. */
                    $set?: {
                        [key: string]: unknown;
                    };
                    /** @description The same, unless it is known already. */
                    $set_once?: {
                        [key: string]: unknown;
                    };
                    /** @description What is to be forgotten of the person. */
                    $unset?: string[];
                } | {
                    /** @description The project’s public token; `token` is the same. It may stand in an event, too. */
                    api_key?: string;
                    /** @description What happened. */
                    event: string;
                    /** @description Whom it happened to. It may stand in the properties, too. */
                    distinct_id?: string;
                    /** @description What else is known of it: `$product_tour_id`, `$survey_id`, `$anon_distinct_id` and more. */
                    properties?: {
                        [key: string]: unknown;
                    };
                    /**
                     * Format: uuid
                     * @description An event about a tour that is sent again under the same id is stored once, and changes its person once.
                     */
                    uuid?: string;
                    /**
                     * Format: date-time
                     * @description When it happened, by the clock of the browser.
                     */
                    timestamp?: string;
                    /** @description What is known of the person from now on. */
                    $set?: {
                        [key: string]: unknown;
                    };
                    /** @description The same, unless it is known already. */
                    $set_once?: {
                        [key: string]: unknown;
                    };
                    /** @description What is to be forgotten of the person. */
                    $unset?: string[];
                }[] | {
                    /** @description The project’s public token; `token` is the same. It may stand in an event, too. */
                    api_key?: string;
                    /** @description 5000 events at most. */
                    batch: {
                        /** @description The project’s public token; `token` is the same. It may stand in an event, too. */
                        api_key?: string;
                        /** @description What happened. */
                        event: string;
                        /** @description Whom it happened to. It may stand in the properties, too. */
                        distinct_id?: string;
                        /** @description What else is known of it: `$product_tour_id`, `$survey_id`, `$anon_distinct_id` and more. */
                        properties?: {
                            [key: string]: unknown;
                        };
                        /**
                         * Format: uuid
                         * @description An event about a tour that is sent again under the same id is stored once, and changes its person once.
                         */
                        uuid?: string;
                        /**
                         * Format: date-time
                         * @description When it happened, by the clock of the browser.
                         */
                        timestamp?: string;
                        /** @description What is known of the person from now on. */
                        $set?: {
                            [key: string]: unknown;
                        };
                        /** @description The same, unless it is known already. */
                        $set_once?: {
                            [key: string]: unknown;
                        };
                        /** @description What is to be forgotten of the person. */
                        $unset?: string[];
                    }[];
                    /**
                     * Format: date-time
                     * @description When it was sent, by the clock of the browser.
                     */
                    sent_at?: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description 1: the request was accepted. */
                        status: number;
                        /** @description Absent: everything is stored. Otherwise the quotas of the project that are used up, for which events were left out. `persons`: events of persons who are not known. `tour_events`: events about tours; changes of known persons are stored all the same. `events`: events about tours, of persons who are not known; posthog-js then sends nothing for a minute. Send none of them again before the next hour. */
                        quota_limited?: ("events" | "persons" | "tour_events")[];
                    };
                };
            };
            /**
             * @description - The body cannot be read.
             *     - An event is none.
             *     - The request is not valid HTTP.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicProblem"];
                };
            };
            /**
             * @description - There is no token.
             *     - No project has the token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicProblem"];
                };
            };
            /** @description - The request does not arrive in time. */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicProblem"];
                };
            };
            /** @description - The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicProblem"];
                };
            };
            /** @description - The head of the request is too large. */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicProblem"];
                };
            };
            /** @description - The server is at fault. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicProblem"];
                };
            };
            /**
             * @description - Events cannot be stored at the moment.
             *     - The database is away for the moment.
             *     - The server holds as many bytes of requests as it may.
             */
            503: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicProblem"];
                };
            };
        };
    };
    browsers_capture_here: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description JSON. */
        requestBody: {
            content: {
                "application/json": {
                    /** @description The project’s public token; `token` is the same. It may stand in an event, too. */
                    api_key?: string;
                    /** @description What happened. */
                    event: string;
                    /** @description Whom it happened to. It may stand in the properties, too. */
                    distinct_id?: string;
                    /** @description What else is known of it: `$product_tour_id`, `$survey_id`, `$anon_distinct_id` and more. */
                    properties?: {
                        [key: string]: unknown;
                    };
                    /**
                     * Format: uuid
                     * @description An event about a tour that is sent again under the same id is stored once, and changes its person once.
                     */
                    uuid?: string;
                    /**
                     * Format: date-time
                     * @description When it happened, by the clock of the browser.
                     */
                    timestamp?: string;
                    /** @description What is known of the person from now on. */
                    $set?: {
                        [key: string]: unknown;
                    };
                    /** @description The same, unless it is known already. */
                    $set_once?: {
                        [key: string]: unknown;
                    };
                    /** @description What is to be forgotten of the person. */
                    $unset?: string[];
                } | {
                    /** @description The project’s public token; `token` is the same. It may stand in an event, too. */
                    api_key?: string;
                    /** @description What happened. */
                    event: string;
                    /** @description Whom it happened to. It may stand in the properties, too. */
                    distinct_id?: string;
                    /** @description What else is known of it: `$product_tour_id`, `$survey_id`, `$anon_distinct_id` and more. */
                    properties?: {
                        [key: string]: unknown;
                    };
                    /**
                     * Format: uuid
                     * @description An event about a tour that is sent again under the same id is stored once, and changes its person once.
                     */
                    uuid?: string;
                    /**
                     * Format: date-time
                     * @description When it happened, by the clock of the browser.
                     */
                    timestamp?: string;
                    /** @description What is known of the person from now on. */
                    $set?: {
                        [key: string]: unknown;
                    };
                    /** @description The same, unless it is known already. */
                    $set_once?: {
                        [key: string]: unknown;
                    };
                    /** @description What is to be forgotten of the person. */
                    $unset?: string[];
                }[] | {
                    /** @description The project’s public token; `token` is the same. It may stand in an event, too. */
                    api_key?: string;
                    /** @description 5000 events at most. */
                    batch: {
                        /** @description The project’s public token; `token` is the same. It may stand in an event, too. */
                        api_key?: string;
                        /** @description What happened. */
                        event: string;
                        /** @description Whom it happened to. It may stand in the properties, too. */
                        distinct_id?: string;
                        /** @description What else is known of it: `$product_tour_id`, `$survey_id`, `$anon_distinct_id` and more. */
                        properties?: {
                            [key: string]: unknown;
                        };
                        /**
                         * Format: uuid
                         * @description An event about a tour that is sent again under the same id is stored once, and changes its person once.
                         */
                        uuid?: string;
                        /**
                         * Format: date-time
                         * @description When it happened, by the clock of the browser.
                         */
                        timestamp?: string;
                        /** @description What is known of the person from now on. */
                        $set?: {
                            [key: string]: unknown;
                        };
                        /** @description The same, unless it is known already. */
                        $set_once?: {
                            [key: string]: unknown;
                        };
                        /** @description What is to be forgotten of the person. */
                        $unset?: string[];
                    }[];
                    /**
                     * Format: date-time
                     * @description When it was sent, by the clock of the browser.
                     */
                    sent_at?: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description 1: the request was accepted. */
                        status: number;
                        /** @description Absent: everything is stored. Otherwise the quotas of the project that are used up, for which events were left out. `persons`: events of persons who are not known. `tour_events`: events about tours; changes of known persons are stored all the same. `events`: events about tours, of persons who are not known; posthog-js then sends nothing for a minute. Send none of them again before the next hour. */
                        quota_limited?: ("events" | "persons" | "tour_events")[];
                    };
                };
            };
            /**
             * @description - The body cannot be read.
             *     - An event is none.
             *     - The request is not valid HTTP.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicProblem"];
                };
            };
            /**
             * @description - There is no token.
             *     - No project has the token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicProblem"];
                };
            };
            /** @description - The request does not arrive in time. */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicProblem"];
                };
            };
            /** @description - The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicProblem"];
                };
            };
            /** @description - The head of the request is too large. */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicProblem"];
                };
            };
            /** @description - The server is at fault. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicProblem"];
                };
            };
            /**
             * @description - Events cannot be stored at the moment.
             *     - The database is away for the moment.
             *     - The server holds as many bytes of requests as it may.
             */
            503: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicProblem"];
                };
            };
        };
    };
    browsers_capture_batch: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description JSON. */
        requestBody: {
            content: {
                "application/json": {
                    /** @description The project’s public token; `token` is the same. It may stand in an event, too. */
                    api_key?: string;
                    /** @description What happened. */
                    event: string;
                    /** @description Whom it happened to. It may stand in the properties, too. */
                    distinct_id?: string;
                    /** @description What else is known of it: `$product_tour_id`, `$survey_id`, `$anon_distinct_id` and more. */
                    properties?: {
                        [key: string]: unknown;
                    };
                    /**
                     * Format: uuid
                     * @description An event about a tour that is sent again under the same id is stored once, and changes its person once.
                     */
                    uuid?: string;
                    /**
                     * Format: date-time
                     * @description When it happened, by the clock of the browser.
                     */
                    timestamp?: string;
                    /** @description What is known of the person from now on. */
                    $set?: {
                        [key: string]: unknown;
                    };
                    /** @description The same, unless it is known already. */
                    $set_once?: {
                        [key: string]: unknown;
                    };
                    /** @description What is to be forgotten of the person. */
                    $unset?: string[];
                } | {
                    /** @description The project’s public token; `token` is the same. It may stand in an event, too. */
                    api_key?: string;
                    /** @description What happened. */
                    event: string;
                    /** @description Whom it happened to. It may stand in the properties, too. */
                    distinct_id?: string;
                    /** @description What else is known of it: `$product_tour_id`, `$survey_id`, `$anon_distinct_id` and more. */
                    properties?: {
                        [key: string]: unknown;
                    };
                    /**
                     * Format: uuid
                     * @description An event about a tour that is sent again under the same id is stored once, and changes its person once.
                     */
                    uuid?: string;
                    /**
                     * Format: date-time
                     * @description When it happened, by the clock of the browser.
                     */
                    timestamp?: string;
                    /** @description What is known of the person from now on. */
                    $set?: {
                        [key: string]: unknown;
                    };
                    /** @description The same, unless it is known already. */
                    $set_once?: {
                        [key: string]: unknown;
                    };
                    /** @description What is to be forgotten of the person. */
                    $unset?: string[];
                }[] | {
                    /** @description The project’s public token; `token` is the same. It may stand in an event, too. */
                    api_key?: string;
                    /** @description 5000 events at most. */
                    batch: {
                        /** @description The project’s public token; `token` is the same. It may stand in an event, too. */
                        api_key?: string;
                        /** @description What happened. */
                        event: string;
                        /** @description Whom it happened to. It may stand in the properties, too. */
                        distinct_id?: string;
                        /** @description What else is known of it: `$product_tour_id`, `$survey_id`, `$anon_distinct_id` and more. */
                        properties?: {
                            [key: string]: unknown;
                        };
                        /**
                         * Format: uuid
                         * @description An event about a tour that is sent again under the same id is stored once, and changes its person once.
                         */
                        uuid?: string;
                        /**
                         * Format: date-time
                         * @description When it happened, by the clock of the browser.
                         */
                        timestamp?: string;
                        /** @description What is known of the person from now on. */
                        $set?: {
                            [key: string]: unknown;
                        };
                        /** @description The same, unless it is known already. */
                        $set_once?: {
                            [key: string]: unknown;
                        };
                        /** @description What is to be forgotten of the person. */
                        $unset?: string[];
                    }[];
                    /**
                     * Format: date-time
                     * @description When it was sent, by the clock of the browser.
                     */
                    sent_at?: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description 1: the request was accepted. */
                        status: number;
                        /** @description Absent: everything is stored. Otherwise the quotas of the project that are used up, for which events were left out. `persons`: events of persons who are not known. `tour_events`: events about tours; changes of known persons are stored all the same. `events`: events about tours, of persons who are not known; posthog-js then sends nothing for a minute. Send none of them again before the next hour. */
                        quota_limited?: ("events" | "persons" | "tour_events")[];
                    };
                };
            };
            /**
             * @description - The body cannot be read.
             *     - An event is none.
             *     - The request is not valid HTTP.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicProblem"];
                };
            };
            /**
             * @description - There is no token.
             *     - No project has the token.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicProblem"];
                };
            };
            /** @description - The request does not arrive in time. */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicProblem"];
                };
            };
            /** @description - The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicProblem"];
                };
            };
            /** @description - The head of the request is too large. */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicProblem"];
                };
            };
            /** @description - The server is at fault. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicProblem"];
                };
            };
            /**
             * @description - Events cannot be stored at the moment.
             *     - The database is away for the moment.
             *     - The server holds as many bytes of requests as it may.
             */
            503: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicProblem"];
                };
            };
        };
    };
    browsers_config: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of an earlier answer: 304 without a body if that is still what there is. */
                "If-None-Match"?: string;
            };
            path: {
                /** @description The project’s public token. */
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    /** @description Names the state that this answer shows. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        token: string;
                        /** @description How bodies may be compressed. */
                        supportedCompression: string[];
                        /** @description Whether there is a flag to ask for. */
                        hasFeatureFlags: boolean;
                        /** @constant */
                        captureDeadClicks: false;
                        /** @constant */
                        capturePerformance: false;
                        autocapture_opt_out: boolean;
                        /** @constant */
                        autocaptureExceptions: false;
                        /** @description Where events go. */
                        analytics: {
                            endpoint: string;
                        };
                        elementsChainAsString: boolean;
                        /** @constant */
                        sessionRecording: false;
                        /** @constant */
                        heatmaps: false;
                        /** @constant */
                        surveys: false;
                        /** @description Whether there is a tour to ask for. */
                        productTours: boolean;
                        defaultIdentifiedOnly: boolean;
                        siteApps: unknown[];
                    };
                };
            };
            /** @description Still what `If-None-Match` names. There is no body. */
            304: {
                headers: {
                    /** @description Names the state that this answer shows. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description - The request is not valid HTTP. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicProblem"];
                };
            };
            /** @description - No project has the token. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicProblem"];
                };
            };
            /** @description - The request does not arrive in time. */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicProblem"];
                };
            };
            /** @description - The head of the request is too large. */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicProblem"];
                };
            };
            /** @description - The server is at fault. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicProblem"];
                };
            };
            /**
             * @description - The database is away for the moment.
             *     - The server holds as many bytes of requests as it may.
             */
            503: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicProblem"];
                };
            };
        };
    };
    browsers_config_script: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of an earlier answer: 304 without a body if that is still what there is. */
                "If-None-Match"?: string;
            };
            path: {
                /** @description The project’s public token. */
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    /** @description Names the state that this answer shows. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/javascript": string;
                };
            };
            /** @description Still what `If-None-Match` names. There is no body. */
            304: {
                headers: {
                    /** @description Names the state that this answer shows. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description - The request is not valid HTTP. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicProblem"];
                };
            };
            /** @description - No project has the token. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicProblem"];
                };
            };
            /** @description - The request does not arrive in time. */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicProblem"];
                };
            };
            /** @description - The head of the request is too large. */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicProblem"];
                };
            };
            /** @description - The server is at fault. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicProblem"];
                };
            };
            /**
             * @description - The database is away for the moment.
             *     - The server holds as many bytes of requests as it may.
             */
            503: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicProblem"];
                };
            };
        };
    };
    browsers_static: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of an earlier answer: 304 without a body if that is still what there is. */
                "If-None-Match"?: string;
            };
            path: {
                /** @description A script of the package, alone or after the version of the package and a slash. */
                file: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    /** @description Names the state that this answer shows. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/javascript": string;
                };
            };
            /** @description Still what `If-None-Match` names. There is no body. */
            304: {
                headers: {
                    /** @description Names the state that this answer shows. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description - The request is not valid HTTP. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicProblem"];
                };
            };
            /** @description - There is no such file. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicProblem"];
                };
            };
            /** @description - The request does not arrive in time. */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicProblem"];
                };
            };
            /** @description - The head of the request is too large. */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicProblem"];
                };
            };
            /** @description - The server is at fault. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicProblem"];
                };
            };
            /**
             * @description - The database is away for the moment.
             *     - The server holds as many bytes of requests as it may.
             */
            503: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicProblem"];
                };
            };
        };
    };
}
