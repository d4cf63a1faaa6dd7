/** What the main button or a pen does. */
export type Tool =
  | 'select'
  | 'lasso'
  | 'hand'
  | 'text'
  | 'shape'
  | 'connector'
  | 'frame'
  | 'stamp'
  | 'table'
  | 'link'
  | 'pen'
  | 'marker'
  | 'eraser'
  | 'laser';
