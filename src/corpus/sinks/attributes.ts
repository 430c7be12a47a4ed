import { fchmodSync, fchownSync, fstatSync, type Stats } from 'node:fs';

/** Of a mode, what `chmod` sets: permissions, and the bits for users, groups and folders. */
const settable = 0o7777;
const setUser = 0o4000;
const setGroup = 0o2000;

/**
 * Gives a new file the owner, the group and the mode of an older one, as far as the system lets it, and returns what it
 * could not keep, in words.
 *
 * A file of another owner or group gets no bit that would let others act as these, and another group gets no more than all
 * others have. Node.js has no access to extended attributes and access control lists: these are not looked at.
 */
export function keepAttributes(file: number, old: Stats): string[] {
  const { uid, gid } = fstatSync(file);
  // The group first, and by itself: its members may set it, and only the superuser may give files away.
  const keepsGroup = gid === old.gid || isDone(() => fchownSync(file, uid, old.gid));
  const keepsOwner = uid === old.uid || isDone(() => fchownSync(file, old.uid, keepsGroup ? old.gid : gid));
  let mode = old.mode & settable;
  if (!keepsOwner) mode &= ~setUser;
  if (!keepsGroup) mode &= ~setGroup & ((mode << 3) | ~0o070);
  const isSet = isDone(() => fchmodSync(file, mode));
  const isKept = isSet && ((fstatSync(file).mode ^ old.mode) & settable) === 0;
  return [
    ...(keepsOwner ? [] : [`its owner (${old.uid})`]),
    ...(keepsGroup ? [] : [`its group (${old.gid})`]),
    ...(isKept ? [] : [`its mode (${(old.mode & settable).toString(8)})`]),
  ];
}

function isDone(work: () => void): boolean {
  try {
    work();
    return true;
  } catch {
    return false;
  }
}
