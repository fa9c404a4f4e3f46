import { type Calls, serve } from '../../src/worker/calls';
import type { WorkerPort } from '../../src/worker/port';

/** A worker without a thread: both ends of a port whose messages are cloned and arrive later, as in a real one. */
export function fakeWorker<C extends Calls<C>>(calls: C): WorkerPort & { die(why: string): void } {
  let alive = true;
  let toHost: ((message: unknown) => void) | undefined;
  let toWorker: ((message: unknown) => void) | undefined;
  let onDeath: ((why: string) => void) | undefined;
  const later = (deliver: (() => void) | undefined): void => {
    queueMicrotask(() => {
      if (alive) deliver?.();
    });
  };
  serve(calls, {
    post: (message) => {
      const copy: unknown = structuredClone(message);
      later(() => toHost?.(copy));
    },
    listen: (listener) => {
      toWorker = listener;
    },
  });
  return {
    post: (message) => {
      const copy: unknown = structuredClone(message);
      later(() => toWorker?.(copy));
    },
    listen: (listener, death) => {
      toHost = listener;
      onDeath = death;
    },
    terminate: () => {
      alive = false;
    },
    die: (why) => {
      alive = false;
      onDeath?.(why);
    },
  };
}
