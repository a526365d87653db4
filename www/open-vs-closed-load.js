// Fetches and prepares what a live view needs: the WebAssembly, the style sheet and the data. Each is loaded
// once for all elements of a page. Part of the code that is loaded when an element comes near; the build makes one
// file of it.

/** What went wrong, in words that a reader and an editor can use. */
export const FAILURES = {
  "wasm-unsupported": "This browser cannot run WebAssembly, which the interactive view needs. Update it, or use another one.",
  "wasm-blocked": "This page’s security policy blocks WebAssembly. Its owner can allow it with script-src 'wasm-unsafe-eval'.",
  "load-failed": "The interactive view could not be loaded. Check the connection, then reload the page.",
  "data-failed": "The data could not be loaded. Check the connection, the address, and whether its server allows this page (CORS).",
  "data-invalid": "Some of the data could not be shown.",
  // After a panic the loader tries once more, with another address.
  panic: `The interactive view has stopped because of a fault. ${import.meta.url.includes("?again") ? "Reload the page to try again." : "Loading again."}`,
};

export class Failure extends Error {
  constructor(code, cause, message = FAILURES[code], issues = []) {
    super(message, { cause });
    this.code = code;
    this.issues = issues;
  }
}

/** Runs once for each key; a failure is forgotten, so that a later element can try again. `run` is given how often it
 * has failed. */
const running = new Map(), failures = new Map();
const once = (key, run) => {
  if (!running.has(key)) {
    const failed = failures.get(key) ?? 0;
    running.set(key, run(failed).catch((error) => {
      running.delete(key);
      failures.set(key, failed + 1);
      throw error;
    }));
  }
  return running.get(key);
};

/** Fetches a file, and returns what `take` makes of the response. After a failure a stored response is not asked. */
const fetchFile = async (address, code, failed, take) => {
  try {
    const response = await fetch(address, { credentials: "same-origin", cache: failed ? "reload" : "default" });
    if (!response.ok) throw new Error(`${response.status} ${address}`);
    return await take(response);
  } catch (error) {
    throw new Failure(code, error);
  }
};

export const loadModule = (files) => once("module", async (failed) => {
  if (typeof WebAssembly !== "object") throw new Failure("wasm-unsupported");
  // The first date formatter of a page takes 20 ms. It is made in a separate task while the network is busy.
  pause().then(() => new Intl.DateTimeFormat("en-GB"));
  try {
    const address = new URL(files.glue);
    // An engine may remember a failed import.
    if (failed) address.searchParams.set("retry", failed);
    const glue = await import(address);
    glue.useRequests(files.requests, files.modules);
    await glue.default({ module_or_path: new URL(files.shell, files.glue) });
    glue.onPanic(panicked);
    return glue;
  } catch (error) {
    throw new Failure(isBlocked(error) ? "wasm-blocked" : "load-failed", error);
  }
});

/** Whether a security policy blocked the compilation. Browsers use different errors and messages. */
function isBlocked(error) {
  return /Content.Security.Policy|CSP|unsafe-eval|call to WebAssembly\S* blocked|disallowed by embedder/i.test(String(error?.message));
}

let style;
const sheets = new WeakMap();

export const loadStyle = (files) => once("style", async (failed) => {
  style = await fetchFile(files.style, "load-failed", failed, (response) => response.text());
});

/** What the style sheet registers by `@property`, which counts for nothing in a shadow root. */
const REGISTERED = {
  "--ovc-em": "16px",
  "--_ovc-bg": "#fff",
  "--_ovc-text": "#000",
  "--_ovc-line": "#000",
  "--_ovc-muted": "#000",
  "--_ovc-open": "#000",
  "--_ovc-closed": "#000",
  "--_ovc-both": "#000",
  "--_ovc-context": "#000",
};

/** The style sheet for a document: a sheet may not be adopted by another. Nothing until the style is loaded. */
export function sheetOf(document) {
  if (style !== undefined && !sheets.has(document)) {
    const { CSS, CSSStyleSheet } = document.defaultView;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(style);
    for (const [name, initialValue] of Object.entries(REGISTERED)) {
      try {
        CSS.registerProperty({ name, syntax: initialValue.startsWith("#") ? "<color>" : "<length>", inherits: true, initialValue });
      } catch {
        // Another version of the bundle was here.
      }
    }
    sheets.set(document, sheet);
  }
  return sheets.get(document);
}

/** Lets the page draw and react. It uses a message, because timers of a hidden tab fire once a second, and
 * `scheduler.yield` resumes before the page is drawn. */
const pause = () => new Promise((resolve) => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => { port1.close(); resolve(); };
  port2.postMessage(0);
});

/** Live views that have waited so long that they show a message. */
export const waiting = new Set();

/** The body in pieces: `arrayBuffer` would join 20 MB in one step. */
const pieces = async ({ body }) => {
  const all = [];
  const reader = body?.getReader();
  for (let piece; (piece = (await reader?.read())?.value);) all.push(piece);
  return all;
};

export const loadData = (files, address) => once(`data ${address}`, async (failed) => {
  const json = fetchFile(address, "data-failed", failed, pieces);
  json.catch(() => {});
  const glue = await loadModule(files);
  const text = await json;
  try {
    // Parses in short tasks, so that scrolling and typing stay smooth. It starts in a new task, because preparing the
    // WebAssembly has already made this one long.
    await pause();
    let end = performance.now() + 8;
    const rest = async (share) => {
      if (performance.now() < end) return;
      for (const live of waiting) live.wait(address, share);
      await pause();
      end = performance.now() + 8;
    };
    const data = new glue.Data(text.reduce((sum, { length }) => sum + length, 0));
    for (const piece of text) {
      data.push(piece);
      await rest(0);
    }
    for (let share; (share = data.step()) < 1;) await rest(share);
    await pause();
    data.id = address;
    return data;
  } catch (error) {
    if (isDeadAfter(error)) throw new Failure("panic", error);
    throw new Failure("data-invalid", error, error.message, error.issues);
  }
});

/** A data set in the words of a file: all of it, or its interface alone where the words belong to other data. */
export const loadWords = (files, data, address, interfaceOnly) => once(`words ${data.id} ${address}`, async (failed) => {
  const words = fetchFile(address, "data-failed", failed, (response) => response.arrayBuffer());
  const glue = await loadModule(files);
  await glue.loadTranslation();
  return data.translate(new Uint8Array(await words), interfaceOnly);
});

/** Set when the code has panicked: the instance must never be called again. */
export let hasPanicked = false;
export const mounted = new Set();
const panicked = (cause) => {
  if (hasPanicked) return;
  hasPanicked = true;
  // In a separate task, so that the caller gets its error first.
  setTimeout(() => {
    for (const live of [...mounted]) live.fail(new Failure("panic", cause));
  });
};

/** Whether the instance must not be called again after this error. That is so after a trap: the end of a panic, a
 * stack overflow, or a full memory. */
export function isDeadAfter(error) {
  if (/^(Runtime|Range|Internal)Error$/.test(error?.name)) panicked(error);
  return hasPanicked;
}
