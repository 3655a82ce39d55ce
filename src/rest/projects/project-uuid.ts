import { createHash } from 'node:crypto';

/** The UUID that the original gives a project beside its number: here made from the number and the organization (RFC 9562, version 5), so always the same. */
export function projectUuid(project: { id: number; organization: { id: string } }): string {
  const namespace = Buffer.from(project.organization.id.replaceAll('-', ''), 'hex');
  const bytes = createHash('sha1').update(namespace).update(`project/${project.id}`).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
