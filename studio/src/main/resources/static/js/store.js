/**
 * A few values that panels share. `set` changes some of them and tells everyone who subscribed.
 * @template {Record<string, any>} T
 */
export class Store extends EventTarget {
  /** @param {T} values what it holds at first */
  constructor(values) {
    super();
    /** @type {T} */
    this.values = { ...values };
    for (const key of Object.keys(values)) {
      Object.defineProperty(this, key, { get: () => this.values[key], enumerable: true });
    }
  }

  /**
   * Changes some values; nothing happens where they are the same.
   * @param {Partial<T>} some new values
   * @param {unknown} [by] who changes them, so that a subscriber can tell its own changes
   */
  set(some, by) {
    const changed = Object.keys(some).filter((key) => !Object.is(this.values[key], some[key]));
    if (changed.length > 0) {
      Object.assign(this.values, some);
      this.dispatchEvent(new CustomEvent('change', { detail: { changed, by } }));
    }
  }

  /**
   * Calls back at each change.
   * @param {(values: T, change: {changed: string[], by: unknown}) => void} told
   * @returns {() => void} ends it
   */
  subscribe(told) {
    const listener = (/** @type {any} */ event) => told(this.values, event.detail);
    this.addEventListener('change', listener);
    return () => this.removeEventListener('change', listener);
  }
}
