import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Plugin } from 'vite';
import { answer } from '../fixtures/answers.ts';
import { scans } from '../fixtures/scans.ts';

/** The policy that the gateway sends with every page. */
export const contentSecurityPolicy =
  "default-src 'self'; img-src 'self' data:; font-src 'self' data:; style-src 'self'; script-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/** Answers `/api/v1` from the fixtures, for developing and looking at the dashboard without a gateway. */
export function fixtureApi(): Plugin {
  return {
    name: 'fixture-api',
    configureServer: (server) => void server.middlewares.use('/api/v1', respond),
    configurePreviewServer: (server) => void server.middlewares.use('/api/v1', respond),
  };
}

function respond(request: IncomingMessage, response: ServerResponse): void {
  const url = new URL(request.url ?? '/', 'http://localhost');
  if (url.pathname === '/events') {
    streamEvents(request, response);
    return;
  }
  const { status, body } = answer(request.method ?? 'GET', url.pathname, url.searchParams);
  response.statusCode = status;
  response.setHeader('Content-Type', status < 400 ? 'application/json' : 'application/problem+json');
  response.end(JSON.stringify(body));
}

function streamEvents(request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
  response.write(': open\n\n');
  const timer = setInterval(() => {
    response.write(
      `event: scan\ndata: ${JSON.stringify({ scan: scans[0]?.request.id, scope: '111122223333/eu-central-1/AWS::S3::Bucket', phase: 'ENDED', outcome: 'COMPLETE' })}\n\n`,
    );
  }, 5_000);
  request.on('close', () => clearInterval(timer));
}
