import { ProblemError, problemIn, problemOf } from 'bw/problem.js';
import { Store } from 'bw/store.js';

/** How often a server that does not answer is asked again. */
const PROBE_MS = 2000;

/**
 * What all panels of a page share.
 *
 * - `api(path, options)` asks the server; `time` and `selection` are stores that panels keep in step;
 * - `route` tells the page and the entry of the address, `go(path)` changes it;
 * - `on(name, told)` listens to the server's events, and to `resume` after a lost connection;
 * - `announce(words)` speaks to a screen reader, `show(failure)` and `tell(words)` show a note to everyone.
 */
export class App extends EventTarget {
  constructor() {
    super();
    /** What time it is in the run that is looked at; ms of biological time. */
    this.time = new Store({ t_ms: 0, t0_ms: 0, t1_ms: 0, playing: false, live: false, slowdown: 1000 });
    /** What is looked at: entry of the notebook, dataset, cell, section, compartment. */
    this.selection = new Store({ entry: '', dataset: '', node_id: -1, section: -1, compartment: -1 });
    /** Whether the server answers. */
    this.link = new Store({ up: true, was_lost: false });
    /** @type {{token: string, workspace: string, model: string, has_model: boolean} | null} */
    this.session = null;
    /** @type {{page: string, own: boolean, entry: string, query: URLSearchParams}} */
    this.route = readRoute();
    this.probing = 0;
    addEventListener('popstate', () => this.#routed());
  }

  /**
   * Asks the server.
   * @param {string} path e.g. '/api/notebook'
   * @param {{method?: string, json?: unknown, body?: BodyInit, headers?: Record<string, string>, signal?: AbortSignal,
   *     raw?: boolean, quiet?: boolean}} [options] `json` is sent as the body; `raw` gives the Response; `quiet` throws without a note
   * @returns {Promise<any>} the JSON of the answer
   * @throws {ProblemError}
   */
  async api(path, options = {}) {
    try {
      const answer = await this.#send(path, options, true);
      if (options.raw) {
        return answer;
      }
      return answer.status === 204 ? null : await answer.json();
    } catch (failure) {
      if (!(failure instanceof DOMException && failure.name === 'AbortError') && !options.quiet) {
        this.show(failure);
      }
      throw failure;
    }
  }

  async #send(path, options, again) {
    if (!this.session) {
      await this.start().catch((failure) => {
        throw failure instanceof ProblemError ? failure : this.#lost();
      });
    }
    const changes = options.json !== undefined || options.body !== undefined;
    const method = options.method || (changes ? 'POST' : 'GET');
    const headers = { ...(options.headers || {}) };
    if (method !== 'GET') {
      headers['X-Brainwright-Token'] = this.session ? this.session.token : '';
    }
    if (options.json !== undefined) {
      headers['Content-Type'] = 'application/json';
    }
    let answer;
    try {
      answer = await fetch(path, {
        method,
        headers,
        body: options.json !== undefined ? JSON.stringify(options.json) : options.body,
        signal: options.signal,
        credentials: 'same-origin',
      });
    } catch (failure) {
      if (failure instanceof DOMException && failure.name === 'AbortError') {
        throw failure;
      }
      throw this.#lost();
    }
    if (answer.ok) {
      return answer;
    }
    const problem = await problemIn(answer);
    if (problem.reason === 'TOKEN_REFUSED' && again) {
      await this.start();
      return this.#send(path, options, false);
    }
    throw new ProblemError(problem);
  }

  /** The server did not answer, or its events stopped: it is asked again until it does, and then everything loads again. */
  #lost() {
    this.link.set({ up: false, was_lost: true });
    this.probing = this.probing || setInterval(() => this.#probe(), PROBE_MS);
    return new ProblemError({
      reason: 'CONNECTION_LOST',
      detail: 'Brainwright does not answer.',
      remedy: 'See whether it still runs in its terminal; this page connects again by itself.',
      status: 0,
    });
  }

  async #probe() {
    try {
      await this.start();
    } catch {
      return; // asked again at the next turn
    }
    clearInterval(this.probing);
    this.probing = 0;
    this.source?.close();
    this.listen(); // what the server says from now on is heard before the page calls itself connected
  }

  #found() {
    const lost = !this.link.up;
    this.link.set({ up: true });
    if (lost) {
      this.dispatchEvent(new CustomEvent('resume'));
    }
  }

  /** Learns the session's token; called again after the server was started anew. */
  async start() {
    const answer = await fetch('/api/session', { credentials: 'same-origin' });
    if (!answer.ok) {
      throw new ProblemError(await problemIn(answer));
    }
    this.session = await answer.json();
    return this.session;
  }

  /** Opens the stream of events, and keeps it open. */
  listen() {
    const source = new EventSource('/api/events');
    this.source = source;
    if (!this.leaves) {
      // A browser may keep a page that was left, its stream included, and it opens six connections to one address in all.
      this.leaves = true;
      addEventListener('pagehide', () => this.source.close());
      addEventListener('pageshow', (event) => event.persisted && this.listen());
    }
    source.addEventListener('hello', async (event) => {
      const { token_hint: hint } = JSON.parse(event.data);
      if (this.session && !this.session.token.startsWith(hint)) {
        await this.start();
      }
      this.#found();
    });
    for (const name of ['run', 'live', 'chat', 'notebook', 'pages', 'render', 'library', 'scene-edited']) {
      source.addEventListener(name, (event) => this.dispatchEvent(new CustomEvent(name, { detail: JSON.parse(event.data) })));
    }
    source.addEventListener('error', () => {
      source.close(); // a browser waits longer than the probe before it opens it again
      this.#lost();
    });
  }

  /**
   * Listens to 'run', 'live', 'chat', 'notebook', 'pages', 'render', 'library', 'scene-edited', 'resume', 'route'.
   * @param {string} name
   * @param {(detail: any) => void} told
   * @returns {() => void} ends it
   */
  on(name, told) {
    const listener = (/** @type {any} */ event) => told(event.detail);
    this.addEventListener(name, listener);
    return () => this.removeEventListener(name, listener);
  }

  /** Goes to another address of the studio without loading the document anew. */
  go(path, replace = false) {
    history[replace ? 'replaceState' : 'pushState'](null, '', path);
    this.#routed();
  }

  /** Changes the query of the address in place, so that the view can be found again. */
  remember(values) {
    const url = new URL(location.href);
    for (const [key, value] of Object.entries(values)) {
      if (value === null || value === undefined || value === '') {
        url.searchParams.delete(key);
      } else {
        url.searchParams.set(key, String(value));
      }
    }
    history.replaceState(null, '', url);
    this.route = readRoute();
  }

  #routed() {
    this.route = readRoute();
    this.dispatchEvent(new CustomEvent('route', { detail: this.route }));
  }

  /** Says something to a screen reader. */
  announce(words) {
    this.dispatchEvent(new CustomEvent('announce', { detail: words }));
  }

  /** Shows a failure. */
  show(failure) {
    this.dispatchEvent(new CustomEvent('toast', { detail: { problem: problemOf(failure) } }));
  }

  /** Shows good news. */
  tell(words) {
    this.dispatchEvent(new CustomEvent('toast', { detail: { words } }));
  }
}

function readRoute() {
  const parts = location.pathname.split('/').filter(Boolean).map(decodeURIComponent);
  const own = parts[0] === 'my';
  const page = (own ? parts[1] : parts[0]) || 'plan';
  const entry = (own ? parts[2] : parts[1]) || '';
  return { page, own, entry, query: new URLSearchParams(location.search) };
}
