// The loader: defines <open-vs-closed>, and loads the rest (live.js) only when the element comes
// near. It must stay small (3 kB compressed) and free of inline scripts and styles.

// The build defines three constants:
// - VERSION, the version of the bundle;
// - FILES, the files of the bundle, relative to this one: `live`, `glue`, `style` and `data`; `words`, by language; `shell`, the first
//   WebAssembly module; `parts`, the others; and `chunks`, which of them each view needs (none where the WebAssembly is
//   not split). In the npm package they are addresses, and there is `modules`, too;
// - TEST_HOOKS, whether the element can be made to panic.

const url = (name) => new URL(name, import.meta.url).href;

/** The modules that each view needs besides the shell. */
const chunks = Object.fromEntries(Object.entries(FILES.chunks).map(([view, places]) => [view, places.map((at) => FILES.parts[at])]));

/** Requests for WebAssembly modules, by file. They take longest, so they begin before the code that uses them is
 * loaded. `undefined` means that a request has been taken. */
let requests = new Map();

/** Modules whose request has failed. */
const failed = new Set();

/** Begins the request for a module, unless it was begun before and has not failed. Resolves to `false` where it fails;
 * the failure is reported where the request is taken. */
async function begin(file) {
  // The browser may have stored the response that was a failure.
  const cache = failed.delete(file) ? "reload" : "default";
  if (cache === "reload" || !requests.has(file)) requests.set(file, fetch(url(file), { cache }));
  const isThere = await requests.get(file)?.then(({ ok }) => ok, () => false);
  if (isThere === false) failed.add(file);
  return isThere;
}

/** What is added to the addresses of scripts: after a panic, so that the browser runs them once more; and after a failed
 * import, which an engine may remember for good. */
let again = "", imports = 0;
const query = () => {
  const words = [again, imports && `retry=${imports}`].filter(Boolean);
  return words.length ? `?${words.join("&")}` : "";
};

/** The shadow roots of the elements. An element does not expose a closed one. */
const roots = new WeakMap();

/** Allowed values of attributes that take one of a few words. */
const WORDS = {
  view: "story timeline compare models decide sources",
  theme: "auto light dark",
  order: "open-first closed-first drawn",
  definition: "osaid permissive downloadable components",
  loading: "lazy eager",
  "heading-level": "1 2 3 4 5",
};
/** What to write in the attributes that take other values. */
const HINTS = {
  lang: "write a language tag such as en or ko-KR",
  event: "write the id of an event",
  range: "write 2024-12/2025-03",
};
const ATTRIBUTES = [...Object.keys(WORDS), ...Object.keys(HINTS), "views", "src", "words", "sync-url"];

/** Whether the browser is older than what the style sheet needs. */
const isOld = !globalThis.CSS?.supports?.("selector(:state(told))");

/** One observer for all elements: loading starts one screen before the element is visible. */
const nearby = globalThis.IntersectionObserver && new IntersectionObserver((entries) => {
  for (const entry of entries) if (entry.isIntersecting) entry.target.load();
}, { rootMargin: "100% 0%" });

class OpenVsClosed extends (globalThis.HTMLElement ?? class {}) {
  static observedAttributes = ATTRIBUTES;
  static version = VERSION;

  #live; #broken; #loading; #waits; #leaving; #settle; #restored; #warned = {};
  /** What the style sheet asks for by `:state()`, so that the host's element has no class of ours: `told`
   * where the host says light or dark, `tinted` with `is-light` or `is-dark` where it has set the background. */
  #states = this.attachInternals?.().states;

  constructor() {
    super();
    this.#promise();
  }

