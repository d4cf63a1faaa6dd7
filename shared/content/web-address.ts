/** Schemes that a link on a board may have: what else a browser would open can run or reach into the device. */
const SCHEME = /^(?:https?:\/\/[^/?#]|mailto:[^?])/i;
/** Browsers drop or rewrite these, so that an address would lead elsewhere than it says. */
const TRICKS = /[\s\\<>"'`{}|^\p{Cc}]/u;
/** What people write of an address they know by heart. */
const BARE = /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+\p{L}{2,}(?:[:/?#]|$)/u;

const ADDRESS_MAX = 2_000;

/** The address as a link may lead to it; `null` for what is none, or leads to something else than a page or a letter. */
export function webAddress(text: string): string | null {
  const written = text.trim();
  if (written === '' || written.length > ADDRESS_MAX || TRICKS.test(written)) return null;
  if (SCHEME.test(written)) return hostOf(written) === '' ? null : written;
  return BARE.test(written) ? `https://${written}` : null;
}

/** Whom the address belongs to, without what stands before an `@`, which is there to mislead. */
export function hostOf(address: string): string {
  const [, authority = ''] = /^(?:https?:\/\/|mailto:)([^/?#]*)/i.exec(address) ?? [];
  const host = authority.slice(authority.lastIndexOf('@') + 1);
  return host.replace(/:\d*$/, '').replace(/^www\./i, '');
}
