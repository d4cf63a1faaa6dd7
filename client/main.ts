import { mount } from 'svelte';
import { must } from '#shared/kernel/assert.ts';
import App from './App.svelte';
import { loadMessages } from './model/messages.svelte.ts';
import { Router } from './model/router.svelte.ts';
import { Theme } from './model/theme.svelte.ts';
import './styles/index.css';

await loadMessages('common', 'start');
const target = must(document.getElementById('app'), 'the element for the app');
mount(App, { target, props: { router: new Router(window), theme: new Theme(window) } });
