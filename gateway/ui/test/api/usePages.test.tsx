import { act, renderHook, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { ApiError } from '../../src/api/http';
import { usePages } from '../../src/api/usePages';

const failure = new ApiError({ type: 'about:blank', title: 'Away', status: 503, detail: 'away' });

describe('a paged list', () => {
  it('adds the next page to what is on show', async () => {
    const { result } = renderHook(() =>
      usePages('letters', async (cursor) => (cursor === undefined ? { items: ['a'], next: '2', total: 2 } : { items: ['b'], total: 2 })),
    );
    await waitFor(() => expect(result.current.items).toEqual(['a']));

    act(() => result.current.more?.());

    await waitFor(() => expect(result.current.items).toEqual(['a', 'b']));
    expect(result.current.more).toBeUndefined();
  });

  it('starts at the first page again when the question changes', async () => {
    const asked: (string | undefined)[] = [];
    const { result, rerender } = renderHook(
      ({ name }) =>
        usePages(name, async (cursor) => {
          asked.push(cursor);
          return { items: [`${name}${cursor ?? 1}`], next: '2' };
        }),
      { initialProps: { name: 'a' } },
    );
    await waitFor(() => expect(result.current.items).toEqual(['a1']));
    act(() => result.current.more?.());
    await waitFor(() => expect(result.current.items).toEqual(['a1', 'a2']));

    rerender({ name: 'b' });

    await waitFor(() => expect(result.current.items).toEqual(['b1']));
    expect(asked.at(-1)).toBeUndefined();
  });

  it('keeps what is on show when a further page fails, and asks for that page again', async () => {
    let away = true;
    const { result } = renderHook(() =>
      usePages('letters', async (cursor) => {
        if (cursor === undefined) {
          return { items: ['a'], next: '2' };
        }
        if (away) {
          throw failure;
        }
        return { items: ['b'] };
      }),
    );
    await waitFor(() => expect(result.current.items).toEqual(['a']));
    act(() => result.current.more?.());
    await waitFor(() => expect(result.current.error).toBe(failure));
    expect(result.current.items).toEqual(['a']);
    away = false;

    act(() => result.current.more?.());

    await waitFor(() => expect(result.current.items).toEqual(['a', 'b']));
    expect(result.current.error).toBeUndefined();
  });
});
