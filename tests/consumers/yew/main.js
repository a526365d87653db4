// What trunk would write into the page of examples/yew-app.
import start from "./open-vs-closed.js";

start();
