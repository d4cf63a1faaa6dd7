/** As `client/ui/icons`: one path each for a 20 × 20 grid and a round 1.5 unit stroke. Here, because only the board has need of them. */
export const TOOL_ICON_PATHS = {
  select: 'M5 3.5l10.5 6-4.6 1.1-2.3 4.4z',
  draw: 'M3.5 16.5c2.5-.2 3.4-1.2 3.4-2.6a1.7 1.7 0 0 0-3.2-.8M7.5 12l7.8-7.8a1.5 1.5 0 0 1 2.1 2.1L9.6 14.1',
  text: 'M4.5 6V4h11v2M10 4v12M7.5 16h5',
  shape: 'M3.5 3.5h8v8h-8zM12 16.8a4.3 4.3 0 1 0-3.9-5',
  connector: 'M4.5 15.5h4a2.5 2.5 0 0 0 2.5-2.5V7a2.5 2.5 0 0 1 2.5-2.5H16M13.5 2L16 4.5 13.5 7M3.5 15.5h.01',
  frame: 'M3.5 6.5h13v10h-13zM3.5 3.5h6v3',
  stamp: 'M7.5 11c.8-1.5.9-2.6.2-4a3 3 0 1 1 4.6 0c-.7 1.4-.6 2.5.2 4H16v2.5H4V11zM4.5 16.5h11',
  table: 'M3 4.5h14v11H3zM3 8.2h14M3 11.9h14M8 4.5v11',
  image: 'M3 4h14v12H3zM3 13l4-4 3.5 3.5L13 10l4 4M13 7.5h.01',
} as const satisfies Readonly<Record<string, string>>;

export type ToolIconName = keyof typeof TOOL_ICON_PATHS;
