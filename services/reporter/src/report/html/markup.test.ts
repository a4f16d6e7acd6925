import { expect, test } from '@jest/globals';
import { html, trusted } from './markup.ts';

test('text is escaped, markup stands, lists are joined, null is nothing', () => {
  expect(html`<p title="${'"x"'}">${'<b>'}${[html`<i>${1}</i>`, 'a&b', null]}${null}</p>`.source).toBe(
    '<p title="&#34;x&#34;">&#60;b&#62;<i>1</i>a&#38;b</p>',
  );
});

test('an exclamation mark before a slot opens no door', () => {
  expect(html`<p>Careful!${'<script>'}</p>`.source).toBe('<p>Careful!&#60;script&#62;</p>');
});

test('trusted markup stands as it is', () => {
  expect(
    html`<style>
      ${trusted('a>b{}')}
    </style>`.source,
  ).toContain('a>b{}');
});

test('one slot takes a bounded text only', () => {
  expect(html`${'x'.repeat(1_000_000)}`.source.length).toBeLessThan(5000);
});
