// Vite fetches the style sheets of a view once. When that fails, a second try shows the view without them; hence these two.

/** Marks style sheets that could not be fetched. */
export function markFailedStyles(head: HTMLHeadElement): void {
  const mark = ({ target }: Event): void => {
    if (target instanceof HTMLLinkElement && target.rel === 'stylesheet') target.dataset['failed'] = '';
  };
  // Such errors do not bubble.
  head.addEventListener('error', mark, { capture: true });
}

/** Fetches those again. Rejects when one fails anew. */
export async function refetchFailedStyles(): Promise<void> {
  const failed = document.querySelectorAll<HTMLLinkElement>('link[data-failed]');
  await Promise.all([...failed].map(refetch));
}

function refetch(failed: HTMLLinkElement): Promise<void> {
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.crossOrigin = failed.crossOrigin;
  link.href = failed.href;
  failed.replaceWith(link);
  return new Promise((resolve, reject) => {
    link.addEventListener('load', () => resolve());
    link.addEventListener('error', () => reject(new Error(`no styles: ${link.href}`)));
  });
}
