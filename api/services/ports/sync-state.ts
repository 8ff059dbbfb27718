/** Small facts that survive restarts: delta cursors, subscriptions, how far the clocks were swept. */
export interface SyncState {
  get(name: string): Promise<string | undefined>;
  set(name: string, value: string): Promise<void>;
}
