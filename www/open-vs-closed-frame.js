// For the page that embeds `embed.html` in an <iframe>: makes the frame as high as its content. It may be loaded before
// the frame or long after it.
//
// <iframe src="https://host/path/embed.html?view=timeline" title="…" width="100%"></iframe>
// <script type="module" src="https://host/path/open-vs-closed-frame.js"></script>

/** Greater heights, in pixels, are taken for a mistake. */
const HIGHEST = 50_000;

/** All frames of the page, in the open shadow roots too. */
function frames(root = document) {
  const inside = [...root.querySelectorAll("*")].flatMap(({ shadowRoot }) => (shadowRoot ? frames(shadowRoot) : []));
  return [...root.querySelectorAll("iframe[src]:not([srcdoc])"), ...inside];
}

/** Whose frame sends which messages: looked for once, because a page may be large. */
const known = new WeakMap();

function frameOf(window) {
  const frame = known.get(window);
  if (frame?.isConnected && frame.contentWindow === window) return frame;
  const found = frames().find(({ contentWindow }) => contentWindow === window);
  if (found) known.set(window, found);
  return found;
}

/** A sandboxed frame is of no origin (`null`): then only the frame that it comes from says who it is. */
const isFrom = (frame, origin) => origin === "null" || origin === new URL(frame.src, document.baseURI).origin;

/** By how many pixels a frame is lower than its content; it has no height where it is hidden. */
function missing(frame, height) {
  const { paddingTop, paddingBottom } = getComputedStyle(frame);
  const inside = frame.clientHeight - Number.parseFloat(paddingTop) - Number.parseFloat(paddingBottom);
  return frame.clientHeight && Math.round(height - inside);
}

function fit(frame, height) {
  frame.height = String(height);
  // A host's style (`height: auto`, borders inside the box) may say something else. Set by script, it is allowed by any
  // policy, as the place of the tooltip is.
  for (let tries = 0, set = height; tries < 2 && missing(frame, height); tries += 1) {
    frame.style.setProperty("height", `${set}px`, "important");
    set += missing(frame, height);
  }
}

addEventListener("message", ({ data, source, origin }) => {
  const { type, height } = data ?? {};
  if (type !== "ovc-height" || !Number.isFinite(height) || height <= 0 || !source) return;
  const frame = frameOf(source);
  if (frame && isFrom(frame, origin)) fit(frame, Math.min(Math.ceil(height), HIGHEST));
});

// A frame that was there earlier has told its height to nobody.
for (const frame of frames()) {
  if (/\/embed(\.html)?$/.test(new URL(frame.src, document.baseURI).pathname)) {
    frame.contentWindow.postMessage({ type: "ovc-height-request" }, "*");
  }
}
