import { html, nothing } from 'lit';
import { Panel } from 'bw/panel.js';
import { number, source, unit } from 'bw/words.js';

/** Search in the data bank: values with sources, passages with citations and marked words. */
class SearchPanel extends Panel {
  static properties = { found: { state: true }, words: { state: true }, busy: { state: true } };

  constructor() {
    super();
    /** @type {any} */
    this.found = null;
    this.words = '';
    this.busy = false;
  }

  async load() {
    const words = this.app.route.query.get('q');
    if (words) {
      await this.search(words);
    }
  }

  async search(words) {
    this.words = words;
    this.busy = true;
    try {
      this.found = await this.ask(`/api/library/search?words=${encodeURIComponent(words)}`);
      this.app.remember({ q: words });
      this.app.announce(`${this.found.matches} values, ${this.found.passage_matches} passages.`);
    } finally {
      this.busy = false;
    }
  }

  async submit(event) {
    event.preventDefault();
    const words = String(new FormData(event.target).get('words')).trim();
    if (words) {
      await this.search(words).catch((failure) => this.app.show(failure));
    }
  }

  view() {
    return html`<form class="bar" role="search" @submit=${(e) => this.submit(e)}><label class="for-reader" for="library-words">Search the library</label>
        <input id="library-words" class="ids" name="words" type="search" data-first-field placeholder="e.g. EPSP amplitude layer 5" .value=${this.words}><button class="primary" ?disabled=${this.busy}>Search</button></form>
      ${this.found ? this.results(this.found) : html`<p class="small quiet">Values of the recipe and of your documents, and the passages that speak of them.</p>`}`;
  }

  results(found) {
    return html`<div class="stack scroll results"><p class="small quiet">${found.values.length} of ${found.matches} values, ${found.passages.length} of ${found.passage_matches} passages</p>
      ${found.values.map((v) => html`<div class="hit"><p><strong>${number(v.value)} <span class="unit">${unit(v.unit)}</span></strong> ${v.spread_kind && v.spread !== undefined && v.spread !== null ? html`<span class="quiet">${v.spread_kind} ${number(v.spread)}</span>` : nothing} ${v.description}</p>
        <p class="small quiet"><code>${v.path}</code> · ${source(v.source)} ${v.generalised.map((g) => html`<span class="tag you">${g}</span> `)}</p></div>`)}
      ${found.passages.map((p) => html`<div class="hit"><blockquote>${marked(p.quote.text, p.highlights)}</blockquote>
        <p class="small quiet">${p.document.citation || p.document.title}${p.section ? `, ${p.section}` : ''}${p.page ? `, page ${p.page}` : ''} ${p.document.doi ? source(p.document.doi) : nothing}</p></div>`)}
      ${found.notes.map((n) => html`<p class="small quiet">${n}</p>`)}</div>`;
  }
}
customElements.define('bw-panel-search', SearchPanel);

/** Text with the words that were found marked; places count UTF-16 units. */
function marked(text, spans) {
  const out = [];
  let from = 0;
  for (const { begin, end } of [...spans].sort((a, b) => a.begin - b.begin)) {
    if (begin >= from && end <= text.length) {
      out.push(text.slice(from, begin), html`<mark>${text.slice(begin, end)}</mark>`);
      from = end;
    }
  }
  out.push(text.slice(from));
  return out;
}
