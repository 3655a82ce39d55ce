/** What the SDK reads before anything else: contract section 15.3. Whatever this server does not have is switched off. */
export function remoteConfig(token: string, project: { hasTours: boolean; hasFlags: boolean }): Record<string, unknown> {
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
