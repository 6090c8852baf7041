import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { FakeGateway } from '../FakeGateway';
import { open } from '../render';

describe('a control', () => {
  it('gives its general remedy, and for which resources there is another', async () => {
    FakeGateway.install();

    open('/controls/ec2-instance-patched');

    expect(await screen.findByRole('heading', { name: 'Instance of an Auto Scaling group' })).toBeTruthy();
    expect(screen.getByText('"aws:autoscaling:groupName" in tags')).toBeTruthy();
    expect(screen.getByText(/start an instance refresh/)).toBeTruthy();
    expect(screen.getByRole('tab', { name: 'Terraform' })).toBeTruthy();
  });
});
