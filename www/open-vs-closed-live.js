// The loader imports this module when an element comes near the window, once for all elements of a page. It mounts
// the live view in place of the static one, and connects it to the attributes and the fragment of the page.

import { Address } from "./open-vs-closed-address.js";
import { keepKeys } from "./open-vs-closed-keys.js";
import { languagesOf, linkedLang, wordsOf } from "./open-vs-closed-languages.js";
import {
  FAILURES, Failure, hasPanicked, isDeadAfter, loadData, loadModule, loadStyle, loadWords, mounted, sheetOf, waiting,
} from "./open-vs-closed-load.js";
import { placeOf, restore } from "./open-vs-closed-place.js";

/** Milliseconds of waiting before a message is shown. */
const PATIENCE = 300;

/** Whether an ancestor belongs to a Yew application: it would receive our events. */
function insideYew(node) {
  for (let at = node; at; at = at.parentNode ?? at.host) {
    if ("__yew_subtree_id" in at) return true;
  }
  return false;
}

/** The shadow root of an element, made when it is first needed. */
function rootOf(element, { roots }) {
  if (!roots.has(element)) {
    const mode = insideYew(element) ? "closed" : "open";
    const root = element.shadowRoot ?? element.attachShadow({ mode });
    keepKeys(root);
    roots.set(element, root);
  }
  return roots.get(element);
}

/** Yew applications without a widget, and their elements. The listeners of an application cannot be removed, so
 * the next widget reuses one. */
const vacant = [];

/** Logs what an editor has to correct. Logging a hundred thousand lines would take longer than loading the data. */
function list(issues = []) {
  for (const { path, message } of issues.slice(0, 100)) console.warn(`<open-vs-closed>: ${path}: ${message}`);
  if (issues.length > 100) console.warn("<open-vs-closed>: more in ovc-error");
}

/** The live view of one element. */
class Live {
  #element; #files; #host; #handle; #root; #mount; #frame; #address; #document; #stopped = false;
  #source; #data; #original; #asked; #announced = -1; #patience; #viewWithRoom; #last; #isReady = false;

