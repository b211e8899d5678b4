import { html, nothing } from 'lit';
import { emptyView, Panel } from 'bw/panel.js';

const MOST_MB = 256;

/** Documents of the data bank, and a way to bring in more. */
class DocumentsPanel extends Panel {
  static properties = { documents: { state: true }, reports: { state: true }, busy: { state: true } };

  constructor() {
    super();
    /** @type {any[] | null} */
    this.documents = null;
    /** @type {any[]} */
    this.reports = [];
    this.busy = false;
  }

  start() {
    this.ends.push(this.app.on('library', () => this.reload()));
  }

  async load() {
    this.documents = (await this.ask('/api/library/documents')).documents;
  }

  async upload(event) {
    event.preventDefault();
    const form = new FormData(event.target);
    const files = form.getAll('file').filter((f) => f instanceof File && f.size > 0);
    const large = files.find((f) => f instanceof File && f.size > MOST_MB * 1e6);
    if (files.length === 0 || large) {
      this.app.show(new Error(large ? `${/** @type {File} */ (large).name} is larger than ${MOST_MB} MB; use 'brainwright library import'.` : 'Choose a file first.'));
      return;
    }
    this.busy = true;
    try {
      this.reports = await this.app.api('/api/library/import', { body: form });
      event.target.reset();
      this.app.announce(`${this.reports.length} files were read.`);
      await this.reload();
    } catch {
      // the note tells
    } finally {
      this.busy = false;
    }
  }

  view() {
    if (!this.documents) {
      return html`<p class="loading">Loading…</p>`;
    }
    return html`<form class="stack upload" @submit=${(e) => this.upload(e)}>
        <div class="field"><label for="upload-files">Papers, recordings, shapes, tables</label><input id="upload-files" type="file" name="file" multiple></div>
        <div class="fields"><div class="field"><label for="upload-licence">Licence</label><input id="upload-licence" name="licence" placeholder="e.g. CC-BY-4.0"></div>
          <div class="field"><label for="upload-citation">Citation</label><input id="upload-citation" name="citation" placeholder="taken from the file"></div></div>
        <button class="primary" ?disabled=${this.busy}>${this.busy ? 'Reading…' : 'Import'}</button></form>
      ${this.reports.map((r) => html`<div class=${r.outcome === 'REFUSED' ? 'problem' : 'notice'}><p><strong>${r.path}</strong> ${r.outcome.toLowerCase()}</p>
        ${[...r.read, ...r.odd].map((l) => html`<p class="small">${l}</p>`)}${r.problem ? html`<p class="small">${r.problem}</p>` : nothing}</div>`)}
      ${this.documents.length === 0
        ? emptyView('No documents yet', 'A paper as PDF or JATS, a morphology as SWC, a recording as NWB or CSV: its format is found in its content.')
        : html`<ul class="plain scroll docs">${this.documents.map((d) => html`<li class="hit"><strong>${d.title || d.file_name}</strong> <span class="tag">${d.kind}</span>
            <p class="small quiet">${[d.authors.slice(0, 3).join(', ') + (d.authors.length > 3 ? ' et al.' : '') + (d.year ? ` ${d.year}` : ''), d.citation, d.licence].map((t) => (t || '').trim()).filter(Boolean).join(' · ')}</p></li>`)}</ul>`}`;
  }
}
customElements.define('bw-panel-documents', DocumentsPanel);
