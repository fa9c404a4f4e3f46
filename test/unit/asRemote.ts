import type { Calls, Remote } from '../../src/worker/calls';

/** Calls as the other side of a port sees them, without a worker between. */
export function asRemote<C extends Calls<C>>(calls: C): Remote<C> {
  return new Proxy({} as Remote<C>, {
    get:
      (_target, name) =>
      async (...args: never[]) =>
        calls[name as keyof C](...args),
  });
}
