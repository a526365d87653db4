// For the page that embeds `embed.html` in an <iframe>: makes the frame as high as its content.
//
// <iframe src="https://host/path/embed.html?view=timeline" title="…" width="100%"></iframe>
// <script type="module" src="https://host/path/open-vs-closed-frame.js"></script>

/** Greater heights, in pixels, are taken for a mistake. */
const HIGHEST = 50_000;

addEventListener("message", (event) => {
  const { type, height } = event.data ?? {};
  if (type !== "ovc-height" || !(height > 0 && height < HIGHEST)) return;
  for (const frame of document.querySelectorAll("iframe")) {
    if (frame.contentWindow !== event.source) continue;
    if (event.origin !== new URL(frame.src, document.baseURI).origin) continue;
    frame.height = String(Math.ceil(height));
  }
});
