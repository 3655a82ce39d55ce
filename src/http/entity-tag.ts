/** What marks a tag as weak: proxies add it when they compress a response. */
const WEAK = /^W\//;

/** How some proxies end a tag when they compress: `"4-abc-gzip"`, `"4-abc--gzip"` or `"4-abc;gzip"`. */
const CODING = /^(?:(?:--?|;)(?:gzip|br|deflate|zstd))?"$/i;

/** The tags of an `If-Match` or `If-None-Match` header without the mark of weak tags, or `*`. */
export function readTags(header: string | undefined): string[] {
  return (header ?? '').split(',').map((tag) => tag.trim().replace(WEAK, ''));
}

/**
 * Whether a header names this tag: the weak comparison of RFC 9110, section 8.8.3.2, of tags as proxies change them.
 */
export function includesTag(header: string | undefined, etag: string): boolean {
  const beginning = etag.slice(0, -1);
  return readTags(header).some((tag) => tag === '*' || (tag.startsWith(beginning) && CODING.test(tag.slice(beginning.length))));
}
