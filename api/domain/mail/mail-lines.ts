/** The first characters of a text: rules look no further, so that no mail can keep them busy. */
export function beginningOf(text: string, characters: number): string {
  return text.slice(0, characters);
}

/** The line at a place of a text; empty before its first and after its last. */
export function lineAt(lines: readonly string[], at: number): string {
  return lines[at] ?? "";
}

/** A subject without the prefixes that replies put before it, and whether there were any. */
export function withoutReplyPrefix(subject: string): { subject: string; prefixed: boolean } {
  const prefix =
    /^(?:\s*(?:re|aw|antw(?:ort)?|sv|vs|vá|rv|res|r|rif|odp|ynt|ref|答复|回复|回覆|返信|답장|ответ|отв)\s?(?:\[\d{1,3}\]|\(\d{1,3}\))?\s?[:：]\s*){1,20}/iu.exec(
      subject.slice(0, 400),
    );
  return prefix === null
    ? { subject: subject.trim(), prefixed: false }
    : { subject: subject.slice(prefix[0].length).trim(), prefixed: true };
}

/** Whether a subject says that somebody passes a mail on. */
export function isForward(subject: string): boolean {
  return /^\s*(?:re\s*:\s*)?(?:fw|fwd|wg|tr|rv|i|enc|doorst|vb|vs|vl|pd|továbbítás|转发|轉寄|전달|転送|пересл\p{L}*|fwd?\s?\[\d\])\s*[:：]/iu.test(
    subject,
  );
}
