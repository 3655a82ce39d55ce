/** Proxies that compress a response mark its tag as weak, and some append the coding: `"4-abc-gzip"`, `"4-abc--gzip"` or `"4-abc;gzip"`. */
const MARK = /^W\//;
const SUFFIX = /(?:--?|;)(?:gzip|br|deflate|zstd)"$/i;

/** The tags of an `If-Match` or `If-None-Match` header without the mark of weak tags, or `*`. */
export function readTags(header: string | undefined): string[] {
  return (header ?? '').split(',').map((tag) => tag.trim().replace(MARK, ''));
}

/** A tag without the coding that a proxy has appended. */
export function withoutCoding(tag: string): string {
  return tag.replace(SUFFIX, '"');
}

/** Whether a header names this tag: the weak comparison of RFC 9110, section 8.8.3.2, of tags as proxies change them. */
export function includesTag(header: string | undefined, etag: string): boolean {
  return readTags(header).some((tag) => tag === '*' || tag === etag || withoutCoding(tag) === etag);
}
