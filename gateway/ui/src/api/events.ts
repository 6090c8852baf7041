import type { Grade } from './common';
import type { Score } from './posture';
import type { Outcome, ScanProgress } from './scans';

/** What the gateway says of itself, by the event's name. */
export interface Events {
  scorecard: { account: string; version: number; grade?: Grade; overall: Score };
  findings: { scope: string; finding?: string; opened: number; changed: number; resolved: number };
  scan: { scan: string; scope: string; phase: ScanProgress['phase']; outcome?: Outcome };
}

export type EventName = keyof Events;
export type Connection = 'connecting' | 'live' | 'lost';
export type Listener<N extends EventName> = (event: Events[N]) => void;

const names: readonly EventName[] = ['scorecard', 'findings', 'scan'];

/** `EventSource.CLOSED`: the gateway answered with something else than events, and the browser gave up. */
const closed = 2;
const reopenAfter = 5_000;

/** One connection to the gateway's events, shared by all that listen; the browser reconnects it, and a refusal is asked again. */
export class LiveEvents {
  private readonly listeners = new Map<EventName, Set<Listener<EventName>>>();

  open(report: (connection: Connection) => void): () => void {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const reopen = () => {
      timer = setTimeout(() => {
        source = this.connect(report, reopen);
      }, reopenAfter);
    };
    let source = this.connect(report, reopen);
    return () => {
      clearTimeout(timer);
      source.close();
    };
  }

  private connect(report: (connection: Connection) => void, refused: () => void): EventSource {
    const source = new EventSource('/api/v1/events');
    source.onopen = () => report('live');
    source.onerror = () => {
      report('lost');
      if (source.readyState === closed) refused();
    };
    for (const name of names) {
      source.addEventListener(name, (event) => this.tell(name, (event as MessageEvent<string>).data));
    }
    return source;
  }

  listen<N extends EventName>(name: N, listener: Listener<N>): () => void {
    const set = this.listeners.get(name) ?? new Set();
    this.listeners.set(name, set);
    set.add(listener as Listener<EventName>);
    return () => set.delete(listener as Listener<EventName>);
  }

  tell(name: EventName, data: string): void {
    const event = JSON.parse(data) as Events[EventName];
    for (const listener of this.listeners.get(name) ?? []) {
      listener(event);
    }
  }
}
