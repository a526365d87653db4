// First script of every page that is measured: what happens when, in the page's own clock.
(() => {
  const tasks = [];
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) tasks.push([startTime, duration]);
  }).observe({ type: "longtask", buffered: true });

  // Memory of WebAssembly is no part of the heap that the engine tells.
  const memories = new Set();
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const before = WebAssembly[name];
    WebAssembly[name] = async (...given) => {
      const result = await before.apply(WebAssembly, given);
      for (const value of Object.values((result.instance ?? result).exports)) {
        if (value instanceof WebAssembly.Memory) memories.add(value);
      }
      return result;
    };
  }

  // Called in a frame: the message arrives when the frame has been drawn.
  const drawn = (then) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => { port1.close(); then(performance.now()); };
    port2.postMessage(0);
  };

  /** Where an element can be hit; `null` where something else lies over it. */
  const spot = (element) => {
    if (!element) return null;
    if (!(element instanceof Element)) return element;
    const { left, top, width, height } = element.getBoundingClientRect();
    const [x, y] = [left + width / 2, top + height / 2];
    let hit = document.elementFromPoint(x, y);
    while (hit?.shadowRoot) {
      const inner = hit.shadowRoot.elementFromPoint(x, y);
      if (!inner || inner === hit) break;
      hit = inner;
    }
    return hit && (element.contains(hit) || hit.contains(element)) ? { x, y } : null;
  };

  const safely = (ask) => { try { return ask() ?? null; } catch { return null; } };
  const sign = (what) => String(safely(() => peer[what].sign()));

  const probe = globalThis.probe = {
    tasks, memories,
    /** Where to click, drag or turn the wheel for `select`, `zoomIn`, `zoomOut` or `pan`. */
    spot: (what) => safely(() => spot(peer[what].at())),
    /** Whether there is anything for that. */
    offers: (what) => Boolean(safely(() => peer[what].at())),
    /** Watches from now on for the first frame in which the sign of `what` is another one. The time
     * runs from the last input of that type. */
    arm: (what, types) => {
      const before = sign(what);
      const watch = probe.watch = { from: null, until: null };
      const note = (event) => { watch.from = event.timeStamp; };
      for (const type of types) addEventListener(type, note, { capture: true, passive: true });
      const look = () => requestAnimationFrame(() => {
        if (probe.watch !== watch || sign(what) === before) {
          if (probe.watch === watch) look();
          return;
        }
        drawn((now) => {
          watch.until = now;
          for (const type of types) removeEventListener(type, note, { capture: true });
        });
      });
      look();
    },
    /** Notes every frame until `stopFrames`. */
    startFrames: () => {
      const frames = probe.frames = [];
      const next = (time) => { if (probe.frames === frames) { frames.push(time); requestAnimationFrame(next); } };
      requestAnimationFrame(next);
    },
    stopFrames: () => {
      const frames = probe.frames;
      probe.frames = null;
      const span = frames.at(-1) - frames[0];
      return { frames: frames.length, expected: Math.round(span / (1000 / 60)) + 1 };
    },
    nodes: () => {
      let count = 0;
      const add = (root) => {
        for (const node of root.querySelectorAll("*")) { count += 1; if (node.shadowRoot) add(node.shadowRoot); }
      };
      add(document);
      return count;
    },
    memory: () => [...memories].reduce((sum, { buffer }) => sum + buffer.byteLength, 0),
  };
})();
