// Everything that the types promise, as a plain project would use it. It is checked and never run.
import { define, version } from "open-vs-closed";
import type {
  Confidence, Definition, FailureCode, Issue, Kind, OpenVsClosedElement, Order, PartialState, Side, State, View,
} from "open-vs-closed";
import "open-vs-closed/frame";

define();
define("my-widget");
const major: string = version.split(".")[0] ?? "";

const widget: OpenVsClosedElement = document.createElement("open-vs-closed");
const found: OpenVsClosedElement | null = document.querySelector("open-vs-closed");

widget.view = "compare";
widget.views = ["timeline", "compare"];
widget.views = "timeline models";
widget.theme = "dark";
widget.src = "/own.json";
widget.range = "2024-12/2025-03";
widget.event = null;
widget.order = "open-first";
widget.definition = "osaid";
widget.loading = "eager";
widget.headingLevel = 3;
widget.syncUrl = true;
const views: string | null = widget.views;
const level: string | null = widget.headingLevel;
// @ts-expect-error No such view.
widget.view = "banana";
// @ts-expect-error The promise is the element's.
widget.ready = Promise.resolve();

async function use(): Promise<State | null> {
  widget.load();
  await widget.ready;
  const partial: PartialState = { view: "models", models: ["o3"], event: null };
  await widget.setState(partial);
  await widget.goTo("chatgpt");
  // @ts-expect-error No such key.
  await widget.setState({ colour: "red" });
  return widget.getState();
}

widget.addEventListener("ovc-ready", ({ detail }) => {
  const view: View = detail.view;
  console.log(view, detail.lang);
});
widget.addEventListener("ovc-change", ({ detail: { state } }) => {
  const sides: Side[] = state.side;
  const kinds: Kind[] = state.kind;
  const degrees: Confidence[] = state.confidence;
  const order: Order = state.order;
  const definition: Definition = state.definition;
  const texts: (string | null)[] = [state.range, state.event, state.q, state.benchmark, ...state.actor, ...state.level];
  console.log(sides, kinds, degrees, order, definition, texts);
});
document.addEventListener("ovc-error", ({ detail }) => {
  const code: FailureCode = detail.code;
  const left: Issue[] = detail.issues.filter(({ leftOut }) => leftOut);
  console.log(code, detail.message, left.map(({ path, message }) => `${path}: ${message}`));
});

console.log(major, found, views, level, use);
