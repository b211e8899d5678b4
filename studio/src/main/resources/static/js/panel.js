import { LitElement, html, nothing } from 'lit';
import { problemOf } from 'bw/problem.js';

/**
 * What every panel is. A panel of kind K is a module `js/panels/K.js` that defines `<bw-panel-K>`.
 *
 * The page sets two properties before the element is connected: `.panel`, its JSON object in the layout, and `.app`, what all
 * panels share. It draws into the document itself, so that the style sheets of the studio hold in it.
 */
export class Panel extends LitElement {
  static properties = {
    panel: { attribute: false },
    app: { attribute: false },
    problem: { state: true },
    loading: { state: true },
  };

  constructor() {
    super();
    /** @type {any} */
    this.panel = {};
    /** @type {import('./app.js').App} */
    this.app = /** @type {any} */ (null);
    this.problem = null;
    this.loading = false;
    /** @type {(() => void)[]} */
    this.ends = [];
    this.loads = 0;
  }

  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    this.ends.push(this.app.on('resume', () => this.reload()));
    this.start();
    this.reload();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.ends.forEach((end) => end());
    this.ends = [];
    this.loads++;
  }

  /** Subscribes; push what ends it to `this.ends`. */
  start() {}

  /** Loads what the panel shows; an answer that comes after a newer question is dropped. @returns {Promise<void> | void} */
  load() {}

  /** Loads again. */
  async reload() {
    const load = ++this.loads;
    this.loading = true;
    try {
      await this.load();
      if (load === this.loads) {
        this.problem = null;
      }
    } catch (failure) {
      if (load === this.loads) {
        this.problem = problemOf(failure);
      }
    } finally {
      if (load === this.loads) {
        this.loading = false;
      }
    }
  }

  /** Asks without a note; the panel itself shows what failed. */
  ask(path, options = {}) {
    return this.app.api(path, { quiet: true, ...options });
  }

  render() {
    if (this.problem) {
      return problemView(this.problem, () => this.reload());
    }
    return this.view();
  }

  /** What is drawn. @returns {unknown} */
  view() {
    return nothing;
  }
}

/** A problem for people: what, what would be right, and each fault. */
export function problemView(problem, again) {
  return html`<div class="problem" role="alert">
    <p><strong>${problem.detail}</strong></p>
    ${problem.faults && problem.faults.length > 0
      ? html`<ul>${problem.faults.map((f) => html`<li>${f.field ? html`<code>${f.field}</code> ` : nothing}${f.fault}</li>`)}</ul>`
      : html`<p>${problem.remedy}</p>`}
    ${again ? html`<p><button @click=${again}>Try again</button></p>` : nothing}
  </div>`;
}

/** A place where nothing is yet, and what to do about it. */
export function emptyView(title, words, action) {
  return html`<div class="empty"><h3>${title}</h3><p>${words}</p>${action || nothing}</div>`;
}

/** A link within the studio. */
export function linkTo(app, path, words, classes = '') {
  return html`<a class=${classes} href=${path} @click=${(/** @type {MouseEvent} */ e) => follow(app, e, path)}>${words}</a>`;
}

/** Follows a link without loading the document, unless the scientist wants a new tab. */
export function follow(app, event, path) {
  if (!event.ctrlKey && !event.metaKey && !event.shiftKey && event.button === 0) {
    event.preventDefault();
    app.go(path);
  }
}
