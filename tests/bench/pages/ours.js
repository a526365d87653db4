// Our widget, as a host page has it.
const widget = () => document.querySelector("open-vs-closed");
const root = () => widget().shadowRoot;
const button = (name) => [...root().querySelectorAll("button")].find((button) => (button.getAttribute("aria-label") ?? button.textContent.trim()) === name);
// An opened card may have scrolled the page.
const shown = (element) => { element?.scrollIntoView({ block: "nearest" }); return element; };
addEventListener("ovc-ready", () => { probe.live = performance.now(); });
let mark;
globalThis.peer = {
  select: {
    // The first time an event, then the next one.
    at: () => {
      if (widget().getState()?.event) return button("Next event");
      if (!mark?.isConnected) {
        // Marks of the axis, or entries of the list.
        mark = [...root().querySelectorAll(".ovc-axis [data-id], .ovc-anchor")].slice(0, 40).find((mark) => {
          const { left, top, width, height } = mark.getBoundingClientRect();
          const hit = root().elementFromPoint(left + width / 2, top + height / 2);
          return hit && mark.contains(hit);
        });
      }
      return mark;
    },
    sign: () => widget().getState()?.event,
  },
  zoomIn: { at: () => shown(button("Zoom in")), sign: () => widget().getState()?.range },
  zoomOut: { at: () => shown(button("Zoom out")), sign: () => widget().getState()?.range },
  search: { at: () => shown(root().querySelector("input[type=search]")), sign: () => widget().getState()?.q },
  pan: {
    at: () => { const { left, top, width } = root().querySelector(".ovc-axis").getBoundingClientRect(); return { x: left + width * 0.6, y: top + 6 }; },
    sign: () => widget().getState()?.range,
  },
};
