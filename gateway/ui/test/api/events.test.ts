import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LiveEvents } from '../../src/api/events';

class FakeSource {
  static opened: FakeSource[] = [];
  readyState = 0;
  onopen: () => void = () => undefined;
  onerror: () => void = () => undefined;

  constructor() {
    FakeSource.opened.push(this);
  }

  addEventListener(): void {}

  close(): void {
    this.readyState = 2;
  }

  fail(readyState: number): void {
    this.readyState = readyState;
    this.onerror();
  }
}

function newest(): FakeSource {
  return FakeSource.opened.at(-1) as FakeSource;
}

describe('the connection to live events', () => {
  beforeEach(() => {
    FakeSource.opened = [];
    vi.stubGlobal('EventSource', FakeSource);
    vi.useFakeTimers();
  });
  afterEach(() => void vi.useRealTimers());

  it('asks again after a refusal, which the browser takes for the end', () => {
    const told: string[] = [];
    new LiveEvents().open((connection) => told.push(connection));

    newest().fail(2);
    vi.runAllTimers();
    newest().onopen();

    expect(FakeSource.opened).toHaveLength(2);
    expect(told).toEqual(['lost', 'live']);
  });

  it('leaves a lost connection to the browser, which reconnects it', () => {
    new LiveEvents().open(() => undefined);

    newest().fail(0);
    vi.runAllTimers();

    expect(FakeSource.opened).toHaveLength(1);
  });

  it('does not ask again once it is closed', () => {
    const close = new LiveEvents().open(() => undefined);

    newest().fail(2);
    close();
    vi.runAllTimers();

    expect(FakeSource.opened).toHaveLength(1);
  });
});
