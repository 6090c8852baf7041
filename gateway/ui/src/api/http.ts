import type { Problem } from './common';

export type Parameters = Record<string, string | number | undefined>;

/** What the gateway refused or could not answer, as a problem. */
export class ApiError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail);
    this.name = 'ApiError';
    this.problem = problem;
  }
}

export async function get<T>(path: string, signal?: AbortSignal, parameters: Parameters = {}): Promise<T> {
  return json<T>(await reach(withParameters(path, parameters), { headers: { Accept: 'application/json' }, signal: signal ?? null }));
}

export async function post<T>(path: string, body: unknown = {}): Promise<T> {
  return write<T>('POST', path, JSON.stringify(body), 'application/json');
}

export async function put<T>(path: string, body: unknown): Promise<T> {
  return write<T>('PUT', path, JSON.stringify(body), 'application/json');
}

/** Writes what is answered with nothing. */
export async function send(method: 'PUT' | 'POST', path: string, body: unknown): Promise<void> {
  await reach(path, {
    method,
    headers: { Accept: 'application/json', 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
}

export async function remove(path: string): Promise<void> {
  await reach(path, { method: 'DELETE', headers: { Accept: 'application/json' } });
}

/** Removes what leaves a record, which is answered. */
export async function removeWith<T>(path: string, body: unknown): Promise<T> {
  return write<T>('DELETE', path, JSON.stringify(body), 'application/json');
}

/** Sends a file's bytes as they are. */
export async function upload<T>(path: string, file: File, parameters: Parameters): Promise<T> {
  return write<T>('POST', withParameters(path, parameters), file, file.type === '' ? 'application/octet-stream' : file.type);
}

async function write<T>(method: string, path: string, body: BodyInit, type: string): Promise<T> {
  return json<T>(await reach(path, { method, headers: { Accept: 'application/json', 'Content-Type': type }, body }));
}

function withParameters(path: string, parameters: Parameters): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== undefined) {
      search.set(name, String(value));
    }
  }
  const text = search.toString();
  return text === '' ? path : `${path}?${text}`;
}

/** The one way to the gateway: what comes back was answered well, everything else is thrown. */
async function reach(path: string, init: RequestInit): Promise<Response> {
  const response = await fetched(path, init);
  if (!response.ok) {
    throw new ApiError(await problemOf(response));
  }
  return response;
}

async function fetched(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(`/api/v1${path}`, init);
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') {
      throw cause;
    }
    throw new ApiError({
      type: 'about:blank',
      title: 'The gateway cannot be reached',
      status: 0,
      detail: 'No answer came from the gateway. Check that it is running, then try again.',
    });
  }
}

async function json<T>(response: Response): Promise<T> {
  return (await response.json()) as T;
}

async function problemOf(response: Response): Promise<Problem> {
  const fallback: Problem = {
    type: 'about:blank',
    title: response.statusText || `Status ${response.status}`,
    status: response.status,
    detail: `The gateway answered with status ${response.status}.`,
  };
  try {
    return { ...fallback, ...((await response.json()) as Partial<Problem>) };
  } catch {
    return fallback;
  }
}
