import { fireEvent, render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { followLinks } from '../../src/app/followLinks';

function clickOn(anchor: React.JSX.Element, init: MouseEventInit = {}): string[] {
  const followed: string[] = [];
  const follow = { onClick: followLinks((to) => followed.push(to)) };
  render(<div {...follow}>{anchor}</div>);
  fireEvent.click(screen.getByText('go'), init);
  return followed;
}

describe('links', () => {
  it('of the dashboard are followed inside it', () => {
    expect(
      clickOn(
        <a href="/findings?severity=high">
          <b>go</b>
        </a>,
      ),
    ).toEqual(['/findings?severity=high']);
  });

  it('to the API are left to the browser', () => {
    expect(clickOn(<a href="/q/swagger-ui/">go</a>)).toEqual([]);
  });

  it('to other sites are left to the browser', () => {
    expect(clickOn(<a href="https://aws.amazon.com/">go</a>)).toEqual([]);
  });

  it('with a modifier open as the browser opens them', () => {
    expect(clickOn(<a href="/findings">go</a>, { ctrlKey: true })).toEqual([]);
  });
});
