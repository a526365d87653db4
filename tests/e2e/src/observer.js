// First script of every page that the test server sends: notes what goes wrong, and holds what
// tests ask for again and again.
(() => {
  const trouble = [];
  const events = [];
  const shifts = [];

  const note = (text) => {
    trouble.push(text);
    // What happens in a frame is the page's trouble too.
    try {
      if (parent !== window) parent.e2e?.trouble.push(`in a frame: ${text}`);
    } catch { /* another origin */ }
  };

  addEventListener("error", (event) => {
    if (event instanceof ErrorEvent) {
      // Told where a resize handler resizes again; it is put off to the next frame, and no error.
      if (!/ResizeObserver loop/.test(event.message)) {
        // Where in the WebAssembly, by the numbers of its functions.
        const place = event.error?.name === "RuntimeError" ? `, at ${event.error.stack}` : "";
        note(`error: ${event.message}${place}`);
      }
    } else if (event.target?.tagName) {
      note(`not loaded: ${event.target.src ?? event.target.href}`);
    }
  }, true);
  addEventListener("unhandledrejection", (event) => note(`rejection: ${event.reason}`));
  document.addEventListener("securitypolicyviolation", (event) => {
    note(`violation: ${event.effectiveDirective} blocks ${event.blockedURI}`);
  });
  for (const level of ["error", "warn"]) {
    const told = console[level];
    console[level] = (...words) => {
      note(`${level}: ${words.map(String).join(" ")}`);
      told.apply(console, words);
    };
  }
  // What comes before the next frame has the same number. Frames are asked for only then: a page that
  // asks for all of them keeps the machine busy.
  let frame = 0;
  let isCounting = false;
  const count = () => {
    if (!isCounting) requestAnimationFrame(() => { frame += 1; isCounting = false; });
    isCounting = true;
    return frame;
  };
  for (const type of ["ovc-ready", "ovc-change", "ovc-error"]) {
    addEventListener(type, (event) => {
      const detail = JSON.parse(JSON.stringify(event.detail));
      events.push({ type, detail, frame: count(), target: event.target.id });
      if (type === "ovc-error") note(`ovc-error: ${detail.code}: ${detail.message}`);
    });
  }
  if (globalThis.PerformanceObserver?.supportedEntryTypes?.includes("layout-shift")) {
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        if (!entry.hadRecentInput) shifts.push(entry.value);
      }
    }).observe({ type: "layout-shift", buffered: true });
  }

  const e2e = {
    trouble, events, shifts,
    /** Events of a type, their details. */
    heard: (type) => events.filter((event) => event.type === type).map((event) => event.detail),
    widget: (selector = "open-vs-closed") => document.querySelector(selector),
    root: (widget = e2e.widget()) => widget.shadowRoot,
    $: (selector, widget) => e2e.root(widget)?.querySelector(selector) ?? null,
    $$: (selector, widget) => [...(e2e.root(widget)?.querySelectorAll(selector) ?? [])],
    /** Text without regard to white space. */
    norm: (text) => (text ?? "").replace(/\s+/g, " ").trim(),
    /** Whether an object is one of this page's own plain ones; scripts of drivers may have others. */
    isPlain: (object) => Object.getPrototypeOf(object) === Object.prototype,
    text: (node) => e2e.norm(node?.textContent),
    isSeen: (node) => Boolean(node) && node.checkVisibility({ visibilityProperty: true })
      && node.getClientRects().length > 0,
    /** Name of a control, as far as our controls name themselves. */
    name: (node) => node.getAttribute("aria-label") ?? e2e.text(node),
    button: (name, widget) => e2e.$$("button", widget).find((button) => e2e.name(button) === name),
    facet: (name) => e2e.$$(".ovc-facet").find((button) => e2e.text(button).replace(/ \d+$/, "") === name),
    /** Unfolds a menu of the filters by its name. */
    unfold: async (name) => {
      const menu = e2e.$$(".ovc-filters > .ovc-menu").find((button) => e2e.text(button).startsWith(name));
      if (menu.getAttribute("aria-expanded") === "false") menu.click();
      await e2e.frames(2);
    },
    /** What has the keyboard focus, inside shadow roots too. */
    active: () => {
      let active = document.activeElement;
      while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
      return active;
    },
    /** Waits for frames, or for their time where the window is not drawn. A busy machine may be long in
     * drawing one. */
    frames: async (count = 1) => {
      for (let i = 0; i < count; i += 1) {
        await new Promise((resolve) => {
          const late = setTimeout(resolve, document.hidden ? 100 : 2000);
          requestAnimationFrame(() => { clearTimeout(late); resolve(); });
        });
      }
    },
    /** Listens for an event; `fired` then waits for it, and for what it brings about. */
    arm: (type) => {
      e2e.armed = new Promise((resolve) => {
        const late = setTimeout(resolve, 500);
        addEventListener(type, () => { clearTimeout(late); resolve(); }, { capture: true, once: true });
      });
    },
    fired: async () => {
      await e2e.armed;
      await e2e.frames(2);
    },
    /** Asks again and again. A machine that stood still for the whole time has not been asked. */
    until: async (test, what, patience = 15000) => {
      const end = performance.now() + patience;
      for (let asked = 0; ; asked += 1) {
        const value = test();
        if (value) return value;
        if (performance.now() > end && asked > 50) throw new Error(`never: ${what ?? test}`);
        await new Promise((resolve) => setTimeout(resolve, 15));
      }
    },
    /** What a failure is told with. */
    plight: () => {
      const state = JSON.stringify(e2e.widget()?.getState?.() ?? null);
      return `\n  state: ${state}\n  trouble: ${trouble.join("; ") || "none"}`;
    },
    /** Waits until a widget is live and drawn. */
    live: async (widget) => {
      widget ??= await e2e.until(() => e2e.widget(), "a widget on the page");
      await customElements.whenDefined("open-vs-closed");
      widget.load?.();
      let late;
      const patience = new Promise((_, reject) => {
        late = setTimeout(() => reject(new Error(`never live; trouble: ${trouble.join("; ")}`)), 30000);
      });
      await Promise.race([widget.ready, patience]);
      clearTimeout(late);
      await document.fonts.ready;
      await e2e.frames(4);
    },
    /** Waits until the view that the state names is in the widget. */
    shown: (widget = e2e.widget()) => e2e.until(() => {
      const view = widget.getState?.()?.view;
      return !view || !e2e.root(widget) || e2e.$(`.ovc-${view}`, widget);
    }, "the view in front"),
    data: async (path = "/data/debate.json") => (await fetch(path)).json(),
    /** Where the links of sources lead: to each source, and behind it to its copy. */
    hrefs: (data, ids) => ids.flatMap((id) => {
      const { url, copy } = data.sources.find((source) => source.id === id);
      return copy ? [url, copy] : [url];
    }),
    /** First and last day of a range such as `2024-12/2025-03`, in days since 1970. */
    days: (range) => {
      if (!range) return null;
      const [from, to = from] = range.split("/");
      const day = (text, after) => {
        const [year, month, date] = text.split("-").map(Number);
        if (!month) return Date.UTC(year + after, 0, 1) / 864e5;
        if (!date) return Date.UTC(year, month - 1 + after, 1) / 864e5;
        return Date.UTC(year, month - 1, date + after) / 864e5;
      };
      return [day(from, 0), day(to, 1)];
    },
    /** What a definition of "open" says of a level, or of the model with an id: open, mixed, closed or unknown. */
    openness: (data, definition, level, id) => {
      const levels = (id) => data.definitions.find((item) => item.id === id).levels ?? [];
      if (["unreleased", "hosted", "api"].includes(level)) return "closed";
      if (!levels("downloadable").includes(level)) return "unknown";
      if (definition !== "components") return levels(definition).includes(level) ? "open" : "mixed";
      const { components } = data.models.find((model) => model.id === id) ?? {};
      if (!components) return "unknown";
      const isOut = (part) => ["MIT", "Apache-2.0", "CC-BY-4.0"].includes(components[part]?.licence);
      const asked = ["architecture", "weights", "evaluation-results", "model-card", "data-card"];
      return asked.every(isOut) && ["technical-report", "paper"].some(isOut) ? "open" : "mixed";
    },
    /** On which side an event stands under a definition. */
    sideOf: (data, definition, event) => {
      if (event.kind !== "release" || !event.level) return event.side === "both" ? "mixed" : event.side;
      const openness = e2e.openness(data, definition, event.level, (event.models ?? [event.id])[0]);
      return openness === "unknown" ? "context" : openness;
    },
    /** What a switch of the definition moves, each group in words, the largest first; and all names. */
    moves: (data, from, to) => {
      const groups = new Map(), told = new Map(), titles = { open: "Open", mixed: "Mixed", closed: "Closed", context: "Unknown", unknown: "Unknown" };
      // A model that an event tells of stands for itself only where the event moves in another way.
      const add = (before, now, name, models, model) => {
        const key = `${titles[before]} → ${titles[now]}`;
        const isTold = model && (told.get(key) ?? []).some((other) => other === model || other === name);
        if (before === now || isTold) return;
        groups.set(key, [...(groups.get(key) ?? []), name]);
        if (!model) told.set(key, [...(told.get(key) ?? []), name, ...models]);
      };
      for (const event of data.events.filter(({ kind, level }) => kind === "release" && level)) {
        add(e2e.sideOf(data, from, event), e2e.sideOf(data, to, event), e2e.norm(event.short ?? event.title), event.models ?? []);
      }
      for (const { id, level, name } of data.models) {
        add(e2e.openness(data, from, level, id), e2e.openness(data, to, level, id), e2e.norm(name), [], id);
      }
      const named = (names) => (names.length > 2 ? `${names.slice(0, 2).join(", ")} and ${names.length - 2} more` : names.join(" and "));
      const sorted = [...groups].toSorted((a, b) => b[1].length - a[1].length);
      const stays = data.events.filter(({ kind, level }) => kind === "release" && !level).length;
      const words = sorted.map(([sides, names]) => `${named(names)}: ${sides}`);
      if (stays === 1) words.push("1 release stays where it is: its openness is not known.");
      if (stays > 1) words.push(`${stays} releases stay where they are: their openness is not known.`);
      return { words, names: sorted.flatMap(([, names]) => (names.length > 2 ? names : [])) };
    },
    /** The day on which a date stands in a chart: the middle of what it covers. */
    dayOf: (date) => {
      const [from, to] = e2e.days(date);
      return Math.floor((from + to) / 2);
    },
    /** The marks of a benchmark in the order of time, and what its two lines say at a day, or at the newest
     * model that is released: by plain search, in whole millionths, without the steps that the widget keeps.
     * `reached` is the first closed model with the best open score, where it came before; the lag is in months. */
    frontier: (data, definition, benchmark, day, models = data.models) => {
      const marks = models
        .map((model) => ({ id: model.id, day: model.released && e2e.dayOf(model.released),
          isReleased: model.level !== "unreleased", scores: (model.scores ?? []).filter((score) => score.benchmark === benchmark),
          side: e2e.openness(data, definition, model.level, model.id) }))
        .filter((mark) => mark.scores.length && mark.day !== undefined)
        .map((mark) => ({ ...mark, value: Math.max(...mark.scores.map((score) => Math.round(score.value * 1e6))) }))
        .toSorted((a, b) => a.day - b.day);
      const at = day ?? marks.findLast((mark) => mark.isReleased)?.day;
      const until = (side) => marks.filter((mark) => mark.isReleased && mark.side === side && mark.day <= at);
      const best = (side) => until(side).reduce((best, mark) => (best && best.value >= mark.value ? best : mark), null);
      const [open, closed] = [best("open"), best("closed")];
      if (!open || !closed) return { marks, at, open, closed, reached: null, gap: null, lag: null };
      const reached = until("closed").find((mark) => mark.value >= open.value && mark.day < open.day) ?? null;
      return { marks, at, open, closed, reached, gap: (closed.value - open.value) / 1e6, lag: reached ? (open.day - reached.day) / 30.44 : 0 };
    },
    /** Chooses in the list under a label, as a reader does. */
    choose: async (label, value) => {
      const list = e2e.choice(label);
      list.value = value;
      list.dispatchEvent(new Event("change", { bubbles: true, composed: true }));
      await e2e.frames(3);
    },
    choice: (label) => e2e.$$(".ovc-choice").find((node) => e2e.text(node.querySelector(".ovc-label")) === label)
      .querySelector("select"),
    box: (node) => {
      const { left, top, right, bottom } = node.getBoundingClientRect();
      return { left, top, right, bottom };
    },
  };
  globalThis.e2e = e2e;
})();
