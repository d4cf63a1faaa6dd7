import type { FieldValue } from '#shared/content/board-object.ts';
import type { ShapeForm } from '#shared/content/kinds/shape.ts';
import type { StampMark } from '#shared/content/kinds/stamp.ts';
import type { Placeable } from './placings.ts';

/** Three columns and three rows to begin with. */
const NEW_TABLE = ['\t\t', '\t\t', '\t\t'].join('\n');

/** What this person last chose for what the tools make. */
export class ToolSettings {
  form = $state<ShapeForm>('rectangle');
  mark = $state<StampMark>('dot');

  fieldsFor(tool: Placeable): Readonly<Record<string, FieldValue>> {
    switch (tool) {
      case 'text':
        return { scale: 'normal', color: 'ink' };
      case 'shape':
        return { form: this.form, color: 'ink', fill: 'none', lineStyle: 'solid' };
      case 'frame':
        return { color: 'ink' };
      case 'stamp':
        return { mark: this.mark, color: 'red' };
      case 'table':
        return { cells: NEW_TABLE };
      case 'link':
        return {};
    }
  }
}
