import type { CDPSession } from 'playwright-core';

type Sort = 'code' | 'other' | 'content';

export interface BytesReceived {
  /** Script and style. */
  readonly code: number;
  readonly all: number;
}

/** What is on the board is not what the board is. */
const CONTENT = /\/boards\/|\/api\//;

/** Counts what comes over the line from now on, compressed as it comes. */
export function countBytes(cdp: CDPSession): () => BytesReceived {
  const sorts = new Map<string, Sort>();
  const bytes: Record<Sort, number> = { code: 0, other: 0, content: 0 };
  cdp.on('Network.responseReceived', ({ requestId, response: { url }, type }) =>
    sorts.set(
      requestId,
      CONTENT.test(url) ? 'content' : /^(Script|Stylesheet)$/.test(type) ? 'code' : 'other',
    ),
  );
  cdp.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    bytes[sorts.get(requestId) ?? 'other'] += encodedDataLength;
  });
  return () => ({ code: bytes.code, all: bytes.code + bytes.other });
}
