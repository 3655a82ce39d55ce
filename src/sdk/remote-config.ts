import { type JsonSchema, listSchema, objectSchema } from '../openapi/json-schema.ts';

/** What the SDK reads before anything else: contract section 15.3. Whatever this server does not have is switched off. */
export function remoteConfig(token: string, project: { hasTours: boolean; hasFlags: boolean }) {
  return {
    token,
    supportedCompression: ['gzip', 'gzip-js'],
    hasFeatureFlags: project.hasFlags,
    captureDeadClicks: false,
    capturePerformance: false,
    autocapture_opt_out: true,
    autocaptureExceptions: false,
    analytics: { endpoint: '/i/v0/e/' },
    elementsChainAsString: true,
    sessionRecording: false,
    heatmaps: false,
    surveys: false,
    productTours: project.hasTours,
    defaultIdentifiedOnly: true,
    siteApps: [],
  };
}

/** The same as a script, which stores it where the SDK looks first. */
export function remoteConfigScript(token: string, config: Record<string, unknown>): string {
  const stored = JSON.stringify({ config, siteApps: [] });
  return `(function () {
  window._POSTHOG_REMOTE_CONFIG = window._POSTHOG_REMOTE_CONFIG || {};
  window._POSTHOG_REMOTE_CONFIG[${JSON.stringify(token)}] = ${stored};
})();
`;
}

const OFF: JsonSchema = { type: 'boolean', const: false };

/** The same, for its readers. */
export const CONFIG_SCHEMA = objectSchema({
  token: { type: 'string' },
  supportedCompression: { ...listSchema({ type: 'string' }), description: 'How bodies may be compressed.' },
  hasFeatureFlags: { type: 'boolean', description: 'Whether there is a flag to ask for.' },
  captureDeadClicks: OFF,
  capturePerformance: OFF,
  autocapture_opt_out: { type: 'boolean' },
  autocaptureExceptions: OFF,
  analytics: { ...objectSchema({ endpoint: { type: 'string' } }), description: 'Where events go.' },
  elementsChainAsString: { type: 'boolean' },
  sessionRecording: OFF,
  heatmaps: OFF,
  surveys: OFF,
  productTours: { type: 'boolean', description: 'Whether there is a tour to ask for.' },
  defaultIdentifiedOnly: { type: 'boolean' },
  siteApps: listSchema({}),
} satisfies Record<keyof ReturnType<typeof remoteConfig>, JsonSchema>);
