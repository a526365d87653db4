// What a newsroom writes by hand with D3: dots in lanes on an axis, a card, buttons.
const main = document.querySelector("main");
const raw = await (await fetch("events.json")).json();
const events = raw.map((event) => ({ ...event, time: new Date(event.date) }));
const lanes = [...new Set(events.map(({ group }) => group))];
const [width, height] = [main.clientWidth, 300];

const bar = document.createElement("div");
const card = document.createElement("section");
const button = (name, act) => {
  const made = Object.assign(document.createElement("button"), { textContent: name, type: "button" });
  made.addEventListener("click", act);
  bar.append(made);
  return made;
};
main.append(bar);
const svg = d3.select(main).append("svg").attr("width", width).attr("height", height);
main.append(card);

const scale = d3.scaleTime(d3.extent(events, ({ time }) => time), [16, width - 16]);
const colour = d3.scaleOrdinal(lanes, d3.schemeTableau10);
const axis = svg.append("g").attr("transform", `translate(0,${height - 24})`);
const dots = svg.append("g").selectAll("circle").data(events).join("circle")
  .attr("r", 6).attr("cy", ({ group }) => 30 + lanes.indexOf(group) * 56)
  .attr("fill", ({ group }) => colour(group)).attr("tabindex", 0).attr("role", "button")
  .attr("aria-label", ({ title }) => title)
  .on("click", (_, event) => select(events.indexOf(event)));

let selected = -1;
function select(at) {
  selected = at;
  const { title, date, text } = events[at];
  const [heading, when, what] = ["h2", "p", "p"].map((tag) => document.createElement(tag));
  heading.textContent = title;
  when.textContent = date;
  what.textContent = text;
  card.replaceChildren(heading, when, what);
}
const draw = ({ transform }) => {
  const shown = transform.rescaleX(scale);
  axis.call(d3.axisBottom(shown).ticks(8));
  dots.attr("cx", ({ time }) => shown(time));
};
const zoom = d3.zoom().scaleExtent([1, 500]).translateExtent([[0, 0], [width, height]]).on("zoom", draw);
svg.call(zoom);
draw({ transform: d3.zoomIdentity });
const next = button("Next", () => select((selected + 1) % events.length));
const zoomIn = button("Zoom in", () => svg.call(zoom.scaleBy, 1.5));
const zoomOut = button("Zoom out", () => svg.call(zoom.scaleBy, 1 / 1.5));
const sign = () => String(d3.zoomTransform(svg.node()));
globalThis.peer = {
  select: { at: () => next, sign: () => selected },
  zoomIn: { at: () => zoomIn, sign },
  zoomOut: { at: () => zoomOut, sign },
  pan: { at: () => { const { left, top, width: wide } = svg.node().getBoundingClientRect(); return { x: left + wide * 0.6, y: top + 8 }; }, sign },
};
probe.live = performance.now();
