import { describe, expect, it, vi } from 'vitest';
import { api } from '../../src/api/api';
import type { ProviderEvidence } from '../../src/api/catalog';
import { ApiError } from '../../src/api/http';
import { FakeGateway } from '../FakeGateway';
import { providerEvidence } from '../fixtures/reports';

describe('asking the gateway', () => {
  it('leaves out what is not asked and keeps an empty team, which means none', async () => {
    const gateway = FakeGateway.install();

    await api.findings({ severity: 'high', team: '', region: undefined });

    expect(gateway.calls[0]?.query.toString()).toBe('severity=high&team=');
  });

  it('escapes ids in paths', async () => {
    const gateway = FakeGateway.install().answer('/controls/a%2Fb', 200, {});

    await api.control('a/b');

    expect(gateway.calls[0]?.path).toBe('/controls/a%2Fb');
  });

  it('gives the problem that the gateway names', async () => {
    FakeGateway.install().answer('/findings', 400, {
      type: '/problems/bad-request',
      title: 'Bad request',
      status: 400,
      detail: 'severity is odd',
      field: 'severity',
    });

    const asked = api.findings({ severity: 'odd' });

    await expect(asked).rejects.toMatchObject({ problem: { field: 'severity', detail: 'severity is odd' } });
  });

  it('gives the problem of whatever is refused, in every way of asking', async () => {
    const busy = { type: '/problems/conflict', title: 'Somebody was faster', status: 409, detail: 'draft 7 is published' };
    FakeGateway.install()
      .answer('/drafts/7', 409, busy)
      .answer('/drafts', 409, busy)
      .answer('/drafts/7/provider-evidence/a', 409, busy)
      .answer('/evidence-files', 409, busy)
      .answer('/about', 409, busy);

    const report = providerEvidence.reports[0]?.report as ProviderEvidence;

    const asked = [
      api.dropDraft(7),
      api.beginDraft(),
      api.putReport(7, report, 'a'),
      api.uploadEvidence(new File(['x'], 'x.txt')),
      api.about(),
    ];

    for (const outcome of await Promise.allSettled(asked)) {
      expect(outcome).toMatchObject({ status: 'rejected', reason: { problem: busy } });
    }
  });

  it('takes an answer without a body for a dropped draft', async () => {
    FakeGateway.install().answer('/drafts/7', 204, undefined);

    await expect(api.dropDraft(7)).resolves.toBeUndefined();
  });

  it('says so when the gateway cannot be reached', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));

    const asked = api.layers();

    await expect(asked).rejects.toBeInstanceOf(ApiError);
    await expect(asked).rejects.toMatchObject({ problem: { title: 'The gateway cannot be reached' } });
  });
});