  constructor(element, files, host) {
    this.#element = element;
    this.#files = files;
    this.#host = host;
    this.#start().catch((error) => {
      if (!this.#stopped) this.fail(error instanceof Failure ? error : new Failure(isDeadAfter(error) ? "panic" : "load-failed", error));
    });
  }

  /** Whether the live view is mounted. */
  get isMounted() {
    return Boolean(this.#handle);
  }

  /** The window that the element is in, which may be another one than that of this script. */
  get #window() {
    return this.#element.ownerDocument.defaultView;
  }

  async #start() {
    if (hasPanicked) throw new Failure("panic");
    const element = this.#element;
    const source = element.getAttribute("src");
    let address = this.#files.data;
    if (source) {
      try {
        address = new URL(source, element.baseURI).href;
      } catch {
        // The request will fail, and is reported like that of any other address.
        address = source;
      }
    }
    this.#source = address;
    this.#patience = setTimeout(() => { waiting.add(this); this.wait(address, 0); }, PATIENCE);
    const styled = loadStyle(this.#files);
    // The message needs the style sheet, which may load after the message is due.
    styled.then(() => this.wait(address, 0), () => {});
    const [glue, data] = await Promise.all([
      loadModule(this.#files),
      loadData(this.#files, address),
      styled,
    ]);
    if (this.#stopped || hasPanicked) return;
    this.#original = data;
    this.#data = await this.#worded(this.#host.restored?.lang ?? linkedLang(element));
    if (this.#stopped || hasPanicked) return;
    this.#arrived();
    // Read before anything changes, because a browser may lose its scroll position.
    const place = placeOf(element);
    this.#host.note("failed", false);
    this.#root = rootOf(element, this.#host);
    this.#dress();
    const left = vacant.pop();
    this.#mount = left?.mount ?? element.ownerDocument.createElement("div");
    this.#mount.className = "ovc-mount is-waiting";
    this.changed("theme");
    // Until the live view is ready, the slot shows the static view of the page.
    this.#root.replaceChildren(element.ownerDocument.createElement("slot"), this.#mount);
    const options = { ...this.#options(), asStatic: place.asStatic, restored: this.#host.restored };
    if (place.view) options.view = place.view;
    if (place.step) options.step = place.step;
    this.#handle = glue.mount(this.#mount, this.#data, options, (what) => this.#hear(what, place), left?.app);
    mounted.add(this);
    const { issues } = data;
    if (issues.length) this.#tellIssues(issues);
  }

  /** The data in the words that are wanted; the original where there are none. */
  async #worded(chosen) {
    const original = this.#original;
    try {
      const file = wordsOf(this.#element, {
        words: this.#files.words, original: original.lang, attribute: this.#host.option("lang"), chosen,
      });
      return file ? await loadWords(this.#files, original, file.address, file.interfaceOnly) : original;
    } catch (error) {
      if (isDeadAfter(error)) throw error;
      // The original says all of it, in another language.
      const message = `The words could not be loaded: ${error.message}`;
      console.error("<open-vs-closed>:", message, error.cause ?? "");
      this.#emit("ovc-error", { code: "data-failed", message, issues: [] });
      return original;
    }
  }

  /** Shows the words of the language that is wanted now. */
  async #retranslate() {
    const asked = this.#asked = {};
    const data = await this.#worded(this.state()?.lang);
    // The reader may have chosen again meanwhile.
    if (this.#stopped || asked !== this.#asked || data === this.#data) return;
    this.#data = data;
    this.#call((handle) => handle.setData(data, this.#options()));
  }

  /** Gives the root the style sheet of the document that it is in. */
  #dress() {
    this.#document = this.#element.ownerDocument;
    this.#root.adoptedStyleSheets = [sheetOf(this.#document)];
    this.#viewWithRoom = null;
  }

  /** Called when the element is in the page again. Where that is another document, browsers have dropped the style
   * sheets, and its window is another one. */
  connected() {
    if (this.#root && this.#document !== this.#element.ownerDocument) {
      this.#dress();
      if (this.#isReady) this.#sync();
      // What it listens to and measures is there now, too.
      this.#call((handle) => handle.update(this.#options()));
      // A window that is not shown draws no frames.
      if (this.#frame) this.#tellSoon();
    }
    if (this.#isReady) this.#heed();
  }

  /** Shows the progress of a long load. It changes only by quarters, because screen readers read it aloud. */
  wait(address, share) {
    const quarter = Math.floor(share * 4);
    if (address !== this.#source || quarter <= this.#announced) return;
    if (!waiting.has(this) || !sheetOf(this.#element.ownerDocument)) return;
    this.#announced = quarter;
    // A browser may lose its scroll position when an element gets a shadow root.
    const place = placeOf(this.#element);
    this.#root = rootOf(this.#element, this.#host);
    this.#dress();
    this.#host.explain(`Loading${quarter ? ` ${quarter * 25} %` : ""} …`, this.#root, "progress");
    restore(this.#element, place);
  }

  #arrived() {
    clearTimeout(this.#patience);
    waiting.delete(this);
  }

  #options() {
    const element = this.#element;
    const attribute = (name) => this.#host.option(name, this.#data);
    return {
      view: attribute("view"),
      views: (attribute("views") ?? "").split(/\s+/).filter(Boolean),
      event: attribute("event"),
      range: attribute("range"),
      order: attribute("order"),
      definition: attribute("definition"),
      headingLevel: Number(attribute("heading-level") || 2),
      width: element.clientWidth || 720,
      languages: languagesOf(element, { words: this.#files.words, original: this.#original.lang }),
      fragment: attribute("sync-url") === null ? "" : this.#window.location.hash,
    };
  }

  #hear(what, place) {
    if (what === "failed") {
      // A view that fails afterwards shows that in its panel.
      if (!this.#isReady) this.fail(new Failure("load-failed"));
    } else if (what === "ready") {
      this.#isReady = true;
      // A complete static view is printed where nothing is made for paper; see the style sheet.
      const slot = this.#root.querySelector("slot");
      if (this.#element.querySelector(":scope > .ovc")) slot.className = "ovc-print";
      else slot.remove();
      // It is visible only on paper, so nothing in it can be used.
      slot.inert = true;
      this.#mount.classList.remove("is-waiting");
      this.#mount.ontransitionrun = ({ target }) => {
        if (target === this.#mount) this.#heed();
      };
      this.#heed();
      const missing = restore(this.#root, place);
      // Added room does not help where something other than the window scrolls.
      if (missing > 1 && missing < innerHeight && scrollY) {
        // The live view is shorter than the static one with all views, so it gets room below it while it is active.
        const room = new this.#window.CSSStyleSheet();
        room.replaceSync(`.ovc-mount { padding-block-end: ${Math.ceil(missing)}px; }`);
        this.#root.adoptedStyleSheets.push(room);
        this.#viewWithRoom = this.state().view;
        restore(this.#root, place);
      }
      this.#sync();
      // Scrolls to what the link names, as the browser does for its own anchors.
      if (this.#address?.fragment && !place.id) this.#reveal();
      this.#last = this.state();
      this.#host.ready();
      this.#emit("ovc-ready", { view: this.#last.view, lang: this.#data.lang });
      this.#prefetch();
    } else {
      // Read at once, because a panic may come before the frame.
      const { lang } = this.#last ?? {};
      this.#last = this.state();
      if (this.#isReady && this.#last?.lang !== lang) this.#retranslate();
      if (!this.#frame) this.#tellSoon();
    }
  }

  /** Notifies the host of a change in the next frame. */
  #tellSoon() {
    this.#frame?.();
    const window = this.#window;
    const frame = window.requestAnimationFrame(() => {
      this.#frame = null;
      if (!this.#handle || hasPanicked) return;
      this.#writeFragment();
      if (this.#viewWithRoom && this.#viewWithRoom !== this.state().view) {
        this.#viewWithRoom = null;
        this.#root.adoptedStyleSheets.pop();
      }
      this.#emit("ovc-change", { state: this.#last });
    });
    this.#frame = () => window.cancelAnimationFrame(frame);
  }

  /** Makes what the browser draws (selects, scroll bars) dark or light as the host's background is. A scheme of the
   * style sheet that agrees with it is left alone, so that a background that depends on the scheme still follows. */
  #heed() {
    this.#host.heed();
    for (const scheme of ["light", "dark"]) this.#host.note(`is-${scheme}`, false);
    const style = getComputedStyle(this.#root.querySelector(".ovc"));
    const isDark = /linear [^0]/.test(style.borderTopColor);
    const isDarkScheme = style.borderBottomColor === "rgb(255, 255, 255)";
    if (isDark !== isDarkScheme) this.#host.note(isDark ? "is-dark" : "is-light", true);
  }

  /** Loads the views that the reader can turn to, once the page is idle. */
  async #prefetch() {
    if (navigator.connection?.saveData) return;
    await new Promise(globalThis.requestIdleCallback ?? ((resolve) => setTimeout(resolve, 1000)));
    const { chunks, begin, requests } = this.#files;
    const { views } = this.#options();
    const files = Object.keys(chunks).filter((view) => view !== "words" && (!views.length || views.includes(view))).flatMap((view) => chunks[view]);
    const failed = [];
    await Promise.all(files.map(async (file) => { if (await begin(file) === false) failed.push(file); }));
    // A file that fails is requested again when its view is shown, so the failure is not reported here.
    failed.forEach((file) => requests.delete(file));
    if (!failed.length) this.#call((handle) => handle.prefetch());
  }

  #reveal() {
    this.#root.querySelector(".ovc-entry:has([aria-expanded=true])")?.scrollIntoView();
  }

  /** Follows the page's fragment while the attribute is there. */
  #sync() {
    this.#address?.stop();
    this.#address = this.#element.hasAttribute("sync-url")
      ? new Address(this.#window, this.#element, (fragment) => this.#follow(fragment))
      : null;
  }

  #follow(fragment) {
    this.#call((handle) => handle.setFragment(fragment));
    this.#window.requestAnimationFrame(() => this.#reveal());
  }

  #writeFragment() {
    if (!this.#address || !this.#handle) return;
    const { fragment, followed } = this.#handle;
    // The browser leads back to where the reader has followed a reference.
    this.#address.write(fragment, followed);
  }

  /** Notifies the host of records that were left out; the others are shown. */
  #tellIssues(issues) {
    list(issues);
    this.#emit("ovc-error", { code: "data-invalid", message: FAILURES["data-invalid"], issues });
  }

  #emit(type, detail) {
    this.#element.dispatchEvent(new CustomEvent(type, { bubbles: true, composed: true, detail }));
  }

  /** Shows the static view again, with the reason. */
  fail(failure) {
    this.stop();
    this.#host.explain(failure.message, rootOf(this.#element, this.#host));
    const { code, message, issues } = failure;
    list(issues);
    this.#host.failed({ code, message, issues }, failure.cause, this.#last);
  }

  /** Removes the live view and shows the static one again. */
  stop() {
    this.#stopped = true;
    this.#arrived();
    mounted.delete(this);
    if (this.#mount) this.#mount.ontransitionrun = null;
    this.#call((handle) => { vacant.push({ mount: this.#mount, app: handle.unmount() }); handle.free(); });
    this.#handle = undefined;
    this.#frame?.();
    this.#address?.stop();
    this.#root?.replaceChildren(this.#element.ownerDocument.createElement("slot"));
  }

  /** Calls into the instance, unless it has panicked. */
  #call(action) {
    if (!this.#handle || hasPanicked) return undefined;
    try {
      return action(this.#handle);
    } catch (error) {
      isDeadAfter(error);
      console.error("<open-vs-closed>:", error);
      return undefined;
    }
  }

  /** Applies a changed attribute; an invalid value is ignored. */
  changed(name) {
    const value = this.#host.option(name, this.#data);
    if (value === undefined) return;
    if (["view", "event", "range", "order", "definition"].includes(name)) {
      this.setState({ [name]: value });
    } else if (name === "theme") {
      this.#mount?.setAttribute(name, value ?? "auto");
      if (this.#isReady) this.#heed();
    } else if (name === "sync-url" && this.#last) {
      this.#sync();
      if (this.#address?.fragment) this.#follow(this.#address.fragment);
      else this.#writeFragment();
    } else if (name === "lang" || name === "words") {
      if (this.#isReady) this.#retranslate();
    } else if (name === "views" || name === "heading-level") {
      this.#call((handle) => handle.update(this.#options()));
    }
  }

  state() {
    return this.#call((handle) => handle.getState()) ?? null;
  }

  setState(partial) {
    this.#call((handle) => handle.setState(partial));
  }

  goTo(id) {
    this.#call((handle) => handle.goTo(id));
  }

  static {
    if (TEST_HOOKS) {
      this.prototype.testPanic = function testPanic() {
        this.#call((handle) => handle.testPanic());
      };
    }
  }
}

/** Starts the live view of an element. `host` provides its attributes, and is notified when the live view is ready
 * or has failed. */
export function start(element, files, host) {
  return new Live(element, files, host);
}