  #promise() {
    // A pending promise stays: for other data, or until the element is on the page again.
    if (this.#settle) return;
    /** Resolves when the live view is ready; rejects with the failure otherwise. */
    this.ready = new Promise((resolve, reject) => { this.#settle = { resolve, reject }; });
    // A host that does not use the promise gets no unhandled rejection; it has `ovc-error`.
    this.ready.catch(() => {});
  }

  connectedCallback() {
    clearTimeout(this.#leaving);
    for (const name of ATTRIBUTES) {
      // Properties that were set before the element was defined hide the accessors.
      const property = camel(name);
      if (name !== "lang" && Object.hasOwn(this, property)) {
        const value = this[property];
        delete this[property];
        this[property] = value;
      }
    }
    const view = this.ownerDocument.defaultView;
    // A document that is not shown, such as that of a parser.
    if (!view) return this.disconnectedCallback();
    this.#heed();
    this.#live?.connected();
    if (this.#live || this.#loading) return;
    // Set until the browser has scrolled to what the address names; see the style sheet.
    if (view.location.hash && this.hasAttribute("sync-url")) {
      this.#note("arriving", true);
      setTimeout(() => this.#note("arriving", false), 100);
    }
    // What is near in another window is not known here.
    if (this.#option("loading") === "eager" || !nearby || view.top !== top) this.load();
    else {
      this.#waits = true;
      nearby.observe(this);
    }
  }

  disconnectedCallback() {
    nearby?.unobserve(this);
    clearTimeout(this.#leaving);
    // A move in the document is a removal and an insertion, so only a removal that lasts unloads.
    this.#leaving = setTimeout(() => this.#unload(), 50);
  }

  attributeChangedCallback(name, before, value) {
    if (before === value) return;
    if (this.#option(name) === undefined) return;
    if (name === "src") {
      if (this.#live || this.#broken) {
        this.#unload();
        this.load();
      }
      // The state may name ids that other data does not have.
      this.#restored = null;
    } else {
      delete this.#restored?.[name];
      this.#live?.changed(name);
      if (this.#waits && value === "eager") this.load();
    }
  }

  /** An attribute's value: `null` without the attribute, `undefined` where it is not allowed, which is reported
   * once. Ids and ranges are checked only when there is data. */
  #option(name, data) {
    const value = this.getAttribute(name);
    if (!value) return value;
    const list = name === "views";
    const words = WORDS[list ? "view" : name]?.split(" ");
    if (words ? (list ? value.split(/\s+/) : [value]).every((word) => !word || words.includes(word))
      : name === "lang" ? /^[a-z]{1,8}(-[a-z\d]{1,8})*$/i.test(value) : !data || !HINTS[name] || data.stateOf({ [name]: value })[name]) return value;
    if (this.#warned[name] !== value) {
      this.#warned[name] = value;
      const allowed = HINTS[name] ?? `allowed are ${words.join(", ")}`;
      console.warn(`<open-vs-closed>: ${name}="${value}" is not known and is ignored; ${allowed}.`);
    }
    // In a list, the known words count all the same.
    return list ? value : undefined;
  }

  /** Starts loading, also after a failure. Does nothing while the element is loading or loaded. */
  load() {
    nearby?.unobserve(this);
    if (this.#live || this.#loading) return;
    this.#broken = false;
    this.#promise();
    this.#start();
  }

  /** Notes whether the host says anything about its scheme, and about the background: CSS cannot tell
   * `color-scheme: normal` from `light`. What the host changes later, the style sheet follows. */
  #heed() {
    const style = getComputedStyle(this);
    this.#note("told", style.colorScheme !== "normal" || this.ownerDocument.querySelector("meta[name=color-scheme]"));
    this.#note("tinted", style.getPropertyValue("--ovc-color-bg"));
  }

  #note(state, isOn) {
    if (!isOld) this.#states[isOn ? "add" : "delete"](state);
  }

  async #start() {
    const attempt = again, tries = imports;
    const loading = this.#loading = {};
    const fail = (message, error) => {
      if (this.#loading !== loading) return;
      this.#loading = null;
      this.#explain(message);
      this.#failed({ code: "load-failed", message, issues: [] }, error);
    };
    if (isOld) return fail("This browser is too old for the interactive view. Update it, or use another one.");
    const files = {
      ...FILES,
      chunks,
      live: url(FILES.live) + query(),
      glue: url(FILES.glue) + (attempt && `?${attempt}`),
      style: url(FILES.style),
      data: url(FILES.data),
      words: Object.fromEntries(Object.entries(FILES.words).map(([lang, file]) => [lang, url(file)])),
      requests,
      begin,
    };
    if (globalThis.WebAssembly) [FILES.shell, ...chunks[this.#firstView()] ?? []].forEach(begin);
    let live;
    try {
      // The address is not known before: bundlers leave it alone.
      live = await import(/* webpackIgnore: true */ /* @vite-ignore */ files.live);
    } catch (error) {
      imports = tries + 1;
      return fail("The interactive view could not be loaded. Check the connection, then reload the page.", error);
    }
    // It may have been removed meanwhile.
    if (this.#loading !== loading) return;
    this.#loading = null;
    this.#live = live.start(this, files, {
      restored: this.#restored,
      roots,
      option: (name, data) => this.#option(name, data),
      explain: (message, root, part) => this.#explain(message, root, part),
      heed: () => this.#heed(),
      note: (state, isOn) => this.#note(state, isOn),
      ready: () => this.#settled("resolve"),
      failed: (failure, cause, last) => {
        this.#failed(failure, cause);
        if (failure.code === "panic" && !attempt) this.#startAgain(last);
      },
    });
  }

  /** The view that is shown first, as far as it is known before there is data. */
  #firstView() {
    const fragment = this.hasAttribute("sync-url") && new URLSearchParams(this.ownerDocument.location?.hash.slice(1)).get("view");
    const [first] = this.#option("views")?.match(/\S+/) ?? [];
    return [this.#restored?.view, fragment, this.#option("view"), first].find((view) => Object.hasOwn(chunks, view)) ?? (this.getAttribute("src") ? "timeline" : "story");
  }

  /** Shows a sentence above the static view that explains why there is no live view (or not yet). */
  #explain(message, root = this.shadowRoot ?? this.attachShadow({ mode: "open" }), part = "failure") {
    let note = root.querySelector(`[part=${part}]`);
    if (!note) {
      note = this.ownerDocument.createElement("p");
      note.setAttribute("role", "status");
      note.setAttribute("part", part);
      root.replaceChildren(note, this.ownerDocument.createElement("slot"));
    }
    note.textContent = message;
  }

  /** Leaves the static view in place, rejects `ready`, and notifies the host. */
  #failed(failure, cause) {
    console.error(`<open-vs-closed>: ${failure.message}`, cause ?? "");
    this.#live = null;
    this.#broken = true;
    this.#note("failed", true);
    this.#settled("reject", Object.assign(new Error(failure.message, { cause }), failure));
    this.dispatchEvent(new CustomEvent("ovc-error", { bubbles: true, composed: true, detail: failure }));
  }

  #settled(how, failure) {
    this.#settle?.[how](failure);
    this.#settle = null;
  }

  /** Loads again with the reader's last state. After a second panic the static view stays. */
  #startAgain(last) {
    if (!again) {
      requests = new Map();
      failed.clear();
    }
    again = "again";
    this.#restored = last;
    this.load();
  }

  #unload() {
    this.#restored = this.#live?.state() ?? this.#restored;
    this.#live?.stop();
    this.#live = this.#loading = null;
    this.#broken = false;
    this.#promise();
  }

  /** The state as a plain object; `null` until the live view is mounted. */
  getState() {
    return this.#live?.state() ?? null;
  }

  /** Changes some keys of the state; `null` clears a key. Waits for the live view where needed; after a failure it
   * does nothing, because a host that calls it on every `ovc-error` would cause endless attempts. */
  async setState(partial) {
    await this.#whenReady((live) => live.setState(partial));
  }

  /** Shows the timeline with that event selected. */
  async goTo(id) {
    await this.#whenReady((live) => live.goTo(String(id)));
  }

  static {
    if (TEST_HOOKS) {
      this.prototype.testPanic = function testPanic() {
        return this.#whenReady((live) => live.testPanic());
      };
    }
  }

  #whenReady(action) {
    // Runs at once where possible, so that a host that sets the state and then reads it gets what it set.
    if (this.#live?.isMounted) return action(this.#live);
    if (!this.#broken) this.load();
    return this.ready.then(() => this.#live && action(this.#live), () => {});
  }
}

function camel(name) {
  return name.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
}

for (const name of ATTRIBUTES) {
  // `lang` is a property of every element already.
  if (name === "lang") continue;
  const boolean = name === "sync-url";
  Object.defineProperty(OpenVsClosed.prototype, camel(name), {
    configurable: true,
    enumerable: true,
    get() { return boolean ? this.hasAttribute(name) : this.getAttribute(name); },
    set(value) {
      if (boolean) this.toggleAttribute(name, Boolean(value));
      else if (value == null) this.removeAttribute(name);
      else this.setAttribute(name, Array.isArray(value) ? value.join(" ") : value);
    },
  });
}

/** Defines the element. Defining it twice is normal: the first one stays, and a second one of
 * another version is reported. */
export function define(name = "open-vs-closed") {
  const known = globalThis.customElements?.get(name);
  if (!known) globalThis.customElements?.define(name, name === "open-vs-closed" ? OpenVsClosed : class extends OpenVsClosed {});
  else if (known.version !== VERSION) {
    console.warn(`<${name}> is already defined (version ${known.version}); version ${VERSION} is ignored.`);
  }
}

export const version = VERSION;

define();
