import { LitElement, html, nothing } from 'lit';
import { problemView } from 'bw/panel.js';
import { problemOf } from 'bw/problem.js';

/** Draws a layout: a grid of panels on a wide screen, one below the other on a narrow one. */
export class Page extends LitElement {
  static properties = { layout: { attribute: false }, app: { attribute: false } };

  constructor() {
    super();
    /** @type {any} */
    this.layout = null;
    /** @type {any} */
    this.app = null;
    this.wide = matchMedia('(min-width: 821px)');
    this.onWide = () => this.arrange();
  }

  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    this.wide.addEventListener('change', this.onWide);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.wide.removeEventListener('change', this.onWide);
  }

  render() {
    const { layout, faults, name } = this.layout;
    if (faults.length > 0) {
      return problemView({
        detail: `The page '${name}' cannot be drawn.`,
        remedy: '',
        faults: faults.map((f) => ({ field: f.pointer || '(whole file)', fault: f.fault })),
      });
    }
    return html`<div class="grid">${layout.panels.map((panel) => this.frame(panel))}</div>`;
  }

  frame(panel) {
    const id = `${panel.area}-title`;
    const bare = panel.frame === false;
    return html`<section class="panel ${bare ? 'bare' : ''} kind-${panel.kind}" data-area=${panel.area}
        aria-labelledby=${bare ? nothing : id} aria-label=${bare ? panel.title || panel.kind : nothing}>
      ${bare ? nothing : html`<header><h2 id=${id}>${panel.title || panel.kind}</h2></header>`}
      <div class="body"></div>
    </section>`;
  }

  updated() {
    const { layout, faults } = this.layout;
    if (faults.length > 0) {
      return;
    }
    this.arrange();
    const bodies = [...this.querySelectorAll('.panel > .body')];
    settle(this.app, layout).then(() => bodies.forEach((body, i) => body.isConnected && fill(body, layout.panels[i], this.app)));
  }

  /** Grid and places go to the style objects: the content security policy lets no style stand in the text. */
  arrange() {
    const grid = /** @type {HTMLElement | null} */ (this.querySelector('.grid'));
    const layout = this.layout && this.layout.layout;
    if (!grid || !layout) {
      return;
    }
    const wide = this.wide.matches && layout.areas;
    grid.style.gridTemplateAreas = wide ? layout.areas.map((row) => `"${row}"`).join(' ') : 'none';
    const columns = wide ? layout.areas[0].trim().split(/\s+/).length : 1;
    grid.style.gridTemplateColumns = wide
      ? (layout.columns || Array(columns).fill('1fr')).map((c) => (c.endsWith('fr') ? `minmax(0, ${c})` : c)).join(' ')
      : 'minmax(0, 1fr)';
    grid.style.gridTemplateRows = wide && layout.rows ? layout.rows.join(' ') : 'auto';
    for (const section of /** @type {NodeListOf<HTMLElement>} */ (grid.querySelectorAll('.panel'))) {
      section.style.gridArea = wide ? section.dataset.area || 'auto' : 'auto';
    }
  }
}
customElements.define('bw-page', Page);

const OF_A_RUN = new Set(['scene', 'time', 'raster', 'rate', 'traces', 'lfp', 'spikes', 'table']);

/** Before panels that show a run are drawn, the run that the address names is selected: they all show the same one. */
async function settle(app, layout) {
  const { entry, query, page } = app.route;
  if (!layout.panels.some((p) => OF_A_RUN.has(p.kind)) || page === 'scene') {
    return;
  }
  try {
    const runs = await app.api('/api/runs?entry=' + encodeURIComponent(entry), { quiet: true });
    const asked = query.get('run');
    const run = (runs && runs.simulations.find((r) => r.id === asked || r.label === asked)) || (runs && runs.simulations[0]);
    if (run && run.id !== app.selection.dataset) {
      app.time.set({ t_ms: 0, t0_ms: 0, t1_ms: 0, playing: false, live: false });
      app.selection.set({ entry: runs.entry, dataset: run.id, node_id: -1, section: -1, compartment: -1 });
    }
  } catch {
    // nothing was simulated yet, or there is no such entry: each panel says so in its own place
  }
}

/** Puts the element of a panel into its frame; its module is loaded at its first use. */
async function fill(body, panel, app) {
  if (body.firstElementChild && /** @type {any} */ (body.firstElementChild).panel === panel) {
    return;
  }
  try {
    await import(`/js/panels/${panel.kind}.js`);
    const element = /** @type {any} */ (document.createElement(`bw-panel-${panel.kind}`));
    element.app = app;
    element.panel = panel;
    body.replaceChildren(element);
  } catch (failure) {
    const { render } = await import('lit');
    const problem = problemOf(failure);
    render(problemView({ ...problem, detail: `The panel '${panel.kind}' could not be loaded: ${problem.detail}` }), body);
  }
}
