import type { MailAddress } from './inbox-mail.ts';

/** Whatever a mail says is text. */
export function text(value: string): string {
  return value
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/** In UTC; the script shows it in the reader's time. */
export function timeOf(iso: string): string {
  return `<time datetime="${text(iso)}">${text(iso.slice(0, 16).replace('T', ' '))} UTC</time>`;
}

/** An address with its name, as a mail shows it; not escaped. */
export function addressOf({ Name, Address }: MailAddress): string {
  return Name ? `${Name} <${Address}>` : Address;
}

/** Make addresses of an escaped text clickable. */
export function linked(escaped: string): string {
  return escaped.replace(
    /\bhttps?:\/\/[^\s<]+/g,
    (url) => `<a href="${url}" target="_blank" rel="noopener noreferrer">${url}</a>`,
  );
}

/** How much that is, for people. */
export function sizeOf(bytes: number): string {
  return bytes < 1024 ? `${bytes} B` : `${(bytes / 1024).toFixed(1)} KB`;
}

/** The picture of the product, as in the console. */
export const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">
  <rect width="32" height="32" rx="9" fill="#3b5bfd" />
  <path d="M7 17h5l3-8 4 14 3-6h3" fill="none" stroke="#fff" stroke-width="2.6" stroke-linecap="round" stroke-linejoin="round" />
</svg>
`;
