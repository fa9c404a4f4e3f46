import type { WorkerPort } from './port';

/** A set of functions that one side of a port offers to the other. */
export type Calls<C> = { readonly [K in keyof C]: (...args: never[]) => unknown };

/** The same functions as seen from the other side: every answer is a promise. */
export type Remote<C extends Calls<C>> = {
  readonly [K in keyof C]: (...args: Parameters<C[K]>) => Promise<Awaited<ReturnType<C[K]>>>;
};

interface Request {
  readonly id: number;
  readonly call: string;
  readonly args: readonly unknown[];
}

type Reply =
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly error: string };

/** Answers the requests that arrive, in their order. An exception is sent back as its message. */
export function serve<C extends Calls<C>>(
  calls: C,
  port: Pick<WorkerPort, 'post' | 'listen'>,
): void {
  const byName = new Map(Object.entries(calls)) as Map<string, (...args: unknown[]) => unknown>;
  port.listen(
    (message) => {
      const { id, call, args } = message as Request;
      const answer = async (): Promise<unknown> => {
        const run = byName.get(call);
        if (!run) throw new Error(`no such call: ${call}`);
        return run(...args);
      };
      answer().then(
        (value) => {
          port.post({ id, value } satisfies Reply);
        },
        (error: unknown) => {
          const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
          port.post({ id, error: text } satisfies Reply);
        },
      );
    },
    () => undefined,
  );
}

/** The worker was terminated or died before it answered. */
export class WorkerGone extends Error {}

export interface Connection<C extends Calls<C>> {
  readonly remote: Remote<C>;
  readonly close: () => void;
  /** Ends a worker that is of no use any more; the same follows as after its death. */
  readonly fail: (why: string) => void;
}

/**
 * The calls offered at the other end of a port. Once the worker is gone every open and later call
 * fails with `WorkerGone`.
 * @param onDeath is told why the worker died, unless it was closed
 */
export function connect<C extends Calls<C>>(
  port: WorkerPort,
  onDeath: (why: string) => void = () => undefined,
): Connection<C> {
  const open = new Map<
    number,
    { readonly resolve: (value: unknown) => void; readonly reject: (error: Error) => void }
  >();
  let nextId = 0;
  let gone: string | undefined;

  const end = (why: string): void => {
    if (gone !== undefined) return;
    gone = why;
    for (const { reject } of open.values()) reject(new WorkerGone(why));
    open.clear();
  };

  const die = (why: string): void => {
    if (gone !== undefined) return;
    end(why);
    onDeath(why);
  };

  port.listen((message) => {
    const reply = message as Reply;
    const waiting = open.get(reply.id);
    open.delete(reply.id);
    if (!waiting) return;
    if ('error' in reply) waiting.reject(new Error(reply.error));
    else waiting.resolve(reply.value);
  }, die);

  const remote = new Proxy({} as Remote<C>, {
    get: (_target, call) =>
      // A promise resolved with the proxy must not take it for a thenable.
      typeof call !== 'string' || call === 'then'
        ? undefined
        : (...args: unknown[]) =>
            new Promise((resolve, reject) => {
              if (gone !== undefined) {
                reject(new WorkerGone(gone));
                return;
              }
              const id = nextId++;
              open.set(id, { resolve, reject });
              port.post({ id, call, args } satisfies Request);
            }),
  });

  return {
    remote,
    close: () => {
      end('closed');
      port.terminate();
    },
    fail: (why) => {
      port.terminate();
      die(why);
    },
  };
}

/**
 * As `connect`, but the port is opened at the first call, and anew at the first call after the worker has died.
 * @param onDeath is told why, before another call can be made
 */
export function connectLater<C extends Calls<C>>(
  open: () => Promise<WorkerPort>,
  onDeath: (why: string) => void = () => undefined,
): Connection<C> {
  let connection: Promise<Connection<C>> | undefined;
  const remote = new Proxy({} as Remote<C>, {
    get: (_target, call) =>
      typeof call !== 'string' || call === 'then'
        ? undefined
        : async (...args: unknown[]) => {
            connection ??= open().then((port) =>
              connect<C>(port, (why) => {
                connection = undefined;
                onDeath(why);
              }),
            );
            const { remote: opened } = await connection;
            return (opened[call as keyof C] as (...given: unknown[]) => Promise<unknown>)(...args);
          },
  });
  return {
    remote,
    close: () =>
      void connection?.then(({ close }) => {
        close();
      }),
    fail: (why) =>
      void connection?.then(({ fail }) => {
        fail(why);
      }),
  };
}
