import { version } from "open-vs-closed";

document.documentElement.dataset.version = version;
