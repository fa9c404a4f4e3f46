/** One end of a worker, the same for Node's threads and the browser's workers. */
export interface WorkerPort {
  post(message: unknown): void;
  /** `onDeath` is called once if the worker dies by itself. */
  listen(onMessage: (message: unknown) => void, onDeath: (why: string) => void): void;
  terminate(): void;
}

/** Starts a worker from the bundle that belongs to this host. */
export type Spawn = () => Promise<WorkerPort>;
