import { describe, expect, it } from '@jest/globals';

import { letters, writeLetter } from './index.ts';

const { html } = writeLetter('welcome', 'en', letters.welcome.sample.en);
const [styles = ''] = /<style>.*<\/style>/s.exec(html) ?? [];

/** The colours that programs use when they do not ask for dark ones: those of the elements themselves. */
const light = {
  page: inline('page', 'background-color'),
  card: inline('card inner', 'background-color'),
  button: inline('button', 'background-color'),
  text: inline('text', 'color'),
  quiet: inline('quiet', 'color'),
};
const dark = {
  page: styled('page', 'background-color'),
  card: styled('card', 'background-color'),
  button: styled('button', 'background-color'),
  text: styled('text', 'color'),
  quiet: styled('quiet', 'color'),
};

describe.each([
  { look: 'light', colours: light },
  { look: 'dark', colours: dark },
])('the $look colours', ({ colours }) => {
  it.each([
    ['text', 'card'],
    ['text', 'page'],
    ['quiet', 'card'],
    ['quiet', 'page'],
  ] as const)('%s is readable on the %s (WCAG 2.2, 1.4.3)', (front, back) => {
    for (const colour of colours[front]) expect(contrast(colour, colours[back][0] ?? '')).toBeGreaterThanOrEqual(4.5);
    expect(colours[front].length).toBeGreaterThan(0);
  });

  it('the label of a button is readable', () => {
    const [label = ''] = /class="button".*?color:(#[0-9a-f]{6});text-decoration:none/s.exec(html)?.slice(1) ?? [];
    expect(contrast(label, colours.button[0] ?? '')).toBeGreaterThanOrEqual(4.5);
  });
});

function inline(name: string, property: string): string[] {
  const all = html.matchAll(new RegExp(`class="${name}"[^>]*[";]${property}:(#[0-9a-f]{6})`, 'g'));
  return [...all].map(([, colour = '']) => colour);
}

function styled(name: string, property: string): string[] {
  return [...styles.matchAll(new RegExp(`\\.${name} \\{ ${property}: (#[0-9a-f]{6})`, 'g'))].map(([, c = '']) => c);
}

/** WCAG 2.2, "contrast ratio". */
function contrast(one: string, other: string): number {
  const [a = 0, b = 0] = [luminance(one), luminance(other)].toSorted((x, y) => y - x);
  return (a + 0.05) / (b + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
