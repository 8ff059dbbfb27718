import type { IdForm } from "./message-ids.ts";

export type ChangeType = "created" | "updated" | "deleted";

/** What an application asked to be told about, and where. */
export type StoredSubscription = {
  readonly id: string;
  readonly appId: string;
  readonly resource: string;
  readonly mailbox: string;
  /** Undefined when it covers all folders. */
  readonly folderId?: string;
  readonly changeTypes: readonly ChangeType[];
  readonly notificationUrl: string;
  readonly lifecycleNotificationUrl?: string;
  readonly clientState?: string;
  readonly expiresAt: string;
  /** Fixed when the subscription is made, as in Graph. */
  readonly idForm: IdForm;
};
