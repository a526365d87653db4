// TimelineJS3 as its documentation says, with its default options.
const main = document.querySelector("main");
const events = await (await fetch("events.json")).json();
main.style.height = "600px";
const timeline = new TL.Timeline(main, {
  events: events.map(({ id, date, title, text, group }) => {
    const [year, month, day] = date.split("-");
    return { unique_id: id, start_date: { year, month, day }, text: { headline: title, text }, group };
  }),
}, {});
const find = (selector) => main.querySelector(selector);
globalThis.peer = {
  timeline,
  select: { at: () => find(".tl-slidenav-next"), sign: () => find(".tl-timemarker-active")?.id },
  zoomIn: { at: () => find(".tl-menubar-button[aria-label='Zoom in']"), sign: () => main.querySelectorAll(".tl-timemarker")[1]?.style.left },
  zoomOut: { at: () => find(".tl-menubar-button[aria-label='Zoom out']"), sign: () => main.querySelectorAll(".tl-timemarker")[1]?.style.left },
  pan: {
    at: () => { const { left, bottom, width } = find(".tl-timenav").getBoundingClientRect(); return { x: left + width * 0.7, y: bottom - 20 }; },
    sign: () => find(".tl-timenav-slider").getAttribute("style"),
  },
};
probe.live = performance.now();
