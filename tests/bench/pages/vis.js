// vis-timeline with its default options and a fixed height, and a panel that shows what is selected.
const main = document.querySelector("main");
const events = await (await fetch("events.json")).json();
const chart = document.createElement("div");
const card = document.createElement("section");
main.append(chart, card);
const known = new Map(events.map((event) => [event.id, event]));
const items = new vis.DataSet(events.map(({ id, date, title }) => ({ id, content: title, start: date })));
const timeline = new vis.Timeline(chart, items, { height: "440px" });
timeline.on("select", ({ items: [id] }) => {
  const heading = document.createElement("h2");
  const text = document.createElement("p");
  heading.textContent = known.get(id)?.title ?? "";
  text.textContent = known.get(id)?.text ?? "";
  card.replaceChildren(heading, text);
});
const center = () => main.querySelector(".vis-panel.vis-center").getBoundingClientRect();
const middle = () => { const { left, top, width, height } = center(); return { x: left + width / 2, y: top + height / 2 }; };
const shown = () => { const { start, end } = timeline.getWindow(); return `${+start} ${+end}`; };
let turn = 0;
globalThis.peer = {
  timeline,
  select: {
    // It has no button for the next event: whatever lies on top somewhere else in the panel.
    at: () => {
      const { left, top, width, height } = center();
      for (let tries = 0; tries < 97; tries += 1) {
        turn = (turn + 37) % 97;
        const [x, y] = [left + width * (0.1 + 0.8 * turn / 97), top + height * (0.1 + 0.8 * ((turn * 61) % 97) / 97)];
        if (document.elementFromPoint(x, y)?.closest(".vis-item.vis-box:not(.vis-selected)")) return { x, y };
      }
      return null;
    },
    sign: () => timeline.getSelection().join(),
  },
  wheel: true,
  zoomIn: { at: middle, sign: shown },
  zoomOut: { at: middle, sign: shown },
  pan: { at: () => { const { left, bottom, width } = center(); return { x: left + width * 0.6, y: bottom - 6 }; }, sign: shown },
};
probe.live = performance.now();
