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
         *     Scope: `product_tour:read`.
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
         * @description Every flag of the project: the ones people made, and those that decide about tours. A flag for groups of persons, such as companies, is off: the gateway does not know them. A flag that cannot be evaluated for the person is reported as failed. The body is JSON under any content type, gzip or not, or a form whose `data` is JSON or its base64.
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
            /** @description The content, with normalized steps. The schema `TourContent` describes the known keys; other keys are returned as they were stored. */
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
            results: components["schemas"]["Tour"][];
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
            /** @description The content, with normalized steps. The schema `TourContent` describes the known keys; other keys are returned as they were stored. */
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
            /** @description Steps, conditions and appearance, all of it at once. The schema `TourContent` describes the known keys; unknown keys are kept. Steps of older shapes are brought into the present one. An announcement has exactly one step. */
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
            /** @description Steps, conditions and appearance, all of it at once. The schema `TourContent` describes the known keys; unknown keys are kept. Steps of older shapes are brought into the present one. An announcement has exactly one step. */
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
            /** @description Steps, conditions and appearance, all of it at once. The schema `TourContent` describes the known keys; unknown keys are kept. Steps of older shapes are brought into the present one. An announcement has exactly one step. */
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
             *     - `unique`: another tour of the project has the name
             *     - `invalid_input`: a value is of the wrong type, or breaks a rule
             *     - `invalid_choice`: a value is none of those that can be chosen
             *     - `overflow`: a date is out of range
             *     - `null_characters_not_allowed`: a text has a NUL in it
             *     - `surrogate_characters_not_allowed`: a text has half of a surrogate pair in it
             *     - `parse_error`: the body cannot be read
             *     - `not_authenticated`: no key was sent
             *     - `authentication_failed`: the key opens nothing
             *     - `permission_denied`: the key may not do this
             *     - `not_found`: the project, the tour or the address is unknown
             *     - `not_acceptable`: the answer would be JSON, which the client does not accept
             *     - `precondition_failed`: the tour is not in the state that `If-Match` names, or is in one that `If-None-Match` names
             *     - `draft_pending`: the tour has a draft, which the change would end, and `Prefer: handling=strict` forbids that
             *     - `idempotency_key_reused`: the `Idempotency-Key` was used before, for another request
             *     - `request_entity_too_large`: the body is too large
             *     - `unsupported_media_type`: the body is neither JSON nor a form, or has a `Content-Encoding` that is not supported
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
            code: "required" | "null" | "blank" | "max_length" | "max_string_length" | "unique" | "invalid_input" | "invalid_choice" | "overflow" | "null_characters_not_allowed" | "surrogate_characters_not_allowed" | "parse_error" | "not_authenticated" | "authentication_failed" | "permission_denied" | "not_found" | "not_acceptable" | "precondition_failed" | "draft_pending" | "idempotency_key_reused" | "request_entity_too_large" | "unsupported_media_type" | "malformed_request" | "method_not_allowed" | "expectation_failed" | "origin_not_allowed" | "request_timeout" | "headers_too_large" | "overloaded" | "throttled" | "too_complex" | "error" | "database_unavailable";
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
        /**
         * Content of a tour
         * @description What a tour shows, when and where. Unknown keys are allowed and kept.
         * @example {
         *       "type": "tour",
         *       "displayFrequency": "until_interacted",
         *       "languages": [
         *         "de"
         *       ],
         *       "conditions": {
         *         "url": "/invoices",
         *         "urlMatchType": "icontains",
         *         "autoShowDelaySeconds": 2,
         *         "deviceTypes": [
         *           "Desktop"
         *         ],
         *         "events": {
         *           "values": [
         *             {
         *               "name": "checklist finished",
         *               "propertyFilters": {
         *                 "items": {
         *                   "values": [
         *                     "5"
         *                   ],
         *                   "operator": "gt"
         *                 }
         *               }
         *             }
         *           ]
         *         },
         *         "seenTourWaitPeriod": {
         *           "days": 7,
         *           "types": [
         *             "tour",
         *             "announcement"
         *           ]
         *         }
         *       },
         *       "appearance": {
         *         "backgroundColor": "#ffffff",
         *         "buttonColor": "#1d4aff",
         *         "borderRadius": 8,
         *         "showOverlay": true
         *       },
         *       "steps": [
         *         {
         *           "id": "welcome",
         *           "type": "modal",
         *           "progressionTrigger": "button",
         *           "contentHtml": "<h1>Welcome</h1><p>It takes two minutes.</p>",
         *           "modalPosition": "middle_center",
         *           "buttons": {
         *             "primary": {
         *               "text": "Start",
         *               "action": "next_step"
         *             },
         *             "secondary": {
         *               "text": "Read more",
         *               "action": "link",
         *               "link": "https://example.com/help"
         *             }
         *           },
         *           "translations": {
         *             "de": {
         *               "contentHtml": "<h1>Willkommen</h1><p>Es dauert zwei Minuten.</p>",
         *               "buttons": {
         *                 "primary": {
         *                   "text": "Los"
         *                 }
         *               }
         *             }
         *           }
         *         },
         *         {
         *           "id": "new-invoice",
         *           "type": "modal",
         *           "progressionTrigger": "click",
         *           "contentHtml": "<p>Press <strong>New invoice</strong>.</p>",
         *           "elementTargeting": "manual",
         *           "selector": "[data-tour=\"new-invoice\"]",
         *           "useManualSelector": true,
         *           "translations": {
         *             "de": {
         *               "contentHtml": "<p>Klicken Sie auf <strong>Neue Rechnung</strong>.</p>"
         *             }
         *           }
         *         },
         *         {
         *           "id": "rating",
         *           "type": "survey",
         *           "progressionTrigger": "button",
         *           "content": null,
         *           "survey": {
         *             "type": "rating",
         *             "questionText": "How easy was it?",
         *             "display": "emoji",
         *             "scale": 5,
         *             "lowerBoundLabel": "Hard",
         *             "upperBoundLabel": "Easy"
         *           },
         *           "translations": {
         *             "de": {
         *               "survey": {
         *                 "questionText": "Wie einfach war es?",
         *                 "lowerBoundLabel": "Schwer",
         *                 "upperBoundLabel": "Leicht"
         *               }
         *             }
         *           }
         *         }
         *       ]
         *     }
         * @example {
         *       "type": "announcement",
         *       "displayFrequency": "show_once",
         *       "steps": [
         *         {
         *           "id": "banner",
         *           "type": "banner",
         *           "contentHtml": "<p>Exports pause on Sunday from 04:00 to 06:00 UTC.</p>",
         *           "bannerConfig": {
         *             "behavior": "sticky",
         *             "action": {
         *               "type": "link",
         *               "link": "https://status.example.com/"
         *             },
         *             "animation": {
         *               "duration": 300
         *             }
         *           }
         *         }
         *       ]
         *     }
         */
        TourContent: {
            /**
             * Type
             * @description The kind of tour. An announcement whose step is a `banner` is a banner.
             *     - `tour`: A tour of any number of steps.
             *     - `announcement`: Exactly one step: a box, a survey or a banner.
             * @default tour
             */
            type?: ("tour" | "announcement") | null;
            /**
             * Steps
             * @description The steps, in the order in which they are shown.
             */
            steps?: components["schemas"]["TourStep"][] | null;
            /**
             * Conditions
             * @description When and where browsers show the tour.
             */
            conditions?: components["schemas"]["TourConditions"] | null;
            /**
             * Appearance
             * @description The looks of the steps.
             */
            appearance?: components["schemas"]["TourAppearance"] | null;
            /**
             * Display frequency
             * @description How often one person sees the tour.
             *     - `until_interacted`: Until the person has completed or dismissed it.
             *     - `show_once`: Once.
             *     - `always`: Whenever its conditions hold. A banner then has no button to close it.
             * @default until_interacted
             */
            displayFrequency?: ("until_interacted" | "show_once" | "always") | null;
            /**
             * Languages
             * @description The languages that the steps are translated into, by language code. Editors use it; browsers read `translations` of the steps.
             * @example [
             *       "de",
             *       "pt-BR"
             *     ]
             */
            languages?: string[] | null;
            /**
             * Step order history
             * @description Earlier orders of the steps, which editors record. The gateway keeps it as it is.
             */
            step_order_history?: unknown[] | null;
        } & {
            [key: string]: unknown;
        };
        /**
         * Step
         * @description One step. Its `type` decides which keys it has.
         */
        TourStep: components["schemas"]["TourModalStep"] | components["schemas"]["TourSurveyStep"] | components["schemas"]["TourBannerStep"] | components["schemas"]["TourElementStep"];
        /**
         * Step
         * @description A box in the page, or a tooltip at an element. The usual step.
         */
        TourModalStep: {
            /**
             * Type
             * @description The type of the step. A step without a type is a `modal` step.
             * @default modal
             * @constant
             */
            type?: "modal";
            /**
             * Id
             * @description Identifies the step in operations, events and statistics. The editor chooses it; it is unique within the tour and should never change.
             * @example welcome
             */
            id: string;
            /**
             * Progression trigger
             * @description What shows the next step.
             *     - `button`: A click on a button of the step.
             *     - `click`: A click on the element of the step.
             * @example button
             * @enum {string}
             */
            progressionTrigger?: "button" | "click";
            /**
             * Content
             * @description The text as a rich-text document. Browsers draw it only if `contentHtml` is empty. Survey steps do not show it.
             */
            content?: components["schemas"]["TourRichText"] | null;
            /**
             * HTML
             * @description The text as HTML. Browsers remove scripts and other unsafe parts. Survey steps do not show it.
             * @example <h1>Welcome</h1><p>It takes two minutes.</p>
             */
            contentHtml?: string | null;
            /**
             * Translations
             * @description The texts in other languages, by language code. A browser set to `de-AT` uses `de-AT`, else `de`, else the original. List each language in `languages` of the content.
             */
            translations?: {
                [key: string]: components["schemas"]["TourStepTranslation"];
            } | null;
            /**
             * Survey id
             * @description The id of the survey that stores the answers. Set by the gateway if the step has a `survey`; keep it when you change the step.
             */
            linkedSurveyId?: string | null;
            /**
             * Question id
             * @description The id of the question in that survey. Set by the gateway.
             */
            linkedSurveyQuestionId?: string | null;
            /**
             * Width
             * @description The width of the box in pixels; never wider than the page.
             * @default 320
             */
            maxWidth?: number | null;
            /**
             * Position
             * @description Where the box stands in the page. A step at an element ignores it.
             *     - `top_left`: At the top left.
             *     - `top_center`: At the top.
             *     - `top_right`: At the top right.
             *     - `middle_left`: At the left.
             *     - `middle_center`: In the middle.
             *     - `middle_right`: At the right.
             *     - `left`: At the bottom left.
             *     - `center`: At the bottom.
             *     - `right`: At the bottom right.
             * @default middle_center
             */
            modalPosition?: ("top_left" | "top_center" | "top_right" | "middle_left" | "middle_center" | "middle_right" | "left" | "center" | "right") | null;
            /**
             * Element targeting
             * @description How browsers find the element of the step. Absent or null: the step has no element and is shown in the page at `modalPosition`.
             *     - `manual`: By the CSS selector in `selector`.
             *     - `auto`: By what the toolbar recorded about the element (`inferenceData`).
             */
            elementTargeting?: ("manual" | "auto") | null;
            /**
             * Selector
             * @description A CSS selector. Browsers use it only if `elementTargeting` is `manual`.
             * @example [data-tour="new-invoice"]
             */
            selector?: string | null;
            /**
             * Inference data
             * @description Browsers use it only if `elementTargeting` is `auto`.
             */
            inferenceData?: components["schemas"]["TourInferenceData"] | null;
            /**
             * Use the selector
             * @description Set by the gateway: true if `elementTargeting` is `manual`. Without `elementTargeting`, true means `manual`, as in older content.
             */
            useManualSelector?: boolean | null;
            /**
             * Buttons
             * @description The buttons of the step. Absent: `Next` or `Done`, and `Back` after the first step; a step at an element has them only if `progressionTrigger` is `button`.
             */
            buttons?: components["schemas"]["TourButtons"] | null;
        } & {
            [key: string]: unknown;
        };
        /**
         * Rich text
         * @description A node of a rich-text document, in the format of the editor TipTap. The root is a node of the type `doc`.
         */
        TourRichText: {
            /**
             * Type
             * @description The kind of node. Browsers draw `doc`, `paragraph`, `heading`, `bulletList`, `orderedList`, `listItem`, `hardBreak` and `text`, and only the children of all others.
             * @example paragraph
             */
            type?: string;
            /**
             * Attributes
             * @description Attributes of the node, for example the `level` of a heading or the `src` of an image.
             */
            attrs?: {
                [key: string]: unknown;
            } | null;
            /**
             * Children
             * @description The nodes inside this node.
             */
            content?: components["schemas"]["TourRichText"][] | null;
            /**
             * Marks
             * @description The styles of a node of the type `text`.
             */
            marks?: components["schemas"]["TourRichTextMark"][] | null;
            /**
             * Text
             * @description The text of a node of the type `text`.
             */
            text?: string | null;
        } & {
            [key: string]: unknown;
        };
        /**
         * Mark
         * @description A style of a piece of text.
         */
        TourRichTextMark: {
            /**
             * Type
             * @description The style. Browsers draw `bold`, `italic`, `underline` and `strike`.
             * @example bold
             */
            type: string;
            /**
             * Attributes
             * @description Attributes of the style.
             */
            attrs?: {
                [key: string]: unknown;
            } | null;
        } & {
            [key: string]: unknown;
        };
        /**
         * Translation of a step
         * @description The texts of a step in one language. Texts that it lacks are shown in the original language.
         */
        TourStepTranslation: {
            /**
             * Content
             * @description The text as a rich-text document. Browsers draw it only if `contentHtml` is empty.
             */
            content?: components["schemas"]["TourRichText"] | null;
            /**
             * HTML
             * @description The text as HTML.
             * @example <p>In zwei Minuten ist die erste Rechnung verschickt.</p>
             */
            contentHtml?: string | null;
            /**
             * Buttons
             * @description The labels of the buttons.
             */
            buttons?: components["schemas"]["TourTranslatedButtons"] | null;
            /**
             * Survey
             * @description The texts of the question.
             */
            survey?: components["schemas"]["TourTranslatedSurvey"] | null;
        } & {
            [key: string]: unknown;
        };
        /**
         * Translated buttons
         * @description The labels of the buttons of a step in one language.
         */
        TourTranslatedButtons: {
            /**
             * Primary button
             * @description The label of the primary button.
             */
            primary?: components["schemas"]["TourTranslatedButton"] | null;
            /**
             * Secondary button
             * @description The label of the secondary button.
             */
            secondary?: components["schemas"]["TourTranslatedButton"] | null;
        } & {
            [key: string]: unknown;
        };
        /**
         * Translated button
         * @description The label of a button in one language.
         */
        TourTranslatedButton: {
            /**
             * Text
             * @description The label of the button.
             * @example Weiter
             */
            text?: string | null;
        } & {
            [key: string]: unknown;
        };
        /**
         * Translated survey
         * @description The texts of a question in one language.
         */
        TourTranslatedSurvey: {
            /**
             * Question
             * @description The question.
             * @example Wie einfach war der Einstieg?
             */
            questionText?: string | null;
            /**
             * Lowest label
             * @description The label of the lowest rating.
             * @example Hard
             */
            lowerBoundLabel?: string | null;
            /**
             * Highest label
             * @description The label of the highest rating.
             * @example Easy
             */
            upperBoundLabel?: string | null;
            /**
             * Submit button
             * @description The label of the button that sends an open answer.
             * @default Submit
             */
            submitButtonText?: string | null;
            /**
             * Back button
             * @description The label of the button that shows the previous step.
             * @default Back
             */
            backButtonText?: string | null;
        } & {
            [key: string]: unknown;
        };
        /**
         * Inference data
         * @description What the toolbar of PostHog records about an element, so that browsers find it again without a selector.
         */
        TourInferenceData: {
            /**
             * Selector groups
             * @description JSON text: `{"textGroups": […], "notextGroups": […]}`, each group with CSS selectors of the element.
             */
            autoData: string;
            /**
             * Text
             * @description The text of the element.
             * @example Customer
             */
            text?: string | null;
            /**
             * Ignore the text
             * @description Whether to find the element without its text, because the text changes.
             * @default false
             */
            excludeText?: boolean | null;
            /**
             * Precision
             * @description How strict the search is: 1 tries only the best group of selectors, 0 tries all.
             * @default 1
             */
            precision?: number;
        } & {
            [key: string]: unknown;
        };
        /**
         * Buttons
         * @description The buttons of a step. A step with this object has no default buttons.
         */
        TourButtons: {
            /**
             * Primary button
             * @description The highlighted button. Absent: there is none.
             */
            primary?: components["schemas"]["TourButton"] | null;
            /**
             * Secondary button
             * @description The plain button, before the primary one. Absent: there is none.
             */
            secondary?: components["schemas"]["TourButton"] | null;
        } & {
            [key: string]: unknown;
        };
        /**
         * Button
         * @description A button of a step.
         */
        TourButton: {
            /**
             * Text
             * @description The label of the button.
             * @example Next
             */
            text: string;
            /**
             * Action
             * @description What a click on the button does.
             *     - `next_step`: Shows the next step; on the last step, completes the tour.
             *     - `previous_step`: Shows the previous step.
             *     - `dismiss`: Dismisses the tour.
             *     - `link`: Opens `link` in a new tab and completes the tour.
             *     - `trigger_tour`: Completes the tour and shows the tour `tourId`.
             * @enum {string}
             */
            action: "next_step" | "previous_step" | "dismiss" | "link" | "trigger_tour";
            /**
             * Link
             * @description The URL to open. Only for the action `link`.
             * @example https://example.com/reports
             */
            link?: string | null;
            /**
             * Tour
             * @description The id of the tour to show. Only for the action `trigger_tour`.
             * @example 497f6eca-6276-4993-bfeb-53cbbbba6f08
             */
            tourId?: string | null;
        } & {
            [key: string]: unknown;
        };
        /**
         * Survey step
         * @description A question in a box. The gateway creates the survey that stores the answers.
         */
        TourSurveyStep: {
            /**
             * Type
             * @description The type of the step.
             * @constant
             */
            type: "survey";
            /**
             * Id
             * @description Identifies the step in operations, events and statistics. The editor chooses it; it is unique within the tour and should never change.
             * @example welcome
             */
            id: string;
            /**
             * Progression trigger
             * @description What shows the next step.
             *     - `button`: A click on a button of the step.
             *     - `click`: A click on the element of the step.
             * @example button
             * @enum {string}
             */
            progressionTrigger?: "button" | "click";
            /**
             * Content
             * @description The text as a rich-text document. Browsers draw it only if `contentHtml` is empty. Survey steps do not show it.
             */
            content?: components["schemas"]["TourRichText"] | null;
            /**
             * HTML
             * @description The text as HTML. Browsers remove scripts and other unsafe parts. Survey steps do not show it.
             * @example <h1>Welcome</h1><p>It takes two minutes.</p>
             */
            contentHtml?: string | null;
            /**
             * Translations
             * @description The texts in other languages, by language code. A browser set to `de-AT` uses `de-AT`, else `de`, else the original. List each language in `languages` of the content.
             */
            translations?: {
                [key: string]: components["schemas"]["TourStepTranslation"];
            } | null;
            /**
             * Survey id
             * @description The id of the survey that stores the answers. Set by the gateway if the step has a `survey`; keep it when you change the step.
             */
            linkedSurveyId?: string | null;
            /**
             * Question id
             * @description The id of the question in that survey. Set by the gateway.
             */
            linkedSurveyQuestionId?: string | null;
            /**
             * Question
             * @description The question. A survey step without it cannot be shown.
             */
            survey?: components["schemas"]["TourSurveyQuestion"] | null;
            /**
             * Width
             * @description The width of the box in pixels; never wider than the page.
             * @default 320
             */
            maxWidth?: number | null;
            /**
             * Position
             * @description Where the box stands in the page. A step at an element ignores it.
             *     - `top_left`: At the top left.
             *     - `top_center`: At the top.
             *     - `top_right`: At the top right.
             *     - `middle_left`: At the left.
             *     - `middle_center`: In the middle.
             *     - `middle_right`: At the right.
             *     - `left`: At the bottom left.
             *     - `center`: At the bottom.
             *     - `right`: At the bottom right.
             * @default middle_center
             */
            modalPosition?: ("top_left" | "top_center" | "top_right" | "middle_left" | "middle_center" | "middle_right" | "left" | "center" | "right") | null;
        } & {
            [key: string]: unknown;
        };
        /**
         * Survey question
         * @description The question that a survey step asks.
         */
        TourSurveyQuestion: {
            /**
             * Type
             * @description The kind of answer.
             *     - `open`: A text.
             *     - `rating`: A number on a scale.
             * @example rating
             * @enum {string}
             */
            type: "open" | "rating";
            /**
             * Question
             * @description The question.
             * @example How easy was it to get started?
             */
            questionText: string;
            /**
             * Display
             * @description How the ratings are drawn. Only for the type `rating`.
             *     - `emoji`: Faces.
             *     - `number`: Numbers.
             * @default emoji
             */
            display?: ("emoji" | "number") | null;
            /**
             * Scale
             * @description How many ratings there are: 3 or 5 faces, 5 or 10 numbers. 10 stands for the numbers from 0 to 10. Only for the type `rating`.
             * @default 5
             */
            scale?: (3 | 5 | 10) | null;
            /**
             * Lowest label
             * @description The label of the lowest rating.
             * @example Hard
             */
            lowerBoundLabel?: string | null;
            /**
             * Highest label
             * @description The label of the highest rating.
             * @example Easy
             */
            upperBoundLabel?: string | null;
            /**
             * Submit button
             * @description The label of the button that sends an open answer.
             * @default Submit
             */
            submitButtonText?: string | null;
            /**
             * Back button
             * @description The label of the button that shows the previous step.
             * @default Back
             */
            backButtonText?: string | null;
        } & {
            [key: string]: unknown;
        };
        /**
         * Banner step
         * @description A bar across the page. It is the only step of an announcement.
         */
        TourBannerStep: {
            /**
             * Type
             * @description The type of the step.
             * @constant
             */
            type: "banner";
            /**
             * Id
             * @description Identifies the step in operations, events and statistics. The editor chooses it; it is unique within the tour and should never change.
             * @example welcome
             */
            id: string;
            /**
             * Progression trigger
             * @description What shows the next step.
             *     - `button`: A click on a button of the step.
             *     - `click`: A click on the element of the step.
             * @example button
             * @enum {string}
             */
            progressionTrigger?: "button" | "click";
            /**
             * Content
             * @description The text as a rich-text document. Browsers draw it only if `contentHtml` is empty. Survey steps do not show it.
             */
            content?: components["schemas"]["TourRichText"] | null;
            /**
             * HTML
             * @description The text as HTML. Browsers remove scripts and other unsafe parts. Survey steps do not show it.
             * @example <h1>Welcome</h1><p>It takes two minutes.</p>
             */
            contentHtml?: string | null;
            /**
             * Translations
             * @description The texts in other languages, by language code. A browser set to `de-AT` uses `de-AT`, else `de`, else the original. List each language in `languages` of the content.
             */
            translations?: {
                [key: string]: components["schemas"]["TourStepTranslation"];
            } | null;
            /**
             * Survey id
             * @description The id of the survey that stores the answers. Set by the gateway if the step has a `survey`; keep it when you change the step.
             */
            linkedSurveyId?: string | null;
            /**
             * Question id
             * @description The id of the question in that survey. Set by the gateway.
             */
            linkedSurveyQuestionId?: string | null;
            /**
             * Banner
             * @description Where the banner stands and what a click on it does. Absent: a sticky banner without an action.
             */
            bannerConfig?: components["schemas"]["TourBannerConfig"] | null;
        } & {
            [key: string]: unknown;
        };
        /**
         * Banner
         * @description Where a banner stands and what a click on it does.
         */
        TourBannerConfig: {
            /**
             * Behavior
             * @description Where the banner stands.
             *     - `sticky`: At the top of the page. It stays there when the page scrolls.
             *     - `static`: At the top of the page. It scrolls with the page.
             *     - `custom`: Inside the element that `selector` finds.
             * @enum {string}
             */
            behavior: "sticky" | "static" | "custom";
            /**
             * Selector
             * @description A CSS selector of the element that holds the banner. Only for the behavior `custom`. The banner is not shown if the page has no such element.
             * @example #announcements
             */
            selector?: string | null;
            /**
             * Action
             * @description What a click on the banner does. Absent: nothing.
             */
            action?: components["schemas"]["TourBannerAction"] | null;
            /**
             * Animation
             * @description How the banner appears.
             */
            animation?: components["schemas"]["TourBannerAnimation"] | null;
        } & {
            [key: string]: unknown;
        };
        /**
         * Banner action
         * @description What a click on the banner does.
         */
        TourBannerAction: {
            /**
             * Type
             * @description The kind of action.
             *     - `none`: Nothing.
             *     - `link`: Opens `link` in a new tab.
             *     - `trigger_tour`: Closes the banner and shows the tour `tourId`.
             * @enum {string}
             */
            type: "none" | "link" | "trigger_tour";
            /**
             * Link
             * @description The URL to open. Only for the type `link`.
             * @example https://status.example.com/
             */
            link?: string | null;
            /**
             * Tour
             * @description The id of the tour to show. Only for the type `trigger_tour`.
             * @example 497f6eca-6276-4993-bfeb-53cbbbba6f08
             */
            tourId?: string | null;
        } & {
            [key: string]: unknown;
        };
        /**
         * Banner animation
         * @description How the banner appears.
         */
        TourBannerAnimation: {
            /**
             * Duration
             * @description How long the banner takes to appear, in milliseconds.
             * @example 300
             */
            duration?: number;
        } & {
            [key: string]: unknown;
        };
        /**
         * Element step
         * @description The former type of a tooltip at an element. Browsers draw it like a `modal` step; use `modal` with `elementTargeting`.
         */
        TourElementStep: {
            /**
             * Type
             * @deprecated
             * @description The type of the step.
             * @constant
             */
            type: "element";
            /**
             * Id
             * @description Identifies the step in operations, events and statistics. The editor chooses it; it is unique within the tour and should never change.
             * @example welcome
             */
            id: string;
            /**
             * Progression trigger
             * @description What shows the next step.
             *     - `button`: A click on a button of the step.
             *     - `click`: A click on the element of the step.
             * @example button
             * @enum {string}
             */
            progressionTrigger?: "button" | "click";
            /**
             * Content
             * @description The text as a rich-text document. Browsers draw it only if `contentHtml` is empty. Survey steps do not show it.
             */
            content?: components["schemas"]["TourRichText"] | null;
            /**
             * HTML
             * @description The text as HTML. Browsers remove scripts and other unsafe parts. Survey steps do not show it.
             * @example <h1>Welcome</h1><p>It takes two minutes.</p>
             */
            contentHtml?: string | null;
            /**
             * Translations
             * @description The texts in other languages, by language code. A browser set to `de-AT` uses `de-AT`, else `de`, else the original. List each language in `languages` of the content.
             */
            translations?: {
                [key: string]: components["schemas"]["TourStepTranslation"];
            } | null;
            /**
             * Survey id
             * @description The id of the survey that stores the answers. Set by the gateway if the step has a `survey`; keep it when you change the step.
             */
            linkedSurveyId?: string | null;
            /**
             * Question id
             * @description The id of the question in that survey. Set by the gateway.
             */
            linkedSurveyQuestionId?: string | null;
            /**
             * Width
             * @description The width of the box in pixels; never wider than the page.
             * @default 320
             */
            maxWidth?: number | null;
            /**
             * Position
             * @description Where the box stands in the page. A step at an element ignores it.
             *     - `top_left`: At the top left.
             *     - `top_center`: At the top.
             *     - `top_right`: At the top right.
             *     - `middle_left`: At the left.
             *     - `middle_center`: In the middle.
             *     - `middle_right`: At the right.
             *     - `left`: At the bottom left.
             *     - `center`: At the bottom.
             *     - `right`: At the bottom right.
             * @default middle_center
             */
            modalPosition?: ("top_left" | "top_center" | "top_right" | "middle_left" | "middle_center" | "middle_right" | "left" | "center" | "right") | null;
            /**
             * Element targeting
             * @description How browsers find the element of the step. Absent or null: the step has no element and is shown in the page at `modalPosition`.
             *     - `manual`: By the CSS selector in `selector`.
             *     - `auto`: By what the toolbar recorded about the element (`inferenceData`).
             */
            elementTargeting?: ("manual" | "auto") | null;
            /**
             * Selector
             * @description A CSS selector. Browsers use it only if `elementTargeting` is `manual`.
             * @example [data-tour="new-invoice"]
             */
            selector?: string | null;
            /**
             * Inference data
             * @description Browsers use it only if `elementTargeting` is `auto`.
             */
            inferenceData?: components["schemas"]["TourInferenceData"] | null;
            /**
             * Use the selector
             * @description Set by the gateway: true if `elementTargeting` is `manual`. Without `elementTargeting`, true means `manual`, as in older content.
             */
            useManualSelector?: boolean | null;
            /**
             * Buttons
             * @description The buttons of the step. Absent: `Next` or `Done`, and `Back` after the first step; a step at an element has them only if `progressionTrigger` is `button`.
             */
            buttons?: components["schemas"]["TourButtons"] | null;
        } & {
            [key: string]: unknown;
        };
        /**
         * Conditions
         * @description When and where browsers show the tour. All that are set must hold, except `selector`, which starts the tour regardless of the others.
         */
        TourConditions: {
            /**
             * URL
             * @description The address of the page, compared as `urlMatchType` says. Absent or empty: any page.
             * @example /invoices
             */
            url?: string | null;
            /**
             * URL match
             * @description How to compare the address of the page with `url`.
             *     - `exact`: Equal.
             *     - `is_not`: Not equal.
             *     - `icontains`: Contains the text, in any case of letters.
             *     - `not_icontains`: Does not contain the text, in any case of letters.
             *     - `regex`: Matches the regular expression.
             *     - `not_regex`: Does not match the regular expression.
             * @default icontains
             */
            urlMatchType?: ("exact" | "is_not" | "icontains" | "not_icontains" | "regex" | "not_regex") | null;
            /**
             * Start selector
             * @description A CSS selector. A click on this element starts the tour, even if auto-launch is off.
             * @example #help
             */
            selector?: string | null;
            /**
             * Delay
             * @description How long to wait before the tour is shown, in seconds.
             * @default 0
             * @example 2
             */
            autoShowDelaySeconds?: number | null;
            /**
             * Events
             * @description The tour is shown after one of these events. Absent or empty: it waits for no event.
             */
            events?: components["schemas"]["TourEventTriggers"] | null;
            /**
             * Canceling events
             * @description One of these events cancels the tour while it waits for its delay.
             */
            cancelEvents?: components["schemas"]["TourEventTriggers"] | null;
            /**
             * Actions
             * @description The tour is shown after one of these actions, like `events`.
             */
            actions?: components["schemas"]["TourActionTriggers"] | null;
            /**
             * Flag variant
             * @description The variant of the linked feature flag that a person needs; `any`: any variant. Needs a linked flag.
             * @example any
             */
            linkedFlagVariant?: string | null;
            /**
             * Device types
             * @description The devices that show the tour: `Desktop`, `Mobile`, `Tablet`. Absent or empty: all.
             * @example [
             *       "Desktop"
             *     ]
             */
            deviceTypes?: string[] | null;
            /**
             * Wait period
             * @description Hides the tour from persons who have seen another tour recently.
             */
            seenTourWaitPeriod?: components["schemas"]["SeenTourWaitPeriod"] | null;
        } & {
            [key: string]: unknown;
        };
        /**
         * Events
         * @description A list of events.
         */
        TourEventTriggers: {
            /**
             * Events
             * @description The events. One of them suffices.
             */
            values: components["schemas"]["TourEventTrigger"][];
        } & {
            [key: string]: unknown;
        };
        /**
         * Event
         * @description An event that the page captures with posthog-js.
         */
        TourEventTrigger: {
            /**
             * Name
             * @description The name of the event.
             * @example checklist finished
             */
            name: string;
            /**
             * Property filters
             * @description Conditions on properties of the event, by property. All must hold.
             */
            propertyFilters?: {
                [key: string]: components["schemas"]["TourPropertyFilter"];
            } | null;
        } & {
            [key: string]: unknown;
        };
        /**
         * Property filter
         * @description A condition on one property of an event. An event without the property does not match.
         */
        TourPropertyFilter: {
            /**
             * Values
             * @description The values to compare with. One of them must match; of the operators with `not`, all.
             * @example [
             *       "5"
             *     ]
             */
            values: string[];
            /**
             * Operator
             * @description How to compare.
             *     - `exact`: Equal.
             *     - `is_not`: Not equal.
             *     - `icontains`: Contains the text, in any case of letters.
             *     - `not_icontains`: Does not contain the text, in any case of letters.
             *     - `regex`: Matches the regular expression.
             *     - `not_regex`: Does not match the regular expression.
             *     - `gt`: Greater than the number.
             *     - `lt`: Less than the number.
             * @enum {string}
             */
            operator: "exact" | "is_not" | "icontains" | "not_icontains" | "regex" | "not_regex" | "gt" | "lt";
        } & {
            [key: string]: unknown;
        };
        /**
         * Actions
         * @description A list of actions.
         */
        TourActionTriggers: {
            /**
             * Actions
             * @description The actions. One of them suffices.
             */
            values: components["schemas"]["TourActionTrigger"][];
        } & {
            [key: string]: unknown;
        };
        /**
         * Action
         * @description An action of PostHog: a named group of events.
         */
        TourActionTrigger: {
            /**
             * Id
             * @description The id of the action.
             */
            id: number;
            /**
             * Name
             * @description The name of the action.
             */
            name?: string | null;
            /**
             * Steps
             * @description The definition of the action, which browsers match events with.
             */
            steps?: {
                [key: string]: unknown;
            }[] | null;
        } & {
            [key: string]: unknown;
        };
        /**
         * Wait period
         * @description Hides the tour from persons who have seen another tour recently.
         */
        SeenTourWaitPeriod: {
            /**
             * Days
             * @description How many days must have passed. Less than 1: no wait.
             * @example 7
             */
            days: number;
            /**
             * Types
             * @description The types of tour that count. Empty: no wait.
             * @example [
             *       "tour",
             *       "announcement"
             *     ]
             */
            types: ("tour" | "announcement" | "banner")[];
        } & {
            [key: string]: unknown;
        };
        /**
         * Appearance
         * @description The looks of the steps. Keys that are absent have the defaults of the browser SDK.
         */
        TourAppearance: {
            /**
             * Background
             * @description The color of the box. A CSS color.
             * @default #ffffff
             */
            backgroundColor?: string;
            /**
             * Text color
             * @description The color of the text. A CSS color.
             * @default #1d1f27
             */
            textColor?: string;
            /**
             * Button color
             * @description The color of the primary button. A CSS color.
             * @default #1d1f27
             */
            buttonColor?: string;
            /**
             * Corner radius
             * @description The radius of the corners of the box. In pixels.
             * @default 8
             */
            borderRadius?: number;
            /**
             * Button corner radius
             * @description The radius of the corners of the buttons. In pixels.
             * @default 6
             */
            buttonBorderRadius?: number;
            /**
             * Border color
             * @description The color of the border of the box. A CSS color.
             * @default #e5e7eb
             */
            borderColor?: string;
            /**
             * Font
             * @description The font: a CSS `font-family`.
             * @default system-ui
             */
            fontFamily?: string;
            /**
             * Shadow
             * @description The shadow of the box: a CSS `box-shadow`.
             * @default 0 4px 12px rgba(0, 0, 0, 0.15)
             */
            boxShadow?: string;
            /**
             * Overlay
             * @description Whether the page behind the step is darkened.
             * @default true
             */
            showOverlay?: boolean;
            /**
             * White label
             * @description Whether the link to PostHog is hidden.
             * @default false
             */
            whiteLabel?: boolean;
            /**
             * Dismiss on a click outside
             * @description Whether a click beside the step dismisses the tour.
             * @default true
             */
            dismissOnClickOutside?: boolean;
            /**
             * z-index
             * @description The CSS `z-index` of the tour.
             * @default 2147483646
             */
            zIndex?: number;
        } & {
            [key: string]: unknown;
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
             *     - `project_too_large`: the launched tours or the flags of the project are too large to be sent
             *     - `malformed_request`: the request is not valid HTTP
             *     - `expectation_failed`: the `Expect` header asks for something other than `100-continue`
             *     - `request_timeout`: the request did not arrive in time
             *     - `headers_too_large`: the head of the request is too large
             *     - `overloaded`: the server holds as many bytes of requests as it may
             *     - `error`: a fault of the server
             *     - `database_unavailable`: the database is away for the moment
             * @enum {string}
             */
            code: "missing_api_key" | "invalid_api_key" | "missing_distinct_id" | "parse_error" | "invalid_payload" | "request_entity_too_large" | "not_found" | "method_not_allowed" | "unavailable" | "project_too_large" | "malformed_request" | "expectation_failed" | "request_timeout" | "headers_too_large" | "overloaded" | "error" | "database_unavailable";
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
                /** @description The `ETag` of an earlier answer: write only if the tour is still in that state. */
                "If-Match"?: string;
                /** @description The `ETag` of an earlier answer: write only if the tour is not in that state. `*` excludes every state. */
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
            /** @description - The tour is not in the state that is wanted. */
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
                /** @description The `ETag` of an earlier answer: write only if the tour is still in that state. */
                "If-Match"?: string;
                /** @description The `ETag` of an earlier answer: write only if the tour is not in that state. `*` excludes every state. */
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
            /** @description - The tour is not in the state that is wanted. */
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
                /** @description The `ETag` of an earlier answer: write only if the tour is still in that state. */
                "If-Match"?: string;
                /** @description The `ETag` of an earlier answer: write only if the tour is not in that state. `*` excludes every state. */
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
            /** @description - The tour is not in the state that is wanted. */
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
                /** @description The `ETag` of an earlier answer: write only if the tour is still in that state. */
                "If-Match"?: string;
                /** @description The `ETag` of an earlier answer: write only if the tour is not in that state. `*` excludes every state. */
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
            /** @description - The tour is not in the state that is wanted. */
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
                /** @description The `ETag` of an earlier answer: write only if the tour is still in that state. */
                "If-Match"?: string;
                /** @description The `ETag` of an earlier answer: write only if the tour is not in that state. `*` excludes every state. */
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
            /** @description - The tour is not in the state that is wanted. */
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
                /** @description Only what was done to the thing with this id, which may be gone. */
                item_id?: string;
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
                        /** @description Whether a flag is `failed`. */
                        errorsWhileComputingFlags: boolean;
                        /** @description Every flag, by its key. */
                        flags: {
                            [key: string]: {
                                key: string;
                                enabled: boolean;
                                /** @description Null: the flag has no variants, or is off. */
                                variant: string | null;
                                reason: {
                                    /** @description Such as `condition_match`, `no_condition_match`, `out_of_rollout_bound` or `flag_disabled`. */
                                    code: string;
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
                                /** @description True: the gateway cannot evaluate the flag for this person, and `reason` says why. Absent: it can. */
                                failed?: boolean;
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
                        /** @description Absent: everything is stored. Otherwise the quotas of the project that are used up, for which events were left out. `persons`: events of persons who are not known. `person_properties`: a person has more properties than are kept; the newest and the small ones are. `tour_events`: events about tours; changes of known persons are stored all the same. `events`: events about tours, of persons who are not known; posthog-js then sends nothing for a minute. Send none of them again before the next hour. */
                        quota_limited?: ("events" | "person_properties" | "persons" | "tour_events")[];
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
                        /** @description Absent: everything is stored. Otherwise the quotas of the project that are used up, for which events were left out. `persons`: events of persons who are not known. `person_properties`: a person has more properties than are kept; the newest and the small ones are. `tour_events`: events about tours; changes of known persons are stored all the same. `events`: events about tours, of persons who are not known; posthog-js then sends nothing for a minute. Send none of them again before the next hour. */
                        quota_limited?: ("events" | "person_properties" | "persons" | "tour_events")[];
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
                        /** @description Absent: everything is stored. Otherwise the quotas of the project that are used up, for which events were left out. `persons`: events of persons who are not known. `person_properties`: a person has more properties than are kept; the newest and the small ones are. `tour_events`: events about tours; changes of known persons are stored all the same. `events`: events about tours, of persons who are not known; posthog-js then sends nothing for a minute. Send none of them again before the next hour. */
                        quota_limited?: ("events" | "person_properties" | "persons" | "tour_events")[];
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
