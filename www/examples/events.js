// A host that talks with the widget.

const widget = document.querySelector("open-vs-closed");
const said = document.querySelector("#said");

for (const type of ["ovc-ready", "ovc-change", "ovc-error"]) {
  widget.addEventListener(type, ({ detail }) => {
    said.textContent = `${type} ${JSON.stringify(detail)}`;
  });
}

// Methods wait for the live view where they have to.
document.querySelector("#go").addEventListener("click", () => widget.goTo("deepseek-r1"));
document.querySelector("#compare").addEventListener("click", () => widget.setState({ view: "compare" }));
document.querySelector("#reset").addEventListener("click", () => {
  widget.setState({ view: "timeline", event: null, range: null, side: null, kind: null, actor: null, level: null, confidence: null, q: null });
});
