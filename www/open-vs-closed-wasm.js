// The JavaScript side of the WebAssembly: the exports of wasm-bindgen's code that the live module uses. The build
// makes one file of it, the generated code, the link module of the chunks, and the requests.

export { Data, default, loadTranslation, mount, onPanic } from "wasm-bindgen-output";
import { setFiles } from "./open-vs-closed-requests.js";

/** Connects the loader's requests. The build defines MODULES, the file of each module by the name that the generated
 * code uses; the loader of the npm package has addresses in place of names. */
export function useRequests(requests, modules = MODULES) {
  setFiles(modules, requests);
}
