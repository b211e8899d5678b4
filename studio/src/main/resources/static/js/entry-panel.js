import { Panel } from 'bw/panel.js';

/** A panel about one entry of the notebook: the layout's, else the route's, else the newest. */
export class EntryPanelBase extends Panel {
  static properties = { entry: { state: true } };

  constructor() {
    super();
    /** @type {any} */
    this.entry = null;
  }

  start() {
    this.ends.push(this.app.on('route', () => this.reload()));
    this.ends.push(this.app.on('notebook', () => this.reload()));
  }

  async load() {
    let name = this.panel.entry || this.app.route.entry;
    if (!name) {
      const all = await this.ask('/api/notebook');
      name = all.length > 0 ? all[0].name : '';
    }
    this.entry = name ? await this.ask(`/api/notebook/${encodeURIComponent(name)}`) : null;
  }
}
