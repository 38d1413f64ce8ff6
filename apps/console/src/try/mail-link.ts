/** Where the development inbox shows the mails to an address. */
export function mailLink(inbox: string, address: string): string {
  const link = new URL(inbox);
  link.searchParams.set('q', address);
  return link.href;
}
