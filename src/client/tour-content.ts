// Made by `npm run generate` from the definition of content (/schemas/tour-content.json).
type components = {
    schemas: {
        /**
         * Content of a tour
         * @description What a tour shows, when and where. Unknown keys are allowed and kept.
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
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
};
export type TourContent = components['schemas']['TourContent'];
export type TourStep = components['schemas']['TourStep'];
export type TourModalStep = components['schemas']['TourModalStep'];
export type TourRichText = components['schemas']['TourRichText'];
export type TourRichTextMark = components['schemas']['TourRichTextMark'];
export type TourStepTranslation = components['schemas']['TourStepTranslation'];
export type TourTranslatedButtons = components['schemas']['TourTranslatedButtons'];
export type TourTranslatedButton = components['schemas']['TourTranslatedButton'];
export type TourTranslatedSurvey = components['schemas']['TourTranslatedSurvey'];
export type TourInferenceData = components['schemas']['TourInferenceData'];
export type TourButtons = components['schemas']['TourButtons'];
export type TourButton = components['schemas']['TourButton'];
export type TourSurveyStep = components['schemas']['TourSurveyStep'];
export type TourSurveyQuestion = components['schemas']['TourSurveyQuestion'];
export type TourBannerStep = components['schemas']['TourBannerStep'];
export type TourBannerConfig = components['schemas']['TourBannerConfig'];
export type TourBannerAction = components['schemas']['TourBannerAction'];
export type TourBannerAnimation = components['schemas']['TourBannerAnimation'];
export type TourElementStep = components['schemas']['TourElementStep'];
export type TourConditions = components['schemas']['TourConditions'];
export type TourEventTriggers = components['schemas']['TourEventTriggers'];
export type TourEventTrigger = components['schemas']['TourEventTrigger'];
export type TourPropertyFilter = components['schemas']['TourPropertyFilter'];
export type TourActionTriggers = components['schemas']['TourActionTriggers'];
export type TourActionTrigger = components['schemas']['TourActionTrigger'];
export type SeenTourWaitPeriod = components['schemas']['SeenTourWaitPeriod'];
export type TourAppearance = components['schemas']['TourAppearance'];
