import { App } from 'bw/app.js';

// The one app of this document; `bw.stats` is where panels count what they draw.
/** @type {any} */ (window).bw = { app: new App(), stats: {} };
await import('bw/shell.js');
