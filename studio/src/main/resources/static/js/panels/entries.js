import { html } from 'lit';
import { emptyView, follow, linkTo, Panel } from 'bw/panel.js';

/** The entries of the notebook, the newest first. */
class EntriesPanel extends Panel {
  static properties = { entries: { state: true }, words: { state: true } };

  constructor() {
    super();
    /** @type {any[] | null} */
    this.entries = null;
    this.words = '';
  }

  start() {
    this.ends.push(this.app.on('notebook', () => this.reload()));
    this.ends.push(this.app.on('route', () => this.requestUpdate()));
  }

  async load() {
    this.entries = await this.ask('/api/notebook');
  }

  view() {
    if (!this.entries) {
      return html`<p class="loading">Loading…</p>`;
    }
    if (this.entries.length === 0) {
      return emptyView('The notebook is empty', 'Each plan that you approve and run becomes an entry: request, plan, findings, datasets.', linkTo(this.app, '/plan', 'Go to Plan', 'button primary'));
    }
    const wanted = this.words.toLowerCase();
    const shown = this.entries.filter((e) => `${e.name} ${e.request} ${e.finding}`.toLowerCase().includes(wanted));
    const here = this.app.route.entry || this.entries[0].name;
    return html`<label class="for-reader" for="entries-filter">Filter entries</label>
      <input id="entries-filter" type="search" data-first-field placeholder="Filter" @input=${(e) => (this.words = e.target.value)}>
      <p class="small quiet" role="status">${shown.length} of ${this.entries.length}</p>
      <ul class="plain">${shown.map((e) => html`<li>${this.line(e, here)}</li>`)}</ul>`;
  }

  line(entry, here) {
    const path = `/notebook/${encodeURIComponent(entry.name)}`;
    const mark = { supported: 'good', refuted: 'bad', damaged: 'bad', undecided: 'you' }[entry.outcome] || '';
    return html`<a class="list-choice" href=${path} aria-current=${entry.name === here ? 'true' : 'false'} @click=${(e) => follow(this.app, e, path)}>
      <span class="small quiet">${entry.date}</span> ${entry.outcome === 'none' ? '' : html`<span class="tag ${mark}">${entry.outcome}</span>`}
      <strong class="block">${entry.request || entry.name}</strong><span class="small quiet clamp">${entry.finding}</span></a>`;
  }
}
customElements.define('bw-panel-entries', EntriesPanel);
