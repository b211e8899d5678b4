import { LitElement, html, nothing } from 'lit';
import { icons } from 'bw/icons.js';
import { follow, problemView } from 'bw/panel.js';
import 'bw/page.js';

const LETTERS = { p: 'plan', a: 'atlas', d: 'cells', c: 'circuit', e: 'experiment', s: 'scene', n: 'notebook', l: 'library' };

/** Navigation, the page that the address names, and notes. */
export class Shell extends LitElement {
  static properties = {
    app: { attribute: false },
    pages: { state: true },
    open: { state: true },
    toasts: { state: true },
    words: { state: true },
  };

  constructor() {
    super();
    /** @type {import('./app.js').App} */
    this.app = /** @type {any} */ (window).bw.app;
    /** @type {any[] | null} */
    this.pages = null;
    this.open = false;
    /** @type {any[]} */
    this.toasts = [];
    this.words = '';
    this.waiting = '';
  }

  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    this.app.on('route', () => this.arrived());
    this.app.on('pages', () => this.readPages());
    this.app.on('resume', () => this.readPages());
    this.app.on('announce', (words) => (this.words = words));
    this.app.on('toast', (toast) => this.toast(toast));
    this.app.link.subscribe(() => this.requestUpdate());
    addEventListener('keydown', (event) => this.key(event));
    this.readPages();
    this.app.listen();
  }

  async readPages() {
    try {
      this.pages = await this.app.api('/api/pages');
      this.title();
    } catch {
      // a note tells; once the server answers again the pages are read again
    }
  }

  arrived() {
    this.open = false;
    this.title();
    this.requestUpdate();
    this.updateComplete.then(() => {
      const main = /** @type {HTMLElement | null} */ (this.querySelector('main'));
      main?.focus({ preventScroll: true });
      scrollTo(0, 0);
    });
  }

  here() {
    const { page, own } = this.app.route;
    return (this.pages || []).find((p) => p.name === page && p.own === own);
  }

  title() {
    const page = this.here();
    document.title = page ? `${page.title} · Brainwright` : 'Brainwright';
  }

  toast(toast) {
    const id = Math.random();
    this.toasts = [...this.toasts.slice(-3), { ...toast, id }];
    setTimeout(() => this.dismiss(id), toast.problem ? 20000 : 6000);
  }

  dismiss(id) {
    this.toasts = this.toasts.filter((t) => t.id !== id);
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    const target = /** @type {HTMLElement} */ (event.target);
    if (event.key === 'Escape') {
      this.open = false;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || target.closest?.('input, textarea, select, [contenteditable]')) {
      return;
    }
    if (this.waiting === 'g' && LETTERS[event.key]) {
      event.preventDefault();
      this.app.go('/' + LETTERS[event.key]);
    } else if (event.key === '?') {
      this.keys();
    } else if (event.key === '/') {
      const field = /** @type {HTMLElement | null} */ (this.querySelector('main [data-first-field]'));
      if (field) {
        event.preventDefault();
        field.focus();
      }
    }
    this.waiting = event.key === 'g' ? 'g' : '';
  }

  keys() {
    /** @type {HTMLDialogElement} */ (this.querySelector('dialog')).showModal();
  }

  theme() {
    const dark = document.documentElement.dataset.theme === 'dark';
    document.documentElement.dataset.theme = dark ? 'light' : 'dark';
    localStorage.setItem('bw.theme', dark ? 'light' : 'dark');
    dispatchEvent(new CustomEvent('bw-theme'));
    this.requestUpdate();
  }

  render() {
    const { up } = this.app.link.values;
    const page = this.here();
    return html`
      <header class="topbar">
        <button class="bare" aria-expanded=${this.open} aria-controls="rail" @click=${() => (this.open = !this.open)}>
          <span aria-hidden="true">☰</span><span class="for-reader">Pages</span></button>
        <a class="brand" href="/plan" @click=${(e) => follow(this.app, e, '/plan')}>${icons.mark}Brainwright</a>
        <span class="here">${page ? page.title : ''}</span>
      </header>
      <nav id="rail" class="rail ${this.open ? 'open' : ''}" aria-label="Pages">
        <a class="brand" href="/plan" @click=${(e) => follow(this.app, e, '/plan')}>${icons.mark}Brainwright</a>
        <ul>${(this.pages || []).filter((p) => !p.own).map((p) => this.item(p))}</ul>
        ${this.own()}
        <div class="rail-foot">
          <p><span class="dot ${up ? '' : 'off'}"></span>${up ? 'Connected' : 'Not connected'}</p>
          <p>${this.app.session ? this.app.session.workspace : ''}</p>
          <p>${this.app.session ? this.app.session.model : ''}</p>
          <div class="tools">
            <button class="bare" @click=${() => this.theme()}>${this.dark() ? 'Light' : 'Dark'}</button>
            <button class="bare" @click=${() => this.keys()}>Keys <kbd>?</kbd></button>
          </div>
        </div>
      </nav>
      <main id="main" tabindex="-1" aria-label=${page ? page.title : 'Brainwright'}>
        ${up ? nothing : html`<div class="banner" role="alert"><strong>The connection is lost.</strong>
          <span>Brainwright is asked again every few seconds; what runs goes on, and this page picks it up.</span></div>`}
        ${this.body(page)}
      </main>
      <div class="for-reader" role="status" aria-live="polite">${this.words}</div>
      <div class="toasts">${this.toasts.map((t) => this.note(t))}</div>
      ${this.help()}`;
  }

  dark() {
    return document.documentElement.dataset.theme === 'dark';
  }

  item(page) {
    const path = page.own ? `/my/${page.name}` : `/${page.name}`;
    const here = this.app.route.page === page.name && this.app.route.own === page.own;
    return html`<li><a href=${path} aria-current=${here ? 'page' : nothing} class=${page.faults.length > 0 ? 'broken' : ''}
      @click=${(e) => follow(this.app, e, path)}>${icons[page.name] && !page.own ? icons[page.name] : icons.own}
      <span>${page.title}</span></a></li>`;
  }

  own() {
    const own = (this.pages || []).filter((p) => p.own);
    return own.length === 0 ? nothing : html`<h2>Your pages</h2><ul>${own.map((p) => this.item(p))}</ul>`;
  }

  body(page) {
    if (this.pages === null) {
      return html`<p class="loading">Loading…</p>`;
    }
    if (!page) {
      return problemView({ detail: 'There is no such page.', remedy: 'Choose one from the navigation, or write it: docs/studio.md tells how.' });
    }
    return html`<div class="page-head"><div><h1>${page.title}</h1>
        ${page.layout?.description ? html`<p>${page.layout.description}</p>` : nothing}</div></div>
      <bw-page .app=${this.app} .layout=${page}></bw-page>`;
  }

  note(toast) {
    return html`<div class="toast ${toast.problem ? '' : 'good'}" role=${toast.problem ? 'alert' : 'status'}>
      ${toast.problem ? html`<strong>${toast.problem.detail}</strong> <span>${toast.problem.remedy}</span>` : toast.words}
      <button class="bare" aria-label="Dismiss" @click=${() => this.dismiss(toast.id)}>×</button></div>`;
  }

  help() {
    return html`<dialog aria-labelledby="keys-title"><h2 id="keys-title">Keyboard</h2>
      <dl class="keys">
        ${Object.entries(LETTERS).map(([letter, page]) => html`<dt><kbd>g</kbd> <kbd>${letter}</kbd></dt><dd>${page}</dd>`)}
        <dt><kbd>/</kbd></dt><dd>the first field of the page</dd>
        <dt><kbd>Space</kbd></dt><dd>play or pause, where there is a time bar</dd>
        <dt><kbd>?</kbd></dt><dd>this list</dd>
      </dl>
      <form method="dialog"><button class="primary" autofocus>Close</button></form></dialog>`;
  }
}
customElements.define('bw-shell', Shell);
