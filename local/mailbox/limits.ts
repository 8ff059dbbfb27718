/** Where Exchange Online stops; tests lower a limit rather than send so much. */
export type Limits = {
  /** Requests of one application to one mailbox that may be under way at once. */
  readonly concurrentRequests: number;
  readonly retryAfterSeconds: number;
  /** The JSON of one request. */
  readonly requestBytes: number;
  /** From here on an attachment needs an upload session. */
  readonly sessionAttachmentBytes: number;
  /** One range of an upload session. */
  readonly uploadRangeBytes: number;
  /** A message with everything attached to it. */
  readonly messageBytes: number;
  /** A mail that comes in by SMTP. */
  readonly incomingBytes: number;
};

const mebibyte = 1024 * 1024;

export const exchangeLimits: Limits = {
  concurrentRequests: 4,
  retryAfterSeconds: 1,
  requestBytes: 4 * mebibyte,
  sessionAttachmentBytes: 3 * mebibyte,
  uploadRangeBytes: 4 * mebibyte,
  messageBytes: 39 * mebibyte,
  incomingBytes: 25 * mebibyte,
};
