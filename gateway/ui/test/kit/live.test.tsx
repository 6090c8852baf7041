import { act, render } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LiveEvents } from '../../src/api/events';
import { LiveProvider, useLive } from '../../src/kit/live';

function Listener({ refresh }: { refresh: () => void }) {
  useLive('scorecard', ({ account }) => account === '111122223333', refresh);
  return null;
}

function scorecardOf(account: string): string {
  return JSON.stringify({ account, version: 2, overall: {} });
}

describe('live updates', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('turns many events in a row into one refresh', () => {
    const events = new LiveEvents();
    const refresh = vi.fn();
    render(
      <LiveProvider events={events}>
        <Listener refresh={refresh} />
      </LiveProvider>,
    );

    act(() => {
      for (let version = 0; version < 50; version++) {
        events.tell('scorecard', scorecardOf('111122223333'));
      }
      vi.runAllTimers();
    });

    expect(refresh).toHaveBeenCalledTimes(1);
  });

  it('leaves alone what an event does not concern', () => {
    const events = new LiveEvents();
    const refresh = vi.fn();
    render(
      <LiveProvider events={events}>
        <Listener refresh={refresh} />
      </LiveProvider>,
    );

    act(() => {
      events.tell('scorecard', scorecardOf('999988887777'));
      vi.runAllTimers();
    });

    expect(refresh).not.toHaveBeenCalled();
  });
});
