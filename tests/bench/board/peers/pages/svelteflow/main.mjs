/* global document */
import '@xyflow/svelte/dist/style.css';
import { mount } from 'svelte';
import App from './App.svelte';

mount(App, { target: document.getElementById('app') });
