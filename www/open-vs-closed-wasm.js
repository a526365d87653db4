// The JavaScript side of the WebAssembly: what the live module uses of the code that wasm-bindgen generates. The
// build makes one file of it, the generated code, the link module of the chunks, and the requests.

export { Data, default, mount, onPanic } from "wasm-bindgen-output";
export { useFiles } from "./open-vs-closed-requests.js";
