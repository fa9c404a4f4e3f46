import { connect, type Remote, WorkerGone } from './calls';
import type { Spawn } from './port';
import type { AnalysisCalls, AnalysisRequest, Analysed, WorkerModels } from './protocol';

/** Open articles are served before articles that are only indexed. */
export type Priority = 'open' | 'index';

export type Outcome =
  | { readonly kind: 'analysed'; readonly analysed: Analysed }
  /** A newer version of the same article was asked for, or the pool was closed. */
  | { readonly kind: 'stale' }
  /** The job ran past its budget; its worker was killed. */
  | { readonly kind: 'overrun'; readonly budget: number }
  | { readonly kind: 'failed'; readonly error: string };

interface Job {
  readonly request: AnalysisRequest;
  readonly priority: Priority;
  readonly settle: (outcome: Outcome) => void;
}

interface Slot {
  readonly remote: Remote<AnalysisCalls>;
  readonly close: () => void;
  job?: Job;
  /** Set when the pool itself ended the worker under a job. */
  ended?: 'overrun' | 'pre-empted';
}

export interface PoolOptions {
  readonly size: number;
  readonly spawn: Spawn;
  readonly models: () => Promise<WorkerModels>;
  /** What was learnt from corrections in the folder of an article, for requests that do not say. */
  readonly learned?: (uri: string) => Promise<string>;
  /** Milliseconds a text of so many characters may take. */
  readonly budget?: (characters: number) => number;
  /** Milliseconds an open article waits before an index job is pushed aside for it. */
  readonly patience?: number;
}

const defaultBudget = (characters: number): number => 10_000 + characters / 100;

/**
 * Workers that analyse texts. Of each article only the newest version is analysed; open articles go
 * first and push an index job aside when no worker is free; a job past its budget loses its worker.
 */
export class AnalysisPool {
  private readonly queues: Record<Priority, Job[]> = { open: [], index: [] };
  private readonly slots = new Set<Slot>();
  private starting = 0;
  private closed = false;

  constructor(private readonly options: PoolOptions) {}

  /** Never rejects: what went wrong is in the outcome. */
  analyse(request: AnalysisRequest, priority: Priority): Promise<Outcome> {
    this.dropOlder(request.uri);
    return new Promise((settle) => {
      this.queues[priority].push({ request, priority, settle });
      this.fill();
      if (priority === 'open')
        setTimeout(() => {
          this.preempt(request);
        }, this.options.patience ?? 200);
    });
  }

  /** Drops every index job that has not begun. */
  cancelIndex(): void {
    for (const job of this.queues.index.splice(0)) job.settle({ kind: 'stale' });
  }

  close(): void {
    this.closed = true;
    this.cancelIndex();
    for (const job of this.queues.open.splice(0)) job.settle({ kind: 'stale' });
    for (const slot of this.slots) slot.close();
  }

  private dropOlder(uri: string): void {
    for (const queue of Object.values(this.queues)) {
      const index = queue.findIndex((job) => job.request.uri === uri);
      if (index >= 0) queue.splice(index, 1)[0]!.settle({ kind: 'stale' });
    }
  }

  /** Gives waiting jobs to idle workers, starting workers as needed. */
  private fill(): void {
    if (this.closed) return;
    for (const slot of this.slots) if (!slot.job) this.giveNext(slot);
    const waiting = this.queues.open.length + this.queues.index.length;
    const room = this.options.size - this.slots.size - this.starting;
    for (let i = this.starting; i < Math.min(waiting, this.starting + room); i++) void this.start();
  }

  private giveNext(slot: Slot): void {
    const job = this.queues.open.shift() ?? this.queues.index.shift();
    if (job) void this.run(slot, job);
  }

  private async start(): Promise<void> {
    this.starting++;
    try {
      const [port, models] = await Promise.all([this.options.spawn(), this.options.models()]);
      const slot: Slot = connect<AnalysisCalls>(port);
      await slot.remote.load(models);
      if (this.closed) slot.close();
      else this.slots.add(slot);
    } catch (error) {
      this.failWaiting(error instanceof Error ? error.message : String(error));
    } finally {
      this.starting--;
      this.fill();
    }
  }

  /** No worker can be had: waiting jobs would wait for ever. */
  private failWaiting(error: string): void {
    if (this.slots.size > 0) return;
    for (const queue of Object.values(this.queues)) {
      for (const job of queue.splice(0)) job.settle({ kind: 'failed', error });
    }
  }

  private async run(slot: Slot, job: Job): Promise<void> {
    slot.job = job;
    const budget = (this.options.budget ?? defaultBudget)(job.request.text.length);
    const timer = setTimeout(() => {
      this.end(slot, 'overrun');
    }, budget);
    try {
      const { request } = job;
      const learned = request.learned ?? (await this.options.learned?.(request.uri));
      const analysed = await slot.remote.analyse(learned ? { ...request, learned } : request);
      job.settle({ kind: 'analysed', analysed });
    } catch (error) {
      if (error instanceof WorkerGone) this.slots.delete(slot);
      if (slot.ended === 'overrun') job.settle({ kind: 'overrun', budget });
      else if (slot.ended === 'pre-empted') this.queues.index.unshift(job);
      else if (this.closed) job.settle({ kind: 'stale' });
      else
        job.settle({
          kind: 'failed',
          error: error instanceof Error ? error.message : String(error),
        });
    } finally {
      clearTimeout(timer);
      delete slot.job;
      this.fill();
    }
  }

  private end(slot: Slot, why: 'overrun' | 'pre-empted'): void {
    slot.ended = why;
    slot.close();
  }

  private preempt(request: AnalysisRequest): void {
    if (!this.queues.open.some((job) => job.request === request)) return;
    const victim = [...this.slots].find((slot) => slot.job?.priority === 'index');
    if (victim) this.end(victim, 'pre-empted');
  }
}
