import { mount } from 'svelte';
import { must } from '#shared/kernel/assert.ts';
import App from './App.svelte';
import { loadMessages } from './model/messages.svelte.ts';
import { Router } from './model/router.svelte.ts';
import { Theme } from './model/theme.svelte.ts';
import { markFailedStyles } from './ui/failed-styles.ts';
import './styles/index.css';

const RETRY_MS = 2_000;

markFailedStyles(document.head);
await loadFirstTexts();
const target = must(document.getElementById('app'), 'the element for the app');
mount(App, { target, props: { router: new Router(window), theme: new Theme(window) } });

/** Without texts there is nothing to show, not even that there is no contact: tries until they are here. */
async function loadFirstTexts(): Promise<void> {
  try {
    await loadMessages('common', 'start');
  } catch {
    await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    await loadFirstTexts();
  }
}
