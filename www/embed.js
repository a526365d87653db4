// Inside the frame: takes the element's attributes from the address, and notifies the parent of the height of the
// content.

const element = document.querySelector("open-vs-closed");
const ATTRIBUTES = [
  "view", "views", "lang", "theme", "src", "words", "event", "range", "order", "definition",
  "heading-level", "loading", "sync-url",
];

for (const [name, value] of new URLSearchParams(location.search)) {
  if (ATTRIBUTES.includes(name)) element.setAttribute(name, value);
}

if (parent !== window) {
  let last = 0;
  const tell = () => {
    const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
    if (height === last) return;
    last = height;
    send();
  };
  // The height is no secret, and the parent's origin is not known here.
  const send = () => parent.postMessage({ type: "ovc-height", height: last }, "*");
  // A helper that is loaded later asks for what it has missed.
  addEventListener("message", ({ data, source }) => {
    if (source === parent && data?.type === "ovc-height-request" && last) send();
  });
  // Waits until the live view is ready or has failed: the static view is many times higher, and the page around the
  // frame would jump.
  const decided = customElements.whenDefined("open-vs-closed").then(() => element.ready);
  const patience = new Promise((resolve) => { setTimeout(resolve, 8000); });
  Promise.race([decided, patience])
    .catch(() => {})
    .then(() => new ResizeObserver(tell).observe(document.documentElement));
}
