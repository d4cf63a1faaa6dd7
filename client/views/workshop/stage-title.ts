import type { SessionMessages } from '#shared/i18n/sv/session.ts';
import type { Seat } from '#shared/session/workshop-state.ts';
import type { Stage } from './stage.ts';

/** The heading of the screen: an activity's title, a page's for whoever looks at it by themselves, or words of our own. */
export function stageTitle(stage: Stage, me: Seat, t: SessionMessages, started = false): string {
  switch (stage.kind) {
    case 'gathering':
      if (started) return t.stage.nothingOpen;
      return me.leader ? t.stage.beforeStart : t.stage.welcome;
    case 'ended':
      return t.stage.ended;
    case 'break':
      return stage.activity.title;
    case 'page':
    case 'recused':
      return stage.activity?.title ?? stage.page.title;
  }
}
