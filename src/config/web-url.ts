/** Whether a text is an http or https address without query and fragment. */
export function isWebUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, search, hash } = new URL(text);
  return ['http:', 'https:'].includes(protocol) && search === '' && hash === '';
}

export function hasCredentials(url: string): boolean {
  const { username, password } = new URL(url);
  return username !== '' || password !== '';
}

export function isOrigin(text: string): boolean {
  return isWebUrl(text) && new URL(text).origin === text;
}

export function trimSlash(url: string): string {
  return url.replace(/\/+$/, '');
}
