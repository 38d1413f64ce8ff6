/** Where the development inbox shows the mails to an address, as Mailpit names it too. */
export function mailLink(inbox: string, address: string): string {
  const link = new URL('search', inbox.endsWith('/') ? inbox : `${inbox}/`);
  link.searchParams.set('q', address);
  return link.href;
}
