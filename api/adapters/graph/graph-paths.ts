/** Where Graph keeps what belongs to a mailbox. */
export function user(mailbox: string): string {
  return `/users/${encodeURIComponent(mailbox)}`;
}

/** A folder of a mailbox, by an id or by Exchange's own name for it. */
export function folder(mailbox: string, nameOrId: string): string {
  return `${user(mailbox)}/mailFolders/${nameOrId}`;
}

/** A message of a mailbox, whatever folder it is in. */
export function message(mailbox: string, id: string): string {
  return `${user(mailbox)}/messages/${encodeURIComponent(id)}`;
}
