// Keeps the state of an element with `sync-url` in the fragment of its page's address. Part of the code that is loaded
// when an element comes near; the build makes one file of it.

/** Milliseconds between two changes of the address. WebKit refuses more than 100 in 10 s, those of the host included. */
const PACE = 200;

/** Milliseconds after which an engine that has refused a change allows it again. */
const RESPITE = 10_000;

/** The address of a window while an element follows it. */
export class Address {
  #window; #element; #onhash; #timer; #pending;

  /** `onhash` is called with the fragment when it has changed, but not by `write`. */
  constructor(window, element, onhash) {
    this.#window = window;
    this.#element = element;
    this.#onhash = () => onhash(this.fragment);
    window.addEventListener("hashchange", this.#onhash);
  }

  /** The fragment as the address has it, with its `#`. */
  get fragment() {
    return this.#window.location.hash;
  }

  stop() {
    this.#window.removeEventListener("hashchange", this.#onhash);
    clearTimeout(this.#timer);
  }

  /** Writes a fragment, now or soon: where there are more, the last one. With `isStep` the browser leads back to what
   * the address has been. */
  write(fragment, isStep) {
    const from = this.#window.location.href;
    // Documents that have no address of their own (`srcdoc`).
    if (/^(about|blob|data):/.test(from)) return;
    // Not resolved against a host's <base>; and a path may begin with two slashes, as if a host's name followed.
    const to = new URL(from);
    to.hash = fragment;
    if (isStep) this.#flush();
    this.#pending = { from: this.#window.location.href, to: to.href, isStep };
    if (isStep || !this.#timer) this.#flush();
  }

  #flush() {
    clearTimeout(this.#timer);
    this.#timer = null;
    const { history, location } = this.#window;
    const { from, to, isStep, isLast } = this.#pending ?? {};
    this.#pending = null;
    // What the host has written since then stays, and what is removed writes no more.
    if (from !== location.href || to === from || !this.#element.isConnected) return;
    let pause = PACE;
    try {
      if (isStep) history.pushState(null, "", to);
      else history.replaceState(history.state, "", to);
    } catch {
      // The state is told by `ovc-change` all the same.
      pause = RESPITE;
      if (!isLast) this.#pending = { from, to, isLast: true };
    }
    this.#timer = setTimeout(() => this.#flush(), pause);
  }
}
