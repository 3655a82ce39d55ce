/** A registered name or address, an IPv6 address in brackets among them, with or without a port (RFC 9110, section 7.2). */
const HOST = /^(?:[\w.~!$&'()*+,;=%-]+|\[[\da-f:.]+\])(?::\d{0,5})?$/i;

/** Whether a text can be the value of `Host`. */
export function isHost(text: string): boolean {
  return HOST.test(text);
}
