// Requests for the WebAssembly modules. In the code that wasm-bindgen and the splitter generate, `fetch` and
// `WebAssembly.instantiateStreaming` mean the two functions here: the build binds them with esbuild's
// `--define` and `--inject`. They return what the originals do.

/** The file of each module, by the name that the generated code uses. */
let files = {};

/** Requests that the loader has begun, by file; `undefined` once they are taken. */
let requests = new Map();

/** How many requests have been made for each file. */
const attempts = new Map();

/** Sets the names and the loader's requests. Must be called before the first module is instantiated. */
export function setFiles(names, begun) {
  files = names;
  requests = begun;
}

/** Takes the request that was begun ahead, or makes one. A module is asked for again only after a failure, and
 * then at an address that differs: caches may store the failed response. */
export async function fetchModule(address) {
  const name = new URL(address).pathname.split("/").pop();
  const file = files[name] ?? name;
  const attempt = attempts.get(file) ?? 0;
  attempts.set(file, attempt + 1);
  const ahead = requests.get(file);
  requests.set(file, undefined);
  const query = attempt ? `?retry=${attempt}` : "";
  const response = await (ahead ?? globalThis.fetch(new URL(file + query, import.meta.url)));
  if (!response.ok) throw new Error(`${response.status} ${response.url}`);
  return response;
}

/** Compiles from bytes where a server sends another MIME type, which streaming refuses. */
export async function instantiateModule(source, imports) {
  const response = await source;
  const { instantiate, instantiateStreaming } = globalThis.WebAssembly;
  if (response.headers.get("Content-Type") === "application/wasm") return instantiateStreaming(response, imports);
  return instantiate(await response.arrayBuffer(), imports);
}
