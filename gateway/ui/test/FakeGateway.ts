import { vi } from 'vitest';
import { type Answer, answer as fixtureAnswer } from './fixtures/answers';

export interface Call {
  method: string;
  path: string;
  query: URLSearchParams;
  body: unknown;
}

/** Stands in for the gateway behind `fetch`: answers from the fixtures unless told otherwise, and remembers what was asked. */
export class FakeGateway {
  readonly calls: Call[] = [];
  private readonly set = new Map<string, Answer>();

  static install(): FakeGateway {
    const gateway = new FakeGateway();
    vi.stubGlobal('fetch', gateway.fetch);
    return gateway;
  }

  /** Answers a path so from now on. */
  answer(path: string, status: number, body: unknown): this {
    this.set.set(path, { status, body });
    return this;
  }

  asked(path: string): Call[] {
    return this.calls.filter((call) => call.path === path);
  }

  private readonly fetch = async (input: string, init: RequestInit = {}): Promise<Response> => {
    const url = new URL(input, 'http://localhost');
    const path = url.pathname.replace(/^\/api\/v1/, '');
    const method = init.method ?? 'GET';
    this.calls.push({ method, path, query: url.searchParams, body: typeof init.body === 'string' ? JSON.parse(init.body) : undefined });
    const { status, body } = this.set.get(path) ?? fixtureAnswer(method, path, url.searchParams);
    return new Response(body === undefined ? null : JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } });
  };
}
