import { html } from 'lit';
import { Panel } from 'bw/panel.js';
import { markdown } from 'bw/markdown.js';

/** Words of the page's author, as Markdown. */
class TextPanel extends Panel {
  view() {
    return html`<div class="prose">${markdown(this.panel.text || '')}</div>`;
  }
}
customElements.define('bw-panel-text', TextPanel);
