/** A view of the widget. The state's view is always one that is shown. */
export type View = "story" | "timeline" | "compare" | "models" | "decide" | "sources";
/** Wherever a side is read, `both` counts as `mixed`: it is the older word. */
export type Side = "open" | "mixed" | "closed" | "context";
export type Kind =
  | "release" | "policy" | "statement" | "business" | "research" | "incident" | "definition";
export type Confidence = "confirmed" | "reported" | "disputed";
/** What counts as open. */
export type Definition = "osaid" | "permissive" | "downloadable" | "components";
export type Order = "drawn" | "open-first" | "closed-first";

/** What the reader is looking at. */
export interface State {
  view: View;
  /** Id of the step of the story; `null` is the first one. */
  step: string | null;
  /** Id of the selected event. */
  event: string | null;
  /** `2024-12/2025-03`; `null` is everything. */
  range: string | null;
  /** Sides to show; an empty list means all. */
  side: Side[];
  /** Kinds to show; an empty list means all. */
  kind: Kind[];
  /** Ids of actors whose events to show; an empty list means all. */
  actor: string[];
  /** Ids of levels of openness to show; an empty list means all. */
  level: string[];
  /** Degrees of confidence to show; an empty list means all. */
  confidence: Confidence[];
  /** What is searched for; all its words must match. */
  q: string;
  order: Order;
  definition: Definition;
  /** Id of the question that Compare shows where it shows one at a time; `null` is the first one. */
  question: string | null;
  /** Ids of the models side by side, at most four. */
  models: string[];
  /** Id of the benchmark of the frontier chart; `null` is the first one. */
  benchmark: string | null;
  /** The weights of needs that differ from the defaults, such as `data-control:8`. */
  weights: string[];
  /** The language that the reader has chosen; `null` is that of the page. */
  lang: string | null;
}

/** Some keys of the state; `null` clears a key. */
export type PartialState = { [Key in keyof State]?: State[Key] | null };

export type FailureCode =
  | "wasm-unsupported" | "wasm-blocked" | "load-failed" | "data-failed" | "data-invalid" | "panic";

/** A problem of the data set. */
export interface Issue {
  /** JSON path, such as `events[12].date`. */
  path: string;
  message: string;
  /** Whether the record was left out because of it. */
  leftOut: boolean;
}

/** Attributes and their properties. A bad value is told once in the console and ignored: at the start as
 * if it were absent, later the state stays as it is. */
export interface OpenVsClosedElement extends HTMLElement {
  view: View | null;
  /** Address of a file of words, which translates the data set and the interface. */
  words: string | null;
  /** Space-separated: which tabs exist. It may be set as a list. */
  get views(): string | null;
  set views(value: string | readonly View[] | null);
  theme: "auto" | "light" | "dark" | null;
  src: string | null;
  range: string | null;
  event: string | null;
  order: Order | null;
  definition: Definition | null;
  loading: "lazy" | "eager" | null;
  get headingLevel(): string | null;
  set headingLevel(value: string | number | null);
  syncUrl: boolean;
  /** Fulfilled when the live view stands; rejected where it never will. Each try after a failure has a
   * promise of its own. */
  readonly ready: Promise<void>;
  /** Starts loading now, after a failure once more. */
  load(): void;
  /** `null` until the live view stands. */
  getState(): State | null;
  /** Values of a wrong type and what is not known change nothing; a list may be a single text. After a
   * failure it waits for nothing: call `load()` first. */
  setState(partial: PartialState): Promise<void>;
  /** Shows the timeline with that event selected; does nothing where there is no such event or no
   * timeline. */
  goTo(eventId: string): Promise<void>;
}

/** What a framework with JSX, such as React 19, may give the element, besides what every element takes. */
export interface OpenVsClosedProps {
  view?: View | null;
  views?: string | readonly View[] | null;
  theme?: "auto" | "light" | "dark" | null;
  src?: string | null;
  words?: string | null;
  range?: string | null;
  event?: string | null;
  order?: Order | null;
  definition?: Definition | null;
  loading?: "lazy" | "eager" | null;
  headingLevel?: string | number | null;
  syncUrl?: boolean;
  "onovc-ready"?: (event: HTMLElementEventMap["ovc-ready"]) => void;
  "onovc-change"?: (event: HTMLElementEventMap["ovc-change"]) => void;
  "onovc-error"?: (event: HTMLElementEventMap["ovc-error"]) => void;
}

/** Defines the element under a name; `open-vs-closed` is defined when the module loads. */
export function define(name?: string): void;
export const version: string;

declare global {
  interface HTMLElementTagNameMap {
    "open-vs-closed": OpenVsClosedElement;
  }
  // They bubble: documents and windows hear them, too.
  interface GlobalEventHandlersEventMap {
    "ovc-ready": CustomEvent<{ view: View; lang: string }>;
    "ovc-change": CustomEvent<{ state: State }>;
    "ovc-error": CustomEvent<{ code: FailureCode; message: string; issues: Issue[] }>;
  }
}
