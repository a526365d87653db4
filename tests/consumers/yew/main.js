// What trunk would write into the page of examples/yew-app.
import start from "./open-vs-closed.js";

start({ module_or_path: new URL("./open-vs-closed_bg.wasm", import.meta.url) });
